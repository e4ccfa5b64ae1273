/** What an item of 爱心超市 asks for beside its price, and what a partner gets for it, in words. */
import type { PartnerKind } from '@sidan/types/partners'
import type { ItemLimit } from '@sidan/types/rewards'
import type { Instant } from '@sidan/types/units'
import { grouped } from '../format/amount-words.ts'
import { momentWords } from '../format/time-words.ts'

/** How much of one thing somebody may exchange: 每人每天限 1 份, 每人 30 天限 2 份. */
export const limitWords = ({ perPerson, days }: ItemLimit): string =>
  `每人${days === 1 ? '每天' : ` ${days} 天`}限 ${perPerson} 份`

/** From when on: 明天 8:00 开始换; elder: 明天上午 8 点开始换. */
export const opensWords = (at: Instant, { now, elder }: { now: Instant; elder: boolean }): string =>
  `${momentWords(at, now, elder)}${elder ? '' : ' '}开始换`

/** What kind of place a partner is. */
export const partnerKindWords: Readonly<Record<PartnerKind, string>> = {
  merchant: '商家',
  bank: '银行网点',
  other: '别的单位',
}

/** Money between the county and a partner, in yuan: 1205 → 12.05 元; never of points. */
export const yuanWords = (fen: number): string => {
  const [whole, rest] = [Math.floor(Math.abs(fen) / 100), Math.abs(fen) % 100]
  const part = rest === 0 ? '' : `.${String(rest).padStart(2, '0').replace(/0$/, '')}`
  return `${fen < 0 ? '−' : ''}${grouped(whole)}${part} 元`
}

/** What was typed in yuan, in fen: 4.5 → 450; nothing where it is no amount up to `mostYuan`. */
export function fenOf(typed: string, mostYuan: number): number | undefined {
  const text = typed.trim()
  if (!/^[-−]?\d{1,6}(\.\d{1,2})?$/.test(text)) return undefined
  const fen = Math.round(Number(text.replace('−', '-')) * 100)
  return Math.abs(fen) <= mostYuan * 100 ? fen : undefined
}
