/**
 * 报名: who gets which place. A place is had at once while one is free; then one waits in the order in which people came; with `approval` staff admits.
 * rule-09: nothing here is ever held against anybody.
 */
import type { Activity, SignupState } from '@sidan/types/activities'
import type { ProblemCode } from '@sidan/types/problems'
import { freeOf, type Places } from '../shifts/rules.ts'

/** What signing up for one shift is decided on: all of it read after the place was locked. */
export interface Wish {
  activity: { state: Activity['state']; signUp: Activity['signUp'] }
  shift: { state: 'open' | 'cancelled'; signUpUntilAt: Date }
  places: Places
  /** How many wait to be admitted. */
  asked: number
  /** The attendee has an open sign-up for this shift. */
  signedUp: boolean
  /** The attendee is confirmed for another shift at the same time. */
  busy: boolean
  misfit: ProblemCode | undefined
  now: Date
}

/** The state of a new sign-up, or why there is none. */
export function decide(wish: Wish): Extract<SignupState, 'asked' | 'confirmed' | 'waiting'> | { refused: ProblemCode } {
  const { activity, shift, places } = wish
  if (activity.state === 'draft') return { refused: 'not-found' }
  if (activity.state === 'cancelled' || shift.state === 'cancelled') return { refused: 'activity-not-open' }
  if (wish.now > shift.signUpUntilAt) return { refused: 'sign-up-over' }
  if (wish.signedUp) return { refused: 'already-signed-up' }
  if (wish.misfit) return { refused: wish.misfit }
  if (wish.busy) return { refused: 'shifts-overlap' }
  const free = freeOf(places) > 0
  if (activity.signUp === 'approval') return free || wish.asked < places.waitlist ? 'asked' : { refused: 'shift-full' }
  if (free) return 'confirmed'
  return places.waiting < places.waitlist ? 'waiting' : { refused: 'shift-full' }
}
