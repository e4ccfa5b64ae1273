import type { StarChange, StarFacts } from '@sidan/types/stars'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { starWords } from '../../shared/format/star-words.ts'

/** 4.3 分 */
export const tenthsWords = (tenths: number): string => `${Math.floor(tenths / 10)}.${tenths % 10} 分`

/** 评了 6 次，平均 4.3 分 */
export const ratingsWords = ({ ratingCount, averageTenths }: Omit<StarFacts, 'earnedMinutes'>): string =>
  averageTenths === null ? '还没有评价' : `评了 ${ratingCount} 次，平均 ${tenthsWords(averageTenths)}`

/** What the county asks besides the hours; null where it asks for hours alone. */
export function supplementWords(supplement: StarChange['ratingSupplement']): string | null {
  if (supplement === null) return null
  const { fromLevel, minRatings, minAverageTenths } = supplement
  return `从${starWords(fromLevel)}起，评满 ${minRatings} 次的，平均还要到 ${tenthsWords(minAverageTenths)}；没评满的，只看时长`
}

const gained: Record<StarChange['reason'], string> = {
  hours: '时长到了',
  rating: '评价上来了',
  policy: '县里改了星级标准',
  reversal: '有一条时长更正了',
}
const lost: Record<StarChange['reason'], string> = {
  hours: '评分平均低了些',
  rating: '评分平均低了些',
  policy: '县里改了星级标准',
  reversal: '有一条时长更正了',
}

/** Why it changed, with the figures it was decided on: 时长到了：累计 30 小时；一星要 30 小时；还没有评价；第 1 版规则 */
export function changeWords(change: StarChange): { what: string; why: string } {
  const up = change.toLevel > change.fromLevel
  const level = Math.max(change.toLevel, change.fromLevel)
  const hours = change.ladderHours[level - 1]
  return {
    what: `${starWords(change.fromLevel)} → ${starWords(change.toLevel)}，${(up ? gained : lost)[change.reason]}`,
    why: [
      `累计 ${minutesWords(change.earnedMinutes)}`,
      ...(hours === undefined ? [] : [`${starWords(level)}要 ${hours} 小时`]),
      ...(change.ratingSupplement === null ? [] : [ratingsWords(change)]),
      `第 ${change.policyVersion} 版规则`,
    ].join('；'),
  }
}
