/**
 * The clock. An event is always stored; the rule only says whether it moves the clock by itself, when it counts, and how good the evidence is.
 *
 * The phone's clock is never trusted: an event that arrives promptly counts at the server's time. One that was queued without signal counts at the
 * phone's time, but no later than its arrival and no earlier than `lateUploadMinutes` before it, and is graded lower; later still it is stored for review.
 *
 * A rotating code says itself when it was seen: the event counts at the code's step, whatever the phone's clock says. Sent within policy's `relayMinutes` it
 * proves place and time (A); queued without signal and sent later it counts less (B). One that the phone itself says was seen later than that after its
 * step was relayed, as a photo is: it goes to review, and so does the code on one's own phone.
 *
 * rule-11 at a shift: what counts is the time somebody was there, from scan to scan. A check-in is taken from half an hour before the start (setting up is
 * service, the way there is not, and a scan in the morning proves nothing about the afternoon) until the end. A check-out counts when it is made, also
 * early and also while tidying up, but no later than the end + grace: then the clock is closed by itself and a person looks at it. The planned time is
 * never counted for anybody: who came late or left early has less.
 *
 * A check-out made in time may arrive after its clock was closed by itself: while nobody decided on the record it still counts.
 */
import type { ClockResult, EvidenceGrade } from '@sidan/types/clock'
import type { UnfitCode } from '@sidan/types/standing'

export type CodeKind = 'service-code' | 'rotating-code' | 'station-code' | 'none'
type Reason = NonNullable<ClockResult['reason']>

/** What was scanned. */
export interface Code {
  codeKind: CodeKind
  /** What is wrong with it: not of this order's recipient, nor of where it happens, or no code of ours. */
  codeFault: Reason | undefined
  /** When the step of a rotating code began, and who showed it. */
  codeAt?: Date
  screenId?: string
}

export interface ClockFacts extends Pick<Code, 'codeKind' | 'codeFault' | 'codeAt'> {
  kind: 'checkIn' | 'checkOut'
  receivedAt: Date
  deviceAt: Date
  /** Named for the order, or confirmed for the shift as a volunteer: who takes part, and a child, clock nothing. */
  goes: boolean
  /** What this person lacked, on the day it counts, for what they check in to (rules 5, 6, 16). */
  unfit: UnfitCode | undefined
  /** Why nobody checks in there now. */
  closed: Reason | undefined
  /** When a check-in at a shift is taken. */
  window: Window | undefined
  /** They checked out too far away too short a time ago (policy's `jumpMinutes`). */
  jumped: boolean
  /** The clock of this person that runs now, if any. */
  running: { placeId: string; startedAt: Date; countsUntil: Date | undefined } | undefined
  /** The latest clock of this person there that was closed by itself, when a check-out finds none running. */
  closedClock: { startedAt: Date; closedAt: Date; decided: boolean } | undefined
  /** The order or the shift that the event names. */
  placeId: string
  hours: { lateUploadMinutes: number; relayMinutes: number }
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
/** A screen without network goes by its own clock, and says so when that is wrong by more. */
const driftMs = 60_000
const minuteMs = 60_000

type Times = Pick<ClockFacts, 'receivedAt' | 'deviceAt' | 'codeAt'>
/** How long before its arrival an event was, by its code or else by the phone. */
const delayMs = ({ receivedAt, deviceAt, codeAt }: Times): number =>
  receivedAt.getTime() - (codeAt ?? deviceAt).getTime()
const isPrompt = (event: Times): boolean => Math.abs(delayMs(event)) <= promptMs

/** The moment an event is of. Neither a phone nor a screen whose clock runs ahead can claim the future. */
export function countsAt(event: Times): Date {
  if (delayMs(event) < 0) return event.receivedAt
  return event.codeAt ?? (isPrompt(event) ? event.receivedAt : event.deviceAt)
}

export function weigh(event: ClockFacts): ClockDecision {
  const at = countsAt(event)
  const reason = whyNot(event, at)
  if (reason !== undefined) return { outcome: 'stored', reason }
  const { kind, running, placeId } = event
  const end = kind === 'checkOut' && running?.placeId === placeId ? running.countsUntil : undefined
  return { outcome: 'counted', countedAt: end && end < at ? end : at, grade: gradeOf(event) }
}

/** Why an event does not move the clock by itself. */
function whyNot(event: ClockFacts, at: Date): Reason | undefined {
  const { kind, running, window, closedClock } = event
  const runsHere = running?.placeId === event.placeId
  const stops = runsHere ? running : closedClock
  const [checksIn, checksOut] = [kind === 'checkIn', kind === 'checkOut']
  // With a shift that is called off everybody loses their place: the reason is the shift.
  if (checksIn && event.closed === 'shift-cancelled') return event.closed
  // Whose clock runs may stop it, whatever became of their place meanwhile.
  if (!event.goes && !(checksOut && stops)) return 'not-going'
  if (event.codeFault) return event.codeFault
  if (checksIn && running) return 'clock-already-running'
  if (checksOut && !stops) return 'no-clock-running'
  if (checksOut && !runsHere && closedClock && at > closedClock.closedAt) return 'clock-closed'
  if (checksIn && event.unfit) return event.unfit
  if (checksIn && event.closed) return event.closed
  if (delayMs(event) > event.hours.lateUploadMinutes * minuteMs) return 'late'
  if (event.codeAt && delayMs(event) < -driftMs) return 'code-not-yet'
  if (wasRelayed(event)) return 'code-relayed'
  if (checksIn && event.jumped) return 'jump'
  if (checksIn && window && at < window.from) return 'too-early'
  if (checksIn && window && at >= window.until) return 'shift-over'
  if (checksOut && stops && at <= stops.startedAt) return 'before-check-in'
  return checksOut && !runsHere && closedClock?.decided ? 'record-decided' : undefined
}

/** Whether a rotating code came late, and the phone that sent it saw it late as well. */
const wasRelayed = ({ codeAt, deviceAt, receivedAt, hours }: ClockFacts): boolean =>
  codeAt !== undefined &&
  Math.min(receivedAt.getTime(), deviceAt.getTime()) - codeAt.getTime() > hours.relayMinutes * minuteMs

function gradeOf(event: ClockFacts): EvidenceGrade {
  if (event.codeAt) return delayMs(event) <= event.hours.relayMinutes * minuteMs ? 'A' : 'B'
  if (!isPrompt(event)) return 'C'
  return event.codeKind === 'service-code' ? 'A' : 'B'
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
