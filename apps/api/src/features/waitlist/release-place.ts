import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { tell } from '../notices/tell-person.ts'
import type { Places } from '../shifts/rules.ts'
import { moveUpWaitlist, toldOf } from './move-up-waitlist.ts'
import { readAttendees } from './reads.ts'
import { misfit } from './rules.ts'
import { findConfirmed, findPlaceFacts, saveMoves } from './store.ts'

/**
 * Who is confirmed and does not fit any more — a certificate or an insurance is over by the day, a consent was withdrawn — is told why, and the place goes
 * to who waits (rule-05, rule-06, rule-16). `places` are locked.
 */
export async function releaseUnfit(tx: Tx, places: Places): Promise<void> {
  if (places.confirmed === 0) return
  const found = await findPlaceFacts(tx, places)
  if (!found) return
  const rows = await findConfirmed(tx, places)
  const known = await readAttendees(tx, found.opening, rows, civilDay(found.startsAt))
  const off = rows.flatMap((row) => {
    const reason = misfit(found.opening, known(row))
    return reason === undefined ? [] : [{ row, reason }]
  })
  if (off.length === 0) return
  await saveMoves(
    tx,
    [],
    off.map(({ row }) => row.signupId),
  )
  await tell(
    tx,
    off.map(({ row, reason }) => toldOf(found, row, { kind: 'signup-not-fitting', reason })),
  )
  await moveUpWaitlist(tx, { ...places, confirmed: places.confirmed - off.length })
}
