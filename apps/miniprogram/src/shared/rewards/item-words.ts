/** What an item of 爱心超市 asks for beside its price, in words. */
import type { ItemLimit } from '@sidan/types/rewards'
import type { Instant } from '@sidan/types/units'
import { momentWords } from '../format/time-words.ts'

/** How much of one thing somebody may exchange: 每人每天限 1 份, 每人 30 天限 2 份. */
export const limitWords = ({ perPerson, days }: ItemLimit): string =>
  `每人${days === 1 ? '每天' : ` ${days} 天`}限 ${perPerson} 份`

/** From when on: 明天 8:00 开始换; elder: 明天上午 8 点开始换. */
export const opensWords = (at: Instant, { now, elder }: { now: Instant; elder: boolean }): string =>
  `${momentWords(at, now, elder)}${elder ? '' : ' '}开始换`
