import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { type Telling, tell } from '../notices/tell-person.ts'
import { freeOf, namedAt, type Places, type ShiftFacts } from '../shifts/rules.ts'
import { lockPlaces } from '../shifts/store.ts'
import { readAttendees } from './reads.ts'
import { misfit, moveUp, type Queued } from './rules.ts'
import { findPlaceFacts, findQueue, findStalled, type PlaceFacts, type QueueRow, saveMoves } from './store.ts'

/** So many more of the queue are read than there are places: some are busy then, or do not fit any more. */
const spare = 10

/**
 * Lets who waits move up while there are places, in the order of the queue, and tells everybody who moved. `places` are locked, with what is confirmed
 * and waiting now; the answer is how they are afterwards.
 */
export async function moveUpWaitlist(tx: Tx, places: Places): Promise<Places> {
  if (places.waiting === 0 || freeOf(places) === 0) return places
  const found = await findPlaceFacts(tx, places)
  if (found?.state !== 'open' || found.activityState !== 'published' || found.startsAt <= tx.now) return places
  let after = places
  let last: QueueRow | undefined
  for (let more = true; more && freeOf(after) > 0; ) {
    const limit = freeOf(after) + spare
    const rows = await findQueue(tx, places, limit, last)
    const { up, off } = await moveSome(tx, found, rows, freeOf(after))
    after = { ...after, confirmed: after.confirmed + up, waiting: after.waiting - up - off }
    more = rows.length === limit
    last = rows.at(-1)
  }
  return after
}

async function moveSome(
  tx: Tx,
  found: PlaceFacts,
  rows: QueueRow[],
  free: number,
): Promise<{ up: number; off: number }> {
  const known = await readAttendees(tx, found.opening, rows, civilDay(found.startsAt))
  const queue = rows.map((row): QueueRow & Queued => ({ ...row, misfit: misfit(found.opening, known(row)) }))
  const { up, off } = moveUp(free, queue)
  if (up.length + off.length === 0) return { up: 0, off: 0 }
  await saveMoves(
    tx,
    up.map(({ signupId }) => signupId),
    off.map(({ row }) => row.signupId),
  )
  await tell(tx, [
    ...up.map((row) => toldOf(found, row, { kind: 'signup-moved-up' })),
    ...off.map(({ row, reason }) => toldOf(found, row, { kind: 'signup-not-fitting', reason })),
  ])
  return { up: up.length, off: off.length }
}

/** What somebody is told about a shift of theirs. */
export const toldOf = (
  shift: Pick<ShiftFacts, 'title' | 'startsAt' | 'activityId' | 'shiftId'>,
  { personId }: { personId: string },
  what: Pick<Telling, 'kind' | 'reason' | 'words'>,
): Telling => ({
  ...what,
  to: { personId },
  about: namedAt(shift.title, shift.startsAt),
  activityId: shift.activityId,
  shiftId: shift.shiftId,
})

/**
 * Every minute: places that are free although somebody waits. Whoever was busy when it was their turn may be free by now. Returns how many moved up.
 */
export async function moveUpStalled(tx: Tx): Promise<number> {
  let moved = 0
  for (const { shiftId, openingId } of await findStalled(tx)) {
    const [places] = await lockPlaces(tx, [shiftId], openingId)
    if (places) moved += (await moveUpWaitlist(tx, places)).confirmed - places.confirmed
  }
  return moved
}
