import type { Tx } from '../../platform/db.ts'
import { openRecord } from '../records/open-record.ts'
import { endClock, lockOverdueClocks } from './store.ts'

/** Ends the clocks nobody stopped, at the planned end + grace, and opens their records for review: never approved by themselves. Returns how many. */
export async function closeClocks(tx: Tx): Promise<number> {
  const overdue = await lockOverdueClocks(tx)
  for (const clock of overdue) {
    await endClock(tx, clock.id, clock.closesBy, 'automatic')
    await openRecord(tx, { at: clock, endedAt: clock.closesBy, grade: 'C', checkedOut: 'automatic' })
  }
  return overdue.length
}
