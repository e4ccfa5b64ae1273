import type { Tx } from '../../platform/db.ts'
import { daysPerFold } from './rules.ts'
import { foldMarked, lockState, markEnded } from './store.ts'

/** Counts the days anew that were marked since the last time. Twice changes nothing. Returns how many days. */
export async function foldDays(tx: Tx): Promise<number> {
  await lockState(tx)
  await markEnded(tx)
  return foldMarked(tx, daysPerFold)
}
