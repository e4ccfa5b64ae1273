import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { post } from '../ledger/post.ts'
import { findTransfer } from '../ledger/reads.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { mayUndo } from './rules.ts'
import { findVerification, holdAgain, lockRedemption, lockWhoAndWhere, moveStock } from './store.ts'

/**
 * 撤回: what was handed out by mistake is held again, as if it had not been: the piece, the points, and the lots they are of. The voucher can be handed out or
 * given back afterwards; one whose time has passed meanwhile ends by itself.
 */
export async function undoVerification(tx: Tx, actor: Actor, redemptionId: string): Promise<void> {
  const redemption = await lockRedemption(tx, redemptionId)
  if (!redemption) return refuse('not-found')
  const pickUp = { stationId: redemption.pickUpUnitId, instituteId: redemption.pickUpInstituteId }
  const last = await findVerification(tx, redemptionId)
  orRefuseTrue(mayUndo({ ...redemption, pickUp }, last, actor, tx.now))
  if (!last || !(await lockWhoAndWhere(tx, redemption))) return refuse('undo-too-late')
  const capture = await findTransfer(tx, 'redemption-capture', last.id)
  await holdAgain(tx, last.id, actor.personId)
  await moveStock(tx, redemption.itemId, { stock: 0, held: 1, handedOut: -1 })
  await post(tx, {
    reason: 'redemption-undo',
    ref: last.id,
    reverses: capture.id,
    policyVersion: capture.policyVersion,
    happenedAt: tx.now,
    today: civilDay(tx.now),
    moves: [
      {
        unit: 'points',
        amount: redemption.pricePoints,
        from: { issuer: 'rewardStore' },
        to: { person: redemption.payerId, account: 'held' },
        of: capture.id,
      },
    ],
  })
  const { personId, title: about, pricePoints: points } = redemption
  await tell(tx, [{ to: { personId }, kind: 'voucher-returned', about, redemptionId, points }], actor.personId)
}
