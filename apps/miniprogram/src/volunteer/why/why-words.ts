import type { RecordWhy, ServiceRecord } from '@sidan/types/records'
import { minutesWords } from '../../shared/format/amount-words.ts'

/** What of the minutes has a clock behind it, and what was only said. */
export function minutesKindWords({ clockedMinutes, declaredMinutes }: ServiceRecord): string {
  if (declaredMinutes === 0) return '打卡时长'
  return clockedMinutes === 0
    ? '申报时长'
    : `打卡 ${minutesWords(clockedMinutes)}，申报 ${minutesWords(declaredMinutes)}`
}

/** Why fewer minutes count than were served. */
export const cutWords = ({ cutMinutes }: RecordWhy): string =>
  `这一天的时长已满，多出的 ${minutesWords(cutMinutes)}不计`

/** 这条是什么性质: only voluntary service counts for points, stars and certificates (rule-17). */
export const natureChoices = [
  { value: 'voluntary', word: '志愿服务' },
  { value: 'duty', word: '本职工作' },
  { value: 'penaltySubstitute', word: '替代处罚' },
] as const

export const ruleWords = ({ policyVersion, expiresOn }: RecordWhy): string =>
  `规则第 ${policyVersion} 版${expiresOn ? `·有效到 ${expiresOn}` : ''}`

/** Why there is nothing to add up. */
export function noPointsWords({ state }: ServiceRecord): string {
  if (state === 'approved') return '这一条不给积分。'
  if (state === 'reversed') return '撤销了，不算积分。'
  return state === 'corrected' ? '更正过了，按新的一版算。' : '审核通过才算积分。'
}

/** Who undid a version and why; nobody did where a check-out came late. */
export function undoneWords(
  state: ServiceRecord['state'],
  { byName, words }: NonNullable<ServiceRecord['undone']>,
): string {
  if (byName === null) return '签退晚到了，时长按签退重算'
  return `${byName}${state === 'reversed' ? '撤销' : '更正'}：${words}`
}
