import { addDays, civilDay, civilMonth, momentOf, monthSpan } from '@sidan/types/civil'
import type { Policy } from '@sidan/types/policy'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { mayUsePoints } from '../families/rules.ts'
import { lockTie } from '../families/store.ts'
import { post } from '../ledger/post.ts'
import { tell } from '../notices/tell-person.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { limitFromDay, mayRedeem, withinLimits } from './rules.ts'
import { insertRedemption, lockItem, takePiece } from './store.ts'

/** 换: one piece off the shelf, the points held, a voucher to fetch it with — all or nothing. The last piece goes to whoever locks the item first. */
export async function redeemItem(
  tx: Tx,
  actor: Actor,
  redemptionId: string,
  { itemId, payerId = actor.personId }: { itemId: string; payerId?: string | undefined },
): Promise<void> {
  const today = civilDay(tx.now)
  const policy = await policyOf(tx, actor.policyVersion)
  if (payerId !== actor.personId) await usePointsOf(tx, actor, payerId, policy)
  const item = await lockItem(tx, itemId)
  orRefuseTrue(mayRedeem(item, tx.now))
  await insertRedemption(tx, {
    id: redemptionId,
    personId: actor.personId,
    payerId,
    item,
    pickUpBy: momentOf(addDays(today, policy.rewards.holdDays + 1)),
  })
  await post(tx, {
    reason: 'redemption-hold',
    ref: redemptionId,
    policyVersion: actor.policyVersion,
    happenedAt: tx.now,
    today,
    moves: [
      {
        unit: 'points',
        amount: item.pricePoints,
        from: { person: payerId, account: 'available' },
        to: { person: payerId, account: 'held' },
      },
    ],
  })
  const taken = await takePiece(tx, item.id, actor.personId, {
    monthFrom: monthSpan(civilMonth(tx.now)).from,
    itemFrom: momentOf(limitFromDay(item, today)),
  })
  orRefuseTrue(withinLimits(taken, policy.rewards.limitPerPersonPerMonth, item))
  if (payerId === actor.personId) return
  const told = { to: { personId: payerId }, kind: 'family-points-used' as const, about: item.title, redemptionId }
  await tell(tx, [{ ...told, points: item.pricePoints, words: actor.displayName }])
}

/** Another of the family pays, as they let the others: their points are held, and stay theirs if the voucher is given back. */
async function usePointsOf(tx: Tx, actor: Actor, payerId: string, policy: Policy): Promise<void> {
  if (policy.rewards.family === null) refuse('family-off')
  orRefuseTrue(mayUsePoints(await lockTie(tx, actor.personId, payerId)))
}
