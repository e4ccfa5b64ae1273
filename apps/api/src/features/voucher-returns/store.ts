import type { Tx } from '../../platform/db.ts'

/** It came back: the voucher is over for good, its verification says when, to whom and why. */
export async function saveReturn(
  tx: Tx,
  verificationId: string,
  { byId, words }: { byId: string; words: string },
): Promise<void> {
  await tx.rows({
    name: 'voucher-returns.save',
    text: `with back as (
        update voucher_verifications set returned_at = $3, returned_by_id = $4, return_words = $5 where county_id = $1 and id = $2 returning redemption_id)
      update redemptions r set state = 'returned' from back where r.county_id = $1 and r.id = back.redemption_id`,
    values: [tx.countyId, verificationId, tx.now, byId, words],
  })
}
