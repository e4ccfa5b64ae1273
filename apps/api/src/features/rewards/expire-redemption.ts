import type { Tx } from '../../platform/db.ts'
import { tell } from '../notices/tell-person.ts'
import { gaveBack, releaseRedemption } from './release-redemption.ts'
import { lockUnclaimed } from './store.ts'

/** Ends the vouchers nobody fetched in time; points and stock go back and the owner is told. Returns how many. */
export async function expireRedemptions(tx: Tx): Promise<number> {
  const unclaimed = await lockUnclaimed(tx)
  for (const redemption of unclaimed) await releaseRedemption(tx, redemption, 'expired')
  await tell(
    tx,
    unclaimed.flatMap((redemption) => gaveBack(redemption, { kind: 'voucher-expired' })),
  )
  return unclaimed.length
}
