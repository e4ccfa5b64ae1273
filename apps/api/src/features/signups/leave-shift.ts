import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { lockPlaces } from '../shifts/store.ts'
import { moveUpWaitlist } from '../waitlist/move-up-waitlist.ts'
import { findSignup, leaveSignup } from './store.ts'

const over = ['left', 'refused', 'cancelled']

/** Leaves a shift, without a reason and at no cost (rule-09). Who waits moves up at once. Leaving twice is leaving once. Returns the activity's id. */
export async function leaveShift(tx: Tx, actor: Actor, signupId: string): Promise<string> {
  const found = await findSignup(tx, signupId)
  if (found?.personId !== actor.personId) return refuse('not-found')
  const [places] = await lockPlaces(tx, [found.shiftId], found.opening.openingId)
  if (!places || over.includes(found.signupState)) return found.activityId
  if (found.endsAt <= tx.now) return refuse('sign-up-over')
  const was = await leaveSignup(tx, signupId)
  if (was === undefined) {
    const now = await findSignup(tx, signupId)
    if (now?.attendance === 'present') refuse('sign-up-over', 'the roll found them there')
  }
  if (was === 'confirmed') await moveUpWaitlist(tx, { ...places, confirmed: places.confirmed - 1 })
  return found.activityId
}
