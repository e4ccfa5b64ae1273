import { addDays, civilDay, civilMonth, momentOf, monthSpan } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue } from '../../platform/problem.ts'
import { post } from '../ledger/post.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { limitFromDay, mayRedeem, withinLimits } from './rules.ts'
import { insertRedemption, lockItem, takePiece } from './store.ts'

/** 换: one piece off the shelf, the points held, a voucher to fetch it with — all or nothing. The last piece goes to whoever locks the item first. */
export async function redeemItem(tx: Tx, actor: Actor, redemptionId: string, itemId: string): Promise<void> {
  const today = civilDay(tx.now)
  const policy = await policyOf(tx, actor.policyVersion)
  const item = await lockItem(tx, itemId)
  orRefuseTrue(mayRedeem(item, tx.now))
  await insertRedemption(tx, {
    id: redemptionId,
    personId: actor.personId,
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
        from: { person: actor.personId, account: 'available' },
        to: { person: actor.personId, account: 'held' },
      },
    ],
  })
  const taken = await takePiece(tx, item.id, actor.personId, {
    monthFrom: monthSpan(civilMonth(tx.now)).from,
    itemFrom: momentOf(limitFromDay(item, today)),
  })
  orRefuseTrue(withinLimits(taken, policy.rewards.limitPerPersonPerMonth, item))
}
