import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { type Move, post, type Side } from '../ledger/post.ts'
import { movePool } from '../time-pool/store.ts'
import { findCredited, lockCredit } from './store.ts'

/**
 * After a record was corrected or taken back: what its chain brought in time credit beyond the minutes that stand now goes back, to the bank or to who paid it: a person or the pool.
 * What the person has no more of the county's `absorbed` gives, so that nobody owes time and who paid is whole.
 */
export async function returnCredit(
  tx: Tx,
  version: { id: string; chainId: string; personId: string; policyVersion: number; startedAt: Date },
  standingMinutes: number,
): Promise<void> {
  const credited = await findCredited(tx, version.chainId)
  const amount = (credited?.minutes ?? 0) - standingMinutes
  if (!credited || amount <= 0) return
  const { own } = await lockCredit(tx, version.personId)
  const taken = Math.min(amount, own)
  const to = payerOf(credited.payer)
  const moves: Move[] = [
    { unit: 'timeCredit', amount: taken, from: { person: version.personId, account: 'timeCredit' }, to },
    { unit: 'timeCredit', amount: amount - taken, from: { issuer: 'absorbed' }, to },
  ]
  await post(tx, {
    reason: 'credit-take-back',
    ref: version.id,
    policyVersion: version.policyVersion,
    happenedAt: version.startedAt,
    today: civilDay(tx.now),
    moves: moves.filter((move) => move.amount > 0),
  })
  if ('issuer' in to && to.issuer === 'timePool') await movePool(tx, amount)
}

/** Where what was paid goes back to. */
function payerOf(payer: string): Side {
  if (payer === 'timeBank') return { issuer: 'timeBank' }
  return payer === 'timePoolHeld' ? { issuer: 'timePool' } : { person: payer, account: 'receivedCredit' }
}
