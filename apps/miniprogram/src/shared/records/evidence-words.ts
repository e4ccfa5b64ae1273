/** What a record is known by, and what its points are made of. */
import type { RecordWhy } from '@sidan/types/records'
import { minutesWords } from '../format/amount-words.ts'

const kinds = {
  checkIn: '签到',
  checkOut: '签退',
  enter: '补录',
  approve: '审核通过',
  reject: '退回',
  correct: '更正',
  reverse: '撤销',
} as const
const proofs = {
  'service-code': '扫了对方的服务码',
  'rotating-code': '扫了当时屏上的码',
  'station-code': '扫了站里的码',
  none: '没有扫码，自动停的表',
  staff: '站里审的',
} as const

/** One piece of evidence: what, and by what or whom it is known. */
export const evidenceWords = (line: RecordWhy['evidence'][number]): { what: string; why: string } => ({
  what: line.byName ? `${line.byName}${kinds[line.kind]}` : kinds[line.kind],
  why:
    line.kind === 'enter'
      ? '没有打卡，手工录的'
      : line.grade
        ? `${proofs[line.by]}·证据 ${line.grade} 级`
        : proofs[line.by],
})

/** One factor of the sum. */
export function factorWords(factor: RecordWhy['factors'][number]): string {
  if (factor.kind === 'base') return `${minutesWords(factor.minutes ?? 0)}，每小时 ${factor.ratePoints ?? 0} 分`
  if (factor.kind === 'platform') return `这一类按 ${factor.percent ?? 100}% 算`
  return factor.kind === 'rating' ? `对方评了 ${factor.stars ?? 0} 星` : '一次最多这么多'
}
