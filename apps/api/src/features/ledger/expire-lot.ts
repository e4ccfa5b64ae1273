import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { policyVersionAt } from '../policy/reads.ts'
import { post } from './post.ts'

/** Expires what is left of lots whose last day is over; the expiry is an entry like any other. Returns how many lots. */
export async function expireLots(tx: Tx): Promise<number> {
  const today = civilDay(tx.now)
  // Accounts first, in id order, as every posting locks them; only then are the lots read, so that a spend we waited for is seen.
  await tx.rows({
    name: 'ledger.lock-lapsed',
    text: `select 1 from accounts where county_id = $1 and id in (
        select account_id from lots where county_id = $1 and expires_on < $2 and remaining > 0 order by account_id limit 200)
      order by id for no key update`,
    values: [tx.countyId, today],
  })
  const lapsed = await tx.rows<{ id: string; remaining: number; person_id: string }>({
    name: 'ledger.lapsed-lots',
    text: `select l.id, l.remaining, a.person_id from lots l join accounts a on a.county_id = l.county_id and a.id = l.account_id
      where l.county_id = $1 and l.expires_on < $2 and l.remaining > 0 order by l.account_id, l.id limit 200`,
    values: [tx.countyId, today],
  })
  const policyVersion = await policyVersionAt(tx)
  for (const lot of lapsed) {
    await post(tx, {
      reason: 'lot-expiry',
      ref: lot.id,
      policyVersion,
      happenedAt: tx.now,
      today,
      moves: [
        {
          unit: 'points',
          amount: lot.remaining,
          from: { person: lot.person_id, account: 'available' },
          to: { issuer: 'expired' },
          lot: lot.id,
        },
      ],
    })
  }
  return lapsed.length
}
