/** What somebody may sign up for: which openings of which shifts, and who for. Decided from what the server shows; it decides again. */
import type { Activity, OwnSignup, Places, Shift } from '@sidan/types/activities'
import { isOpen, isOver } from '../activity-words.ts'

/** `me`: the caller; else the id of a child of theirs. */
export type Attendee = string

/** Shifts that still take sign-ups. Who is not signed in sees them as well: the way leads through signing in. */
export function openShifts(activity: Activity, signedIn: boolean, now: string): readonly Shift[] {
  if (activity.state !== 'published' || activity.signUp === 'none') return []
  return activity.shifts.filter((shift) =>
    signedIn
      ? shift.allowedActions.includes('signUp')
      : shift.state === 'open' && shift.signUpUntil >= now && !isOver(shift, now),
  )
}

const standsFor = (signup: OwnSignup, attendee: Attendee): boolean =>
  isOpen(signup) && (signup.childId ?? 'me') === attendee

/** Shifts in which the attendee does not stand yet. */
export const freeShifts = (shifts: readonly Shift[], attendee: Attendee): readonly Shift[] =>
  shifts.filter((shift) => !shift.mine.some((signup) => standsFor(signup, attendee)))

/** Shifts in which there is somebody left to sign up: the caller, or a child. */
export const startableShifts = (shifts: readonly Shift[]): readonly Shift[] =>
  shifts.filter((shift) => freeShifts([shift], 'me').length > 0 || shift.places.some(({ kind }) => kind === 'child'))

/** The openings over all these shifts, each once, in the order they are written. */
export function openingsOf(shifts: readonly Shift[]): readonly Places[] {
  const found = new Map<string, Places>()
  for (const places of shifts.flatMap((shift) => shift.places))
    if (!found.has(places.openingId)) found.set(places.openingId, places)
  return [...found.values()]
}

export const placesIn = (shift: Shift, openingId: string): Places | undefined =>
  shift.places.find((places) => places.openingId === openingId)
