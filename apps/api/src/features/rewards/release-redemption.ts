import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { post, settleReturned } from '../ledger/post.ts'
import { findTransfer } from '../ledger/reads.ts'
import type { Telling } from '../notices/tell-person.ts'
import { endRedemption, moveStock, type RedemptionRow } from './store.ts'

/** Gives points and stock back, of a voucher that was not fetched. */
export async function releaseRedemption(
  tx: Tx,
  redemption: RedemptionRow,
  state: 'cancelled' | 'expired',
): Promise<void> {
  await endRedemption(tx, redemption.id, state)
  await moveStock(tx, redemption.itemId, { stock: 1, held: -1, handedOut: 0 })
  await voidHold(tx, redemption)
}

/** Tells whoever paid that the points are back, and the holder, where that is another, what became of the voucher. */
export const gaveBack = (
  { id, personId, payerId, title, pricePoints }: RedemptionRow,
  what: Pick<Telling, 'kind' | 'words'>,
): Telling[] =>
  [...new Set([personId, payerId])].map((told) => ({
    ...what,
    to: { personId: told },
    about: title,
    redemptionId: id,
    ...(told === payerId ? { points: pricePoints } : {}),
  }))

/**
 * The points that a voucher holds return to their lots with their old expiry. What is past it expires in the same transaction, and what belongs to a record that
 * was reversed meanwhile goes back to the county, which had absorbed it.
 */
export async function voidHold(tx: Tx, redemption: RedemptionRow): Promise<void> {
  const hold = await findTransfer(tx, 'redemption-hold', redemption.id)
  const fact = { policyVersion: hold.policyVersion, happenedAt: tx.now, today: civilDay(tx.now) }
  const person = redemption.payerId
  const voidId = await post(tx, {
    ...fact,
    reason: 'redemption-void',
    ref: redemption.id,
    reverses: hold.id,
    moves: [
      {
        unit: 'points',
        amount: redemption.pricePoints,
        from: { person, account: 'held' },
        to: { person, account: 'available' },
        of: hold.id,
      },
    ],
  })
  await settleReturned(tx, { ...fact, personId: person, voidId, ref: redemption.id })
}
