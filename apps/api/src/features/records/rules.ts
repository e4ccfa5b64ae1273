/**
 * Hours and what they earn. Minutes are facts; points are computed from them by the policy in force when the service happened, and every factor is kept
 * so that “why this number” can show the formula. Integers throughout: 90 minutes at 10 points an hour and 120 % are 18 points, rounded down.
 */
import { addDays } from '@sidan/types/civil'
import type { EvidenceGrade } from '@sidan/types/clock'
import type { UnitTier } from '@sidan/types/organisation'
import type { Policy } from '@sidan/types/policy'
import type { ProblemCode } from '@sidan/types/problems'
import type { OddReason, RecordState, ServiceNature } from '@sidan/types/records'
import { type Actor, decidingTiers, may } from '../roles/rules.ts'

/** Whole minutes of a period, rounded down to the policy's step (rule-11: actual time). */
export function servedMinutes({ startedAt, endedAt }: Period, { roundToMinutes }: Policy['hours']): number {
  const minutes = Math.floor((endedAt.getTime() - startedAt.getTime()) / 60_000)
  return Math.max(0, Math.floor(minutes / roundToMinutes) * roundToMinutes)
}

/** What of a period counts: what was served, as far as the person's other `dayMinutes` leave room under the policy's cap for the day it began. */
export const countedMinutes = (period: Period, dayMinutes: number, hours: Policy['hours']): number =>
  Math.min(servedMinutes(period, hours), Math.max(0, hours.capMinutesPerDay - dayMinutes))

export interface PointsFactor {
  kind: 'base' | 'platform' | 'rating' | 'cap'
  minutes: number | null
  ratePoints: number | null
  percent: number | null
  stars: number | null
  /** What this factor adds; the factors' points add up to the total. */
  points: number
}

/** What a record earns, factor by factor. rule-17: only voluntary service earns. */
export function pointsFor(
  record: { minutes: number; platformCode: string | null; stars: number | null; serviceNature: ServiceNature },
  policy: Policy['points'],
): { totalPoints: number; factors: PointsFactor[] } {
  const none = { minutes: null, ratePoints: null, percent: null, stars: null }
  // Nothing is earned for no time, a rating's bonus neither.
  if (record.serviceNature !== 'voluntary' || record.minutes === 0) return { totalPoints: 0, factors: [] }
  const percent = policy.platformCoefficientPercent[record.platformCode ?? ''] ?? 100
  const base = Math.floor((record.minutes * policy.pointsPerHour) / 60)
  const weighted = Math.floor((record.minutes * policy.pointsPerHour * percent) / 6000)
  const capped = Math.min(weighted, policy.capPointsPerRecord)
  const bonus = record.stars === null ? 0 : (policy.ratingBonus.find((row) => row.stars === record.stars)?.points ?? 0)
  const factors: PointsFactor[] = [
    { ...none, kind: 'base', minutes: record.minutes, ratePoints: policy.pointsPerHour, points: base },
  ]
  if (percent !== 100) factors.push({ ...none, kind: 'platform', percent, points: weighted - base })
  if (capped < weighted) factors.push({ ...none, kind: 'cap', points: capped - weighted })
  if (bonus > 0) factors.push({ ...none, kind: 'rating', stars: record.stars, points: bonus })
  return { totalPoints: capped + bonus, factors }
}

/** A record as its rules see it. */
export interface RecordFacts {
  personId: string
  stationId: string
  instituteId: string | null
  state: RecordState
  minutes: number
  grade: EvidenceGrade
  checkedOut: 'byCode' | 'automatic' | 'byHand'
  /** Who entered it by hand. */
  enteredById: string | null
}

/** How high a tier stands in deciding on hours: a site or a post as a station, a department as an institute. */
const height: Record<UnitTier, number> = { station: 0, site: 0, post: 0, institute: 1, department: 1, center: 2 }

/** Whether the actor may decide: never their own record; a tier decides up to its length, every tier above it too. */
export function mayDecide(record: RecordFacts, actor: Actor, hours: Policy['hours']): true | ProblemCode {
  if (record.personId === actor.personId) return 'own-record'
  const tiers = decidingTiers(actor, record, 'approve')
  // Who may not even see it learns nothing about it.
  if (tiers.length === 0) return may(actor, 'audit', record) ? 'not-allowed' : 'not-found'
  if (record.enteredById === actor.personId) return 'own-entry'
  if (record.state !== 'pending' && record.state !== 'conflict') return 'record-not-pending'
  const limit = hours.approvalTiers.find((row) => row.upToMinutes === null || record.minutes <= row.upToMinutes)
  const needed = height[limit?.tier ?? 'center']
  return tiers.some((tier) => height[tier] >= needed) ? true : 'over-approval-limit'
}

/** Whether the actor may approve it as it is: two at the same time are put right first. */
export function mayApprove(record: RecordFacts, actor: Actor, hours: Policy['hours']): true | ProblemCode {
  const answer = mayDecide(record, actor, hours)
  return answer === true && record.state === 'conflict' ? 'record-overlaps' : answer
}

/** The last day of the public notice of what is approved today; null where the policy has none. */
export const noticeLastDay = (today: string, { publicNoticeDays }: Policy['hours']): string | null =>
  publicNoticeDays > 0 ? addDays(today, publicNoticeDays) : null

/** Whether the actor may reject it: as they decide on it, also while it stands on public notice. */
export function mayReject(record: RecordFacts, actor: Actor, hours: Policy['hours']): true | ProblemCode {
  return mayDecide(record.state === 'onNotice' ? { ...record, state: 'pending' } : record, actor, hours)
}

/** States of a record that still stands for a service: it can be put right. */
const standing: ReadonlySet<RecordState> = new Set(['pending', 'onNotice', 'approved', 'conflict'])

/** Whether the actor may correct a record so that it is `minutes` long: as they decide on it, at the higher tier of both lengths. */
export function mayCorrect(
  record: RecordFacts,
  minutes: number,
  actor: Actor,
  hours: Policy['hours'],
): true | ProblemCode {
  const longer = { ...record, state: 'pending', minutes: Math.max(record.minutes, minutes) } as const
  const answer = mayDecide(longer, actor, hours)
  return answer === true && !standing.has(record.state) ? 'record-not-standing' : answer
}

/** Whether the actor may take an approved record back. */
export function mayReverse(record: RecordFacts, actor: Actor, hours: Policy['hours']): true | ProblemCode {
  const answer = mayDecide({ ...record, state: 'pending' }, actor, hours)
  return answer === true && record.state !== 'approved' ? 'record-not-standing' : answer
}

interface Period {
  startedAt: Date
  endedAt: Date
}

/** Whether somebody can have served so: forwards, not in the future, within a day. */
export function isPossible({ startedAt, endedAt }: Period, now: Date): true | ProblemCode {
  const length = endedAt.getTime() - startedAt.getTime()
  return length > 0 && length <= 86_400_000 && endedAt <= now ? true : 'period-wrong'
}

/** The counted minutes of a corrected period: those within the clock's own span stay clocked (打卡), the others are declared (申报). */
export function correctedMinutes(period: Period, clocked: Period, dayMinutes: number, hours: Policy['hours']) {
  const minutes = countedMinutes(period, dayMinutes, hours)
  const from = Math.max(period.startedAt.getTime(), clocked.startedAt.getTime())
  const until = Math.min(period.endedAt.getTime(), clocked.endedAt.getTime())
  const clockedMinutes = Math.min(minutes, Math.max(0, Math.floor((until - from) / 60_000)))
  return { clockedMinutes, declaredMinutes: minutes - clockedMinutes }
}

/** Whether the actor may take a record back: their own, while it waits. */
export function mayWithdraw(record: Pick<RecordFacts, 'personId' | 'state'>, actor: Actor): true | ProblemCode {
  if (record.personId !== actor.personId) return 'not-found'
  return record.state === 'pending' || record.state === 'conflict' ? true : 'record-not-pending'
}

/** Longer than what the first tier decides alone is long. */
export const longMinutes = (hours: Policy['hours']): number => hours.approvalTiers[0]?.upToMinutes ?? 480

/** A record in the eyes of who is to approve it. */
interface Looked extends RecordFacts {
  /** Its person lately approved a record of theirs. */
  samePair: boolean
  /** Another record of the person ends just before it, or begins just after. */
  neighbourClose: boolean
}

/** Why staff should look twice, while it waits. */
export function oddReasons(record: Looked, hours: Policy['hours']): OddReason[] {
  const odd: OddReason[] = []
  if (record.state === 'conflict') odd.push('overlap')
  else if (record.state !== 'pending') return odd
  if (record.minutes > longMinutes(hours)) odd.push('long')
  if (record.minutes < hours.minMinutes) odd.push('short')
  if (record.enteredById !== null) odd.push('by-hand')
  else if (record.grade === 'C') odd.push('grade-c')
  if (record.checkedOut === 'automatic') odd.push('no-check-out')
  if (record.samePair) odd.push('same-pair')
  if (record.neighbourClose) odd.push('neighbour-close')
  return odd
}
