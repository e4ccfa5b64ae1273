import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { policyVersionAt } from '../policy/reads.ts'
import { creditApproved } from '../records/credit-approved.ts'
import { type LockedRecord, lockRecord, saveNoticeOver } from '../records/store.ts'
import { isOver } from './rules.ts'
import { countWaiting, findOver } from './store.ts'

/** Ends the notice of a locked record if it is over: it counts from now on, once. Returns whether it was. */
export async function endNotice(tx: Tx, locked: LockedRecord): Promise<boolean> {
  const { record } = locked
  if (record.state !== 'onNotice' || !isOver(record, await countWaiting(tx, record.id), civilDay(tx.now))) return false
  await saveNoticeOver(tx, record)
  await creditApproved(tx, locked, { personId: null, policyVersion: await policyVersionAt(tx) })
  return true
}

/** Ends every notice that is over. Returns how many. */
export async function endNotices(tx: Tx): Promise<number> {
  let ended = 0
  for (const recordId of await findOver(tx, civilDay(tx.now)))
    if (await endNotice(tx, await lockRecord(tx, recordId))) ended += 1
  return ended
}
