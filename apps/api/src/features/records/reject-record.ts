import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { mayReject } from './rules.ts'
import { lockRecord, saveDecision } from './store.ts'

/** 退回 of a service record with words the volunteer reads; nothing is posted, nothing is deleted. */
export async function rejectRecord(
  tx: Tx,
  actor: Actor,
  input: { recordId: string; version: number; words: string },
): Promise<void> {
  const { record, title } = await lockRecord(tx, input.recordId)
  const policy = await policyOf(tx, record.policyVersion)
  const answer = mayReject({ ...record, minutes: record.clockedMinutes + record.declaredMinutes }, actor, policy.hours)
  if (answer !== true) refuse(answer)
  if (record.version !== input.version) refuse('record-not-pending')
  await saveDecision(tx, record, { state: 'rejected', byId: actor.personId, words: input.words })
  await tell(
    tx,
    [
      {
        to: { personId: record.personId },
        kind: 'record-rejected',
        about: title,
        orderId: record.orderId,
        shiftId: record.shiftId,
        recordId: record.id,
      },
    ],
    actor.personId,
  )
}
