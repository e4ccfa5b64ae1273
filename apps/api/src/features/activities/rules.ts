/**
 * 活动: who writes and runs one, what a form must keep to, and what may be done when. Staff run what lies in their unit's subtree; leaders of a team run what
 * it offers. rule-03: nothing that people sign up for is published before it says what there is to do and what its risks are.
 */
import type { Activity, Shift } from '@sidan/types/activities'
import type { ActivityForm, OpeningForm, ShiftForm } from '@sidan/types/activity-forms'
import type { ProblemCode } from '@sidan/types/problems'
import { type Actor, decidingTiers } from '../roles/rules.ts'

/** Whose an activity is: its unit, that unit's institute, and the team that offers it. */
export interface Owner {
  unitId: string
  instituteId: string | null
  teamId: string | null
}

export const mayRun = (actor: Actor, owner: Owner): boolean =>
  decidingTiers(actor, { stationId: owner.unitId, instituteId: owner.instituteId }).length > 0 ||
  (owner.teamId !== null && actor.ledTeamIds.includes(owner.teamId))

const hourMs = 3_600_000
const longestShiftMs = 24 * hourMs
/** The roll is called from half an hour before the start until a day after the end. */
const rollEarlyMs = hourMs / 2
const rollLateMs = 24 * hourMs

export interface ShiftTimes {
  startsAt: Date
  endsAt: Date
  signUpUntilAt: Date
}

/** A shift as it is kept: sign-up ends with the start unless an earlier cut-off is named. */
export function shiftTimes(form: ShiftForm, now: Date): ShiftTimes | ProblemCode {
  const [startsAt, endsAt] = [new Date(form.startsAt), new Date(form.endsAt)]
  const signUpUntilAt = form.signUpUntil === null ? startsAt : new Date(form.signUpUntil)
  const long = endsAt.getTime() - startsAt.getTime()
  if (long <= 0 || long > longestShiftMs || startsAt <= now || signUpUntilAt > startsAt) return 'period-invalid'
  return { startsAt, endsAt, signUpUntilAt }
}

/** Shifts of one activity begin at different times. */
export const startApart = (shifts: readonly ShiftTimes[]): boolean =>
  new Set(shifts.map(({ startsAt }) => startsAt.getTime())).size === shifts.length

/** The last shift again in each of so many weeks; Shanghai has no summer time, so a week is always as long. */
export function weeklyAfter(last: ShiftTimes, weeks: number): ShiftTimes[] {
  const later = (at: Date, week: number) => new Date(at.getTime() + week * 7 * 24 * hourMs)
  return Array.from({ length: weeks }, (_none, index) => ({
    startsAt: later(last.startsAt, index + 1),
    endsAt: later(last.endsAt, index + 1),
    signUpUntilAt: later(last.signUpUntilAt, index + 1),
  }))
}

/** Openings are there exactly when people sign up; children and minors are not called to hazardous work (rule-16). */
export function checkOpenings(
  activity: Pick<ActivityForm, 'signUp' | 'hazardous'>,
  openings: readonly Pick<OpeningForm, 'kind' | 'ageUpTo' | 'ageFrom' | 'name'>[],
): true | ProblemCode {
  if ((activity.signUp === 'none') !== (openings.length === 0)) return 'openings-wrong'
  if (activity.hazardous && openings.some(({ kind }) => kind === 'child')) return 'openings-wrong'
  return new Set(openings.map(({ name }) => name)).size === openings.length ? true : 'openings-wrong'
}

/** rule-03. */
export const callComplete = (activity: Pick<ActivityForm, 'signUp' | 'content' | 'risks'>): boolean =>
  activity.signUp === 'none' || (activity.content.trim() !== '' && activity.risks.trim() !== '')

/** What an activity may be done with by who runs it. */
export function activityActions(state: Activity['state'], endsAt: Date, now: Date): Activity['allowedActions'] {
  if (state === 'draft') return ['publish', 'change', 'cancel', 'copy', 'addShifts']
  if (state === 'cancelled') return ['copy']
  return endsAt > now ? ['change', 'cancel', 'copy', 'addShifts'] : ['copy', 'addShifts']
}

export interface ShiftFacts {
  state: Shift['state']
  startsAt: Date
  endsAt: Date
  signUpUntilAt: Date
}

/** Whether the roll may be called, and the report written. */
export const rollOpen = (shift: ShiftFacts, now: Date): boolean =>
  shift.state === 'open' &&
  now.getTime() >= shift.startsAt.getTime() - rollEarlyMs &&
  now.getTime() <= shift.endsAt.getTime() + rollLateMs

/** What may be done with one shift, by whoever looks. */
export function shiftActions(
  activity: { state: Activity['state']; signUp: Activity['signUp'] },
  shift: ShiftFacts,
  viewer: { signedIn: boolean; runs: boolean; signedUp: boolean },
  now: Date,
): Shift['allowedActions'] {
  const open = activity.state === 'published' && shift.state === 'open'
  const changeable = activity.state !== 'cancelled' && shift.state === 'open' && shift.startsAt > now
  const when = <Action>(holds: boolean, action: Action): Action[] => (holds ? [action] : [])
  return [
    ...when(viewer.signedIn && open && activity.signUp !== 'none' && now <= shift.signUpUntilAt, 'signUp' as const),
    ...when(viewer.signedUp && open && now < shift.endsAt, 'leave' as const),
    ...when(viewer.runs && activity.state === 'published' && rollOpen(shift, now), 'roll' as const),
    ...when(viewer.runs && activity.state === 'published' && rollOpen(shift, now), 'report' as const),
    ...when(viewer.runs && changeable, 'change' as const),
    ...when(viewer.runs && changeable, 'cancel' as const),
  ]
}
