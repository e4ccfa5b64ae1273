/**
 * 候补: who comes next. rule-05, rule-06, rule-16: a volunteer must fit, when signing up and when moving up; somebody who takes part only has to be of the
 * age.
 */
import type { OpeningKind } from '@sidan/types/activities'
import type { ProblemCode } from '@sidan/types/problems'
import { type Requirements, type Standing, unfit } from '../standing/rules.ts'

/** What is known of who would come: a person, or a child by its age alone. */
export type Attendee = Omit<Standing, 'personId'>

/** Of a child that a guardian signs up nothing but the age is asked. */
export const childOf = (ageBand: Standing['ageBand']): Attendee => ({
  volunteer: false,
  ageBand,
  guardianConsents: true,
  qualifications: [],
  insured: false,
})

/** Why this attendee does not fit the opening, or undefined. */
export function misfit(
  opening: Requirements & { kind: OpeningKind },
  who: Attendee | undefined,
): ProblemCode | undefined {
  if (opening.kind === 'child' && !who) return 'child-unknown'
  const known = { ...(who ?? childOf(null)), personId: '' }
  if (opening.kind === 'volunteer') return unfit(opening, known)
  const age = { ageFrom: opening.ageFrom, ageUpTo: opening.ageUpTo, qualification: null, hazardous: false }
  return unfit(age, { ...known, volunteer: true, guardianConsents: true })
}

/** One who waits, in the order of the queue. */
export interface Queued {
  signupId: string
  personId: string
  /** Confirmed for another shift at the same time. */
  busy: boolean
  misfit: ProblemCode | undefined
}

/** Who moves up, and who is taken off the waitlist because they do not fit any more. Who is busy then keeps their place in the queue. */
export function moveUp<Row extends Queued>(
  free: number,
  queue: readonly Row[],
): { up: Row[]; off: { row: Row; reason: ProblemCode }[] } {
  const up: Row[] = []
  const off: { row: Row; reason: ProblemCode }[] = []
  for (const row of queue) {
    if (up.length === free) break
    if (row.misfit) off.push({ row, reason: row.misfit })
    else if (!row.busy) up.push(row)
  }
  return { up, off }
}
