/**
 * The clock. An event is always stored; the rule only says whether it moves the clock by itself, when it counts, and how good the evidence is.
 *
 * The phone's clock is never trusted: an event that arrives promptly counts at the server's time. One that was queued without signal counts at the
 * phone's time, but no later than its arrival and no earlier than `lateUploadMinutes` before it, and is graded lower; later still it is stored for review.
 *
 * rule-11 at a shift: what counts is the time somebody was there, from scan to scan. A check-in is taken from half an hour before the start (setting up is
 * service, the way there is not, and a scan in the morning proves nothing about the afternoon) until the end. A check-out counts when it is made, also
 * early and also while tidying up, but no later than the end + grace: then the clock is closed by itself and a person looks at it. The planned time is
 * never counted for anybody: who came late or left early has less.
 */
import type { ClockResult, EvidenceGrade } from '@sidan/types/clock'
import type { UnfitCode } from '@sidan/types/standing'

export type CodeKind = 'service-code' | 'station-code' | 'none'
type Reason = NonNullable<ClockResult['reason']>

export interface ClockFacts {
  kind: 'checkIn' | 'checkOut'
  receivedAt: Date
  deviceAt: Date
  codeKind: CodeKind
  /** The code is of this order's recipient, or of the unit where it happens. */
  codeFits: boolean
  /** Named for the order, or confirmed for the shift as a volunteer: who takes part, and a child, clock nothing. */
  goes: boolean
  /** What this person lacked, on the day it counts, for what they check in to (rules 5, 6, 16). */
  unfit: UnfitCode | undefined
  /** Why nobody checks in there now. */
  closed: Reason | undefined
  /** When a check-in at a shift is taken. */
  window: Window | undefined
  /** The clock of this person that runs now, if any. */
  running: { placeId: string; startedAt: Date; countsUntil: Date | undefined } | undefined
  /** The order or the shift that the event names. */
  placeId: string
  lateUploadMinutes: number
}

interface Window {
  from: Date
  until: Date
}

export type ClockDecision =
  | { outcome: 'counted'; countedAt: Date; grade: EvidenceGrade }
  | { outcome: 'stored'; reason: Reason }

/** A queue is flushed within seconds when there is signal; beyond this the phone was offline. */
const promptMs = 120_000

type Times = Pick<ClockFacts, 'receivedAt' | 'deviceAt'>
const delayMs = ({ receivedAt, deviceAt }: Times): number => receivedAt.getTime() - deviceAt.getTime()
const isPrompt = (event: Times): boolean => Math.abs(delayMs(event)) <= promptMs

/** The moment an event is of. A phone whose clock runs ahead cannot claim the future. */
export const countsAt = (event: Times): Date =>
  isPrompt(event) || delayMs(event) < 0 ? event.receivedAt : event.deviceAt

export function weigh(event: ClockFacts): ClockDecision {
  const stored = (reason: Reason): ClockDecision => ({ outcome: 'stored', reason })
  const runsHere = event.running?.placeId === event.placeId
  // With a shift that is called off everybody loses their place: the reason is the shift.
  if (event.kind === 'checkIn' && event.closed === 'shift-cancelled') return stored(event.closed)
  // Whose clock runs may stop it, whatever became of their place meanwhile.
  if (!event.goes && !(event.kind === 'checkOut' && runsHere)) return stored('not-going')
  if (event.codeKind === 'none') return stored('code-unknown')
  if (!event.codeFits) return stored('code-of-other-place')
  if (event.kind === 'checkIn' && event.running) return stored('clock-already-running')
  if (event.kind === 'checkOut' && !runsHere) return stored('no-clock-running')
  if (event.kind === 'checkIn' && event.unfit) return stored(event.unfit)
  if (event.kind === 'checkIn' && event.closed) return stored(event.closed)
  if (delayMs(event) > event.lateUploadMinutes * 60_000) return stored('late')
  const at = countsAt(event)
  if (event.kind === 'checkIn' && event.window && at < event.window.from) return stored('too-early')
  if (event.kind === 'checkIn' && event.window && at >= event.window.until) return stored('shift-over')
  if (event.kind === 'checkOut' && event.running && at <= event.running.startedAt) return stored('late')
  const grade: EvidenceGrade = !isPrompt(event) ? 'C' : event.codeKind === 'service-code' ? 'A' : 'B'
  const end = event.kind === 'checkOut' ? event.running?.countsUntil : undefined
  return { outcome: 'counted', countedAt: end && end < at ? end : at, grade }
}

/** The evidence of a record is as good as its weaker end. */
export const weaker = (a: EvidenceGrade, b: EvidenceGrade): EvidenceGrade => (a > b ? a : b)

const setUpMinutes = 30
const later = (moment: Date, minutes: number): Date => new Date(moment.getTime() + minutes * 60_000)

/** When a check-in at a shift is taken. */
export const checkInWindow = (shift: { startsAt: Date; endsAt: Date }): Window => ({
  from: later(shift.startsAt, -setUpMinutes),
  until: shift.endsAt,
})

/** Whether a check-in at a shift is taken now. */
export function mayCheckIn(shift: { startsAt: Date; endsAt: Date }, now: Date): boolean {
  const { from, until } = checkInWindow(shift)
  return now >= from && now < until
}

/** When an open clock is closed by itself: at the planned end + grace; an order without appointment is planned from its check-in. */
export function closesBy(
  planned: { endsAt: Date | null; durationMinutes: number },
  startedAt: Date,
  graceMinutes: number,
): Date {
  const byLength = later(startedAt, planned.durationMinutes)
  const end = planned.endsAt && planned.endsAt > byLength ? planned.endsAt : byLength
  return later(end, graceMinutes)
}
