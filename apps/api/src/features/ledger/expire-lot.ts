import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { policyVersionAt } from '../policy/reads.ts'
import { post } from './post.ts'

/** Expires what is left of lots whose last day is over; the expiry is an entry like any other. Returns how many lots. */
export async function expireLots(tx: Tx): Promise<number> {
  const today = civilDay(tx.now)
  const lapsed = await tx.rows<{ id: string; person_id: string }>({
    name: 'ledger.expired-lots',
    text: `select l.id, a.person_id from lots l join accounts a on a.county_id = l.county_id and a.id = l.account_id
      where l.county_id = $1 and l.expires_on < $2 and l.remaining > 0 order by l.account_id limit 500`,
    values: [tx.countyId, today],
  })
  const policyVersion = await policyVersionAt(tx)
  for (const lot of lapsed) {
    // Locked by the posting itself; somebody may have spent from it meanwhile, so the amount is read again under the account's lock.
    const [now] = await tx.rows<{ remaining: number }>({
      name: 'ledger.lot-left',
      text: `select l.remaining from accounts a join lots l on l.county_id = a.county_id and l.account_id = a.id
        where a.county_id = $1 and l.id = $2 for no key update of a`,
      values: [tx.countyId, lot.id],
    })
    if (!now || now.remaining === 0) continue
    await post(tx, {
      reason: 'lot-expiry',
      ref: lot.id,
      policyVersion,
      happenedAt: tx.now,
      today,
      moves: [
        {
          unit: 'points',
          amount: now.remaining,
          from: { person: lot.person_id, account: 'available' },
          to: { issuer: 'expired' },
          lot: lot.id,
        },
      ],
    })
  }
  return lapsed.length
}
