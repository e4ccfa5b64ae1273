/** What is counted per piece, in words. */
import type { ActionCount, RunningAction } from '@sidan/types/action-counts'

/** 每件 2 分 */
export const worth = ({ measure, points }: RunningAction): string => `每${measure} ${points} 分`

/** 一天最多 5 件, and for somebody what is left of it. */
export function roomWords({ measure, capPerDay, countedPieces }: RunningAction, forSomebody: boolean): string {
  const most = `一人一天最多 ${capPerDay} ${measure}`
  if (!forSomebody || countedPieces === 0) return most
  const left = Math.max(0, capPerDay - countedPieces)
  return `${most}，已经记了 ${countedPieces} ${measure}，${left > 0 ? `还能记 ${left} ${measure}` : '记满了'}`
}

/** 旧衣回收 3 件 */
export const whatWords = ({ name, measure, pieces }: Pick<ActionCount, 'name' | 'measure' | 'pieces'>): string =>
  `${name} ${pieces} ${measure}`

/** Why one looks twice; nothing follows by itself. */
export const oftenWords = ({ samePairTimes, byName }: ActionCount): string | null =>
  samePairTimes === null ? null : `${byName} 30 天里给这一位记了 ${samePairTimes} 次`
