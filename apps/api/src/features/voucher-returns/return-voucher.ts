import { civilDay } from '@sidan/types/civil'
import type { BodyOf } from '@sidan/types/endpoint'
import type { returnVoucher as ReturnVoucher } from '@sidan/types/voucher-returns'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { post } from '../ledger/post.ts'
import { findTransfer } from '../ledger/reads.ts'
import { tell } from '../notices/tell-person.ts'
import { countsOf } from '../reward-shelf/rules.ts'
import { insertMove } from '../reward-shelf/store.ts'
import { gaveBack, voidHold } from '../rewards/release-redemption.ts'
import { findVerification, lockRedemption, lockWhoAndWhere, moveStock } from '../rewards/store.ts'
import type { Actor } from '../roles/rules.ts'
import { mayTakeBack } from './rules.ts'
import { saveReturn } from './store.ts'

/**
 * 退货: the capture is reversed and the hold voided, so that the points are where they came from, with their old last day. The piece lies on the shelf again;
 * one that is broken is written off, which is a movement of the shelf like any other.
 */
export async function returnVoucher(
  tx: Tx,
  actor: Actor,
  redemptionId: string,
  { words, piece }: BodyOf<typeof ReturnVoucher>,
): Promise<void> {
  const redemption = await lockRedemption(tx, redemptionId)
  if (!redemption) return refuse('not-found')
  const pickUp = { stationId: redemption.pickUpUnitId, instituteId: redemption.pickUpInstituteId }
  const last = await findVerification(tx, redemptionId)
  orRefuseTrue(mayTakeBack({ ...redemption, pickUp }, last, actor, tx.now))
  if (!last || !(await lockWhoAndWhere(tx, redemption))) return refuse('return-too-late')
  const capture = await findTransfer(tx, 'redemption-capture', last.id)
  await saveReturn(tx, last.id, { byId: actor.personId, words })
  await moveStock(tx, redemption.itemId, { stock: 1, held: 0, handedOut: -1 })
  const { payerId, itemId, pricePoints } = redemption
  if (piece === 'writtenOff') {
    const move = { itemId, kind: piece, count: 1, words: `退货：${words}`, byId: actor.personId }
    await insertMove(tx, move, countsOf(piece, 1))
  }
  await post(tx, {
    reason: 'redemption-return',
    ref: last.id,
    reverses: capture.id,
    policyVersion: capture.policyVersion,
    happenedAt: tx.now,
    today: civilDay(tx.now),
    moves: [
      {
        unit: 'points',
        amount: pricePoints,
        from: { issuer: 'rewardStore' },
        to: { person: payerId, account: 'held' },
        of: capture.id,
      },
    ],
  })
  await voidHold(tx, redemption)
  await tell(tx, gaveBack(redemption, { kind: 'voucher-brought-back', words }), actor.personId)
}
