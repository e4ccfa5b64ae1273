/** 礼遇 in words: what it asks for, how often it may be used, and how it stands. */
import type { MyBenefit } from '@sidan/types/benefits'
import { minutesWords } from '../shared/format/amount-words.ts'

const isMonth = ({ period }: Pick<MyBenefit, 'period'>): boolean => period.length > 4

/** 这个月, 今年 */
export const periodWords = (benefit: Pick<MyBenefit, 'period'>): string => (isMonth(benefit) ? '这个月' : '今年')

/** 每月 2 次 */
export const quotaWords = (benefit: Pick<MyBenefit, 'period' | 'quotaPerPeriod'>): string =>
  `${isMonth(benefit) ? '每月' : '每年'} ${benefit.quotaPerPeriod} 次`

/** 满 5 小时·每月 2 次·市文化和旅游局给 */
export const termsWords = (benefit: MyBenefit): string =>
  [
    `满 ${benefit.thresholdHours} 小时`,
    benefit.kind === 'insurance' ? '每年投保' : quotaWords(benefit),
    benefit.givenBy === null ? '' : `${benefit.givenBy}给`,
  ]
    .filter(Boolean)
    .join('·')

/** Where it stands: 还差 2 小时, 这个月还能用 1 次, 这个月开通了. */
export function standingWords(benefit: MyBenefit, earnedMinutes: number): string {
  if (!benefit.earned) return `还差 ${minutesWords(benefit.thresholdHours * 60 - earnedMinutes)}`
  if (benefit.kind !== 'scan') return benefit.card ? `${periodWords(benefit)}开通了` : '可以开通'
  const left = benefit.quotaPerPeriod - benefit.usedCount
  return left > 0 ? `${periodWords(benefit)}还能用 ${left} 次` : `${periodWords(benefit)}用完了`
}

/** Why: 450 分钟 ≥ 5 小时（300 分钟），这个月用了 1/2 次，规则第 1 版. */
export function whyWords(benefit: MyBenefit, earnedMinutes: number, policyVersion: number): string {
  const sign = benefit.earned ? '≥' : '＜'
  const needed = `${benefit.thresholdHours} 小时（${benefit.thresholdHours * 60} 分钟）`
  const used =
    benefit.kind === 'scan' ? `，${periodWords(benefit)}用了 ${benefit.usedCount}/${benefit.quotaPerPeriod} 次` : ''
  return `您审核通过的志愿服务 ${earnedMinutes} 分钟 ${sign} ${needed}${used}。按规则第 ${policyVersion} 版。`
}

/** What opening a card passes on, to whom: the words of the consent (rule-20). */
export function consentWords(benefit: MyBenefit): string {
  const to = benefit.givenBy ?? '给礼遇的单位'
  const what = benefit.kind === 'insurance' ? '姓名和志愿者编号' : '志愿者编号和称呼（比如“李师傅”）'
  return `开通后，您的${what}会由县里交给${to}，只用来${benefit.kind === 'insurance' ? '给您投保' : '核对这项礼遇'}，到${isMonth(benefit) ? '这个月' : '今年'}底为止。不开通不影响别的；开通了随时可以不用，以后的名单里就没有您。`
}
