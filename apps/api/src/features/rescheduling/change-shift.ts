import type { ShiftForm } from '@sidan/types/activity-forms'
import type { Tx } from '../../platform/db.ts'
import { orRefuse, orRefuseTrue, refuse } from '../../platform/problem.ts'
import { mayRun, shiftTimes } from '../activities/rules.ts'
import { lockActivity, saveSpan } from '../activities/store.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import type { ShiftFacts } from '../shifts/rules.ts'
import { findShift, lockPlaces, moveShift, savePlaces, startsTaken } from '../shifts/store.ts'
import { moveUpWaitlist, toldOf } from '../waitlist/move-up-waitlist.ts'
import { changeable, enoughPlaces, eveningBefore } from './rules.ts'
import { cancelOverlapping, findOpen, moveSignups } from './store.ts'

/** A shift for whoever runs its activity; the activity is locked, so that nobody else changes either. Refuses not-found. */
export async function openShift(tx: Tx, actor: Actor, shiftId: string): Promise<ShiftFacts> {
  const found = await findShift(tx, shiftId)
  if (!found || !mayRun(actor, found)) return refuse('not-found')
  await lockActivity(tx, found.activityId)
  return (await findShift(tx, shiftId)) ?? refuse('not-found')
}

/** Moves a shift. Whoever signed up is told; whoever has another shift at the new time loses this place, and who waits moves up. Returns the activity's id. */
export async function changeShift(tx: Tx, actor: Actor, shiftId: string, form: ShiftForm): Promise<string> {
  const shift = await openShift(tx, actor, shiftId)
  if (!changeable(shift, tx.now)) refuse('activity-not-open')
  const times = orRefuse(shiftTimes(form, tx.now))
  const moved = { ...shift, ...times }
  if (await startsTaken(tx, moved)) refuse('period-invalid')
  const places = await lockPlaces(tx, [shiftId])
  const lost = await cancelOverlapping(tx, shiftId, times)
  const kept = await findOpen(tx, [shiftId])
  // Being told of the new time is being reminded, where the evening before it is over.
  const reminded = eveningBefore(times.startsAt) <= tx.now
  await moveShift(tx, shiftId, times, reminded)
  await moveSignups(tx, shiftId, times, reminded)
  await saveSpan(tx, shift.activityId)
  await tell(
    tx,
    [
      ...kept.map((one) => toldOf(moved, one, { kind: 'shift-changed' })),
      ...lost.map((one) => toldOf(moved, one, { kind: 'shift-place-lost' })),
    ],
    actor.personId,
  )
  for (const place of places) {
    const gone = lost.filter(({ openingId }) => openingId === place.openingId).length
    if (gone > 0) await moveUpWaitlist(tx, { ...place, confirmed: place.confirmed - gone })
  }
  return shift.activityId
}

/** Sets how many an opening takes in a shift. More places let who waits move up; fewer than are confirmed is refused. Returns the activity's id. */
export async function setPlaces(
  tx: Tx,
  actor: Actor,
  wanted: { shiftId: string; openingId: string; capacity: number; overbook: number; waitlist: number },
): Promise<string> {
  const shift = await openShift(tx, actor, wanted.shiftId)
  const [places] = await lockPlaces(tx, [wanted.shiftId], wanted.openingId)
  if (!places) return refuse('not-found')
  if (!changeable(shift, tx.now)) refuse('activity-not-open')
  orRefuseTrue(enoughPlaces(places, wanted))
  await savePlaces(tx, wanted)
  await moveUpWaitlist(tx, { ...places, ...wanted })
  return shift.activityId
}
