import { civilDay, endOfMonthAfter } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { post } from '../ledger/post.ts'
import { tell } from '../notices/tell-person.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { recomputeStars } from '../stars/recompute-stars.ts'
import { mayDecide, pointsFor } from './rules.ts'
import { lockRecord, saveDecision } from './store.ts'

/**
 * 审核通过 of a service record, by somebody else at a high enough tier. Minutes and points are posted in the same transaction, under the policy the
 * service happened under; points live until the end of the month the policy's lifetime ends in. Stars are decided anew, under the policy of now.
 */
export async function approveRecord(tx: Tx, actor: Actor, input: { recordId: string; version: number }): Promise<void> {
  const { record, title, ratedStars } = await lockRecord(tx, input.recordId)
  const policy = await policyOf(tx, record.policyVersion)
  const minutes = record.clockedMinutes + record.declaredMinutes
  const answer = mayDecide({ ...record, minutes }, actor, policy.hours)
  if (answer !== true) refuse(answer)
  if (record.version !== input.version) refuse('record-not-pending')
  await saveDecision(tx, record, { state: 'approved', byId: actor.personId })
  const fact = {
    ref: record.id,
    policyVersion: record.policyVersion,
    happenedAt: record.startedAt,
    today: civilDay(tx.now),
  }
  if (minutes > 0 && record.serviceNature === 'voluntary') {
    await post(tx, {
      ...fact,
      reason: 'record-minutes',
      moves: [
        {
          unit: 'minutes',
          amount: minutes,
          from: { issuer: 'serviceRecords' },
          to: { person: record.personId, account: 'earnedMinutes' },
        },
      ],
    })
    await recomputeStars(tx, { personIds: [record.personId], reason: 'hours', policyVersion: actor.policyVersion })
  }
  const { totalPoints } = pointsFor({ ...record, minutes, stars: ratedStars }, policy.points)
  if (totalPoints > 0) {
    await post(tx, {
      ...fact,
      reason: 'record-points',
      moves: [
        {
          unit: 'points',
          amount: totalPoints,
          from: { issuer: 'serviceRecords' },
          to: { person: record.personId, account: 'available' },
          expiresOn: endOfMonthAfter(civilDay(tx.now), policy.points.lotLifetimeMonths),
        },
      ],
    })
  }
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
        points: totalPoints,
      },
    ],
    actor.personId,
  )
}
