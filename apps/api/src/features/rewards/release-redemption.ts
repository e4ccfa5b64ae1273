import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { post } from '../ledger/post.ts'
import { findTransfer, lapsedLots } from '../ledger/reads.ts'
import { endRedemption, moveStock, type RedemptionRow } from './store.ts'

/**
 * Gives points and stock back: the lots return with their old expiry, and what is past it expires in the same transaction.
 */
export async function releaseRedemption(
  tx: Tx,
  redemption: RedemptionRow,
  state: 'cancelled' | 'expired',
): Promise<void> {
  const hold = await findTransfer(tx, 'redemption-hold', redemption.id)
  const fact = { policyVersion: hold.policyVersion, happenedAt: tx.now, today: civilDay(tx.now) }
  await endRedemption(tx, redemption.id, state, null)
  await moveStock(tx, redemption.itemId, { stock: 1, held: -1, handedOut: 0 })
  const person = redemption.personId
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
  const lapsed = await lapsedLots(tx, voidId, fact.today)
  if (lapsed.length === 0) return
  await post(tx, {
    ...fact,
    reason: 'lot-expiry',
    ref: redemption.id, // the lot itself may have expired before, with what was not held then
    moves: lapsed.map((lot) => ({
      unit: 'points',
      amount: lot.remaining,
      from: { person, account: 'available' },
      to: { issuer: 'expired' },
      lot: lot.id,
    })),
  })
}
