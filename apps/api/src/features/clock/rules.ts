/**
 * The clock. An event is always stored; the rule only says whether it moves the clock by itself, when it counts, and how good the evidence is.
 *
 * The phone's clock is never trusted: an event that arrives promptly counts at the server's time. One that was queued without signal counts at the
 * phone's time, but no later than its arrival and no earlier than `lateUploadMinutes` before it, and is graded lower; later still it is stored for review.
 */
import type { ClockResult, EvidenceGrade } from '@sidan/types/clock'
import type { UnfitCode } from '@sidan/types/standing'

export type CodeKind = 'service-code' | 'station-code' | 'none'

export interface ClockFacts {
  kind: 'checkIn' | 'checkOut'
  receivedAt: Date
  deviceAt: Date
  codeKind: CodeKind
  /** The code is of this order's recipient or station. */
  codeFits: boolean
  goes: boolean
  /** What this person lacks today for what they check in to (rules 5, 6, 16). */
  unfit: UnfitCode | undefined
  orderOpen: boolean
  /** The clock of this person that runs now, if any. */
  running: { orderId: string; startedAt: Date } | undefined
  orderId: string
  lateUploadMinutes: number
}

export type ClockDecision =
  | { outcome: 'counted'; countedAt: Date; grade: EvidenceGrade }
  | { outcome: 'stored'; reason: NonNullable<ClockResult['reason']> }

/** A queue is flushed within seconds when there is signal; beyond this the phone was offline. */
const promptMs = 120_000

export function weigh(event: ClockFacts): ClockDecision {
  const stored = (reason: NonNullable<ClockResult['reason']>): ClockDecision => ({ outcome: 'stored', reason })
  if (!event.goes) return stored('not-going')
  if (event.codeKind === 'none') return stored('code-unknown')
  if (!event.codeFits) return stored('code-of-other-place')
  if (event.kind === 'checkIn' && event.running) return stored('clock-already-running')
  if (event.kind === 'checkOut' && event.running?.orderId !== event.orderId) return stored('no-clock-running')
  if (event.kind === 'checkIn' && event.unfit) return stored(event.unfit)
  if (event.kind === 'checkIn' && !event.orderOpen) return stored('order-not-open')
  const delay = event.receivedAt.getTime() - event.deviceAt.getTime()
  const prompt = Math.abs(delay) <= promptMs
  if (delay > event.lateUploadMinutes * 60_000) return stored('late')
  // A phone whose clock runs ahead cannot claim the future.
  const countedAt = prompt || delay < 0 ? event.receivedAt : event.deviceAt
  if (event.kind === 'checkOut' && event.running && countedAt <= event.running.startedAt) return stored('late')
  const grade: EvidenceGrade = !prompt ? 'C' : event.codeKind === 'service-code' ? 'A' : 'B'
  return { outcome: 'counted', countedAt, grade }
}

/** The evidence of a record is as good as its weaker end. */
export const weaker = (a: EvidenceGrade, b: EvidenceGrade): EvidenceGrade => (a > b ? a : b)
