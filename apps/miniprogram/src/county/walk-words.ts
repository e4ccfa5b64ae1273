import type { AuditWalk, WalkDraw } from '@sidan/types/audit-walks'
import { minutesWords } from '../shared/format/amount-words.ts'

export const unitChoices = [
  { value: 'minutes', word: '时长' },
  { value: 'points', word: '积分' },
] as const

/** What was drawn: 10 分钟, 10 分积分. */
export const walkWords = ({ unit, draws }: AuditWalk): string => `抽 ${draws} ${unit === 'minutes' ? '分钟' : '分积分'}`

/** The days it is about. */
export const daysWords = (date: (day: string) => string, { fromDay, untilDay }: AuditWalk): string =>
  fromDay === untilDay ? date(fromDay) : `${date(fromDay)}到${date(untilDay)}`

/** What of a record has a clock behind it, and what was only said; what there is none of is left out. */
export const countedWords = ({ clockedMinutes, declaredMinutes }: WalkDraw): string =>
  [
    clockedMinutes > 0 ? `打卡 ${minutesWords(clockedMinutes)}` : '',
    declaredMinutes > 0 ? `申报 ${minutesWords(declaredMinutes)}` : '',
  ]
    .filter(Boolean)
    .join('，')
