import { addDays, civilDay } from '@sidan/types/civil'
import { endingWithinDays } from '@sidan/types/qualifications'
import type { Tx } from '../../platform/db.ts'
import { tell } from '../notices/tell-person.ts'
import { lockEnding } from './store.ts'

/**
 * Tells people once for each day on which points of theirs end, 30 days before, how many. What a missed night left untold the next one tells; what is spent
 * by then, or reserved by a voucher, is not told.
 */
export async function tellPointsEndings(tx: Tx): Promise<number> {
  const today = civilDay(tx.now)
  const ending = await lockEnding(tx, today, addDays(today, endingWithinDays))
  // A day at a time: of one kind nobody is told twice in one telling.
  for (const day of new Set(ending.map(({ expiresOn }) => expiresOn)))
    await tell(
      tx,
      ending
        .filter(({ expiresOn }) => expiresOn === day)
        .map(({ personId, points }) => ({ to: { personId }, kind: 'points-expiring', about: day, points })),
    )
  return ending.length
}
