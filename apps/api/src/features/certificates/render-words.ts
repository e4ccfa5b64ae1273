/** What the paper and the page that checks it both say. */
import type { CertificatePayload } from '@sidan/types/certificates'
import type { EvidenceGrade } from '@sidan/types/clock'

/** 90 → 1 小时 30 分; 47 → 47 分钟; 0 → 0 分钟 */
export function minuteWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} 分钟`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`
}

/** 2026 年 11 月 24 日 */
export const dayWords = (day: string): string =>
  `${Number(day.slice(0, 4))} 年 ${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`

const gradeWords: Record<EvidenceGrade, string> = {
  A: '有服务对象的服务码',
  B: '有站里的码，或者一头有码',
  C: '没有码，或者送来得晚',
}

/** A 级 2 小时（有服务对象的服务码） */
export const gradeLines = ({ grades }: Pick<CertificatePayload, 'grades'>): string[] =>
  grades.map(({ grade, minutes }) => `${grade} 级 ${minuteWords(minutes)}（${gradeWords[grade]}）`)

/** What each kind of minutes is. */
export const kindsOfMinutes =
  '打卡时长是扫码签到签退记下的；申报时长是补报的，经另一个人审核。只算实际服务时间，路上不算。'

/** What a certificate does not say. */
export const notClaimed = [
  '只证明系统里经审核的自愿服务记录；值班、带薪和处罚替代的服务不算在内。',
  '姓名由本人填写，没有核验身份证件。',
  '不评价服务好坏，不是学历、工作或资格的证明。',
  '免费开具。时长不能买卖，不能换钱。',
]
