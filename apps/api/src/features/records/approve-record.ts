import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { recomputeStars } from '../stars/recompute-stars.ts'
import { creditRecord } from './credit-record.ts'
import { mayApprove } from './rules.ts'
import { lockRecord, saveDecision } from './store.ts'

/**
 * 审核通过 of a service record, by somebody else at a high enough tier. Minutes and points are posted in the same transaction, under the policy the
 * service happened under. Stars are decided anew, under the policy of now.
 */
export async function approveRecord(tx: Tx, actor: Actor, input: { recordId: string; version: number }): Promise<void> {
  const { record, title, ratedStars } = await lockRecord(tx, input.recordId)
  const policy = await policyOf(tx, record.policyVersion)
  const minutes = record.clockedMinutes + record.declaredMinutes
  const answer = mayApprove({ ...record, minutes }, actor, policy.hours)
  if (answer !== true) refuse(answer)
  if (record.version !== input.version) refuse('record-not-pending')
  await saveDecision(tx, record, { state: 'approved', byId: actor.personId })
  const points = await creditRecord(tx, record, ratedStars)
  if (minutes > 0 && record.serviceNature === 'voluntary')
    await recomputeStars(tx, { personIds: [record.personId], reason: 'hours', policyVersion: actor.policyVersion })
  await tell(
    tx,
    [
      {
        to: { personId: record.personId },
        kind: 'record-approved',
        about: title,
        orderId: record.orderId,
        shiftId: record.shiftId,
        recordId: record.id,
        minutes,
        points,
      },
    ],
    actor.personId,
  )
}
