import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { mayWithdraw } from './rules.ts'
import { lockRecord, saveWithdrawal } from './store.ts'

/** Takes a record of one's own back before anybody decided: nothing was posted, nothing is deleted, and the time is free again. */
export async function withdrawRecord(
  tx: Tx,
  actor: Actor,
  input: { recordId: string; version: number },
): Promise<void> {
  const { record } = await lockRecord(tx, input.recordId)
  orRefuseTrue(mayWithdraw(record, actor))
  if (record.version !== input.version) refuse('record-not-pending')
  await saveWithdrawal(tx, record)
}
