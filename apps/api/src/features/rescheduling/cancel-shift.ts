import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { openActivity } from '../activities/publish-activity.ts'
import { activityActions } from '../activities/rules.ts'
import { saveActivity, saveSpan } from '../activities/store.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { callOffShifts, findShiftsLeft, lockPlaces } from '../shifts/store.ts'
import { toldOf } from '../waitlist/move-up-waitlist.ts'
import { openShift } from './change-shift.ts'
import { changeable } from './rules.ts'
import { cancelSignups, findOpen } from './store.ts'

/** Calls one shift off, with a word on why: everybody signed up is told. Returns the activity's id. */
export async function cancelShift(tx: Tx, actor: Actor, shiftId: string, words: string): Promise<string> {
  const shift = await openShift(tx, actor, shiftId)
  if (!changeable(shift, tx.now)) refuse('activity-not-open')
  const told = await callOff(tx, [shiftId])
  await saveSpan(tx, shift.activityId)
  await tell(
    tx,
    told.map((one) => toldOf(shift, one, { kind: 'shift-cancelled', words })),
    actor.personId,
  )
  return shift.activityId
}

/** Calls all that is left of an activity off: everybody signed up is told once, with the reason. */
export async function cancelActivity(
  tx: Tx,
  actor: Actor,
  asked: { activityId: string; version: number; words: string },
): Promise<void> {
  const row = await openActivity(tx, actor, asked)
  if (!activityActions(row.state, row.endsAt, tx.now).includes('cancel')) refuse('activity-not-open')
  const told = await callOff(tx, await findShiftsLeft(tx, row.id))
  await saveActivity(tx, row, { state: 'cancelled', cancelledAt: tx.now, cancelWords: asked.words })
  const people = [...new Set(told.map(({ personId }) => personId))]
  await tell(
    tx,
    people.map((personId) => ({
      to: { personId },
      kind: 'activity-cancelled',
      about: row.title,
      activityId: row.id,
      words: asked.words,
    })),
    actor.personId,
  )
}

async function callOff(tx: Tx, shiftIds: string[]): Promise<{ personId: string }[]> {
  await lockPlaces(tx, shiftIds)
  const told = await findOpen(tx, shiftIds)
  await callOffShifts(tx, shiftIds)
  await cancelSignups(tx, shiftIds)
  return told
}
