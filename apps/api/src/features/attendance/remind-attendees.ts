import type { Tx } from '../../platform/db.ts'
import { tell } from '../notices/tell-person.ts'
import { lockPlaces } from '../shifts/store.ts'
import { toldOf } from '../waitlist/move-up-waitlist.ts'
import { releaseUnfit } from '../waitlist/release-place.ts'
import { lateReminderUntil } from './rules.ts'
import { type DueShift, findDueShifts, saveReminded, saveRemindedLate } from './store.ts'

/**
 * Every minute: whoever is confirmed is reminded once — at 18:00 the day before, or two hours before the start where they were confirmed after that.
 * That evening is also when whoever does not fit any more hears of it, so that somebody else can come. Returns how many were reminded.
 */
export async function remindAttendees(tx: Tx): Promise<number> {
  const due = await dueShifts(tx)
  const shiftIds = due.map(({ shiftId }) => shiftId)
  const evening = due.length === 0 ? [] : await saveReminded(tx, shiftIds)
  const late = await saveRemindedLate(tx, lateReminderUntil(tx.now))
  await tell(tx, [
    ...evening.flatMap((one) => {
      const shift = due.find(({ shiftId }) => shiftId === one.shiftId)
      return shift ? [toldOf(shift, one, { kind: 'shift-reminder' })] : []
    }),
    ...late.map((one) => toldOf(one, one, { kind: 'shift-reminder' })),
  ])
  return evening.length + late.length
}

/** What is due, with its places locked: a shift that was moved or called off meanwhile is not among them. */
async function dueShifts(tx: Tx): Promise<DueShift[]> {
  const seen = (await findDueShifts(tx)).map(({ shiftId }) => shiftId)
  if (seen.length === 0) return []
  const places = await lockPlaces(tx, seen)
  const due = (await findDueShifts(tx)).filter(({ shiftId }) => seen.includes(shiftId))
  for (const place of places) if (due.some(({ shiftId }) => shiftId === place.shiftId)) await releaseUnfit(tx, place)
  return due
}
