/** 补录. Manual entry is where hours are invented in systems of this kind: it is off unless policy allows it, capped, and never decided on by who entered it. */
import { addDays, civilDay } from '@sidan/types/civil'
import type { Policy } from '@sidan/types/policy'
import type { ProblemCode } from '@sidan/types/problems'
import type { Place } from '../roles/rules.ts'
import { type Actor, may } from '../roles/rules.ts'

/** Whether the actor may enter something for this person at this place: everybody for themselves, staff who approve hours there for others. */
export const mayEnterFor = (actor: Actor, personId: string, place: Place): true | ProblemCode =>
  personId === actor.personId || may(actor, 'approve', place) ? true : 'not-allowed'

/** Whether the policy lets so many minutes be entered for a day: `monthMinutes` were entered for the same calendar month before. */
export function withinPolicy(
  entry: { minutes: number; startedAt: Date; monthMinutes: number },
  policy: Policy['hours']['manualEntry'],
  now: Date,
): true | ProblemCode {
  if (!policy) return 'manual-entry-off'
  if (civilDay(entry.startedAt) < addDays(civilDay(now), -policy.withinDays)) return 'manual-entry-too-late'
  if (entry.minutes > policy.capMinutesPerRecord) return 'manual-entry-too-long'
  return entry.monthMinutes + entry.minutes > policy.capMinutesPerMonth ? 'manual-entry-over-month' : true
}
