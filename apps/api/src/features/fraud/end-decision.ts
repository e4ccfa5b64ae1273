import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { lockAbsorbed, post } from '../ledger/post.ts'
import { findDebt } from '../ledger/reads.ts'
import { findOpen, lockDecision, saveEnded } from './store.ts'

/** Somebody closes their account: what was decided and what they owe ends with it, and nobody is chased. What the county bore it goes on bearing. */
export async function endDecisions(tx: Tx, personId: string): Promise<void> {
  for (const recordId of await findOpen(tx, personId)) {
    const decision = await lockDecision(tx, recordId)
    await saveEnded(tx, recordId)
    await lockAbsorbed(tx, decision)
    const debt = await findDebt(tx, recordId)
    if (!debt || debt.remaining === 0) continue
    await post(tx, {
      reason: 'owed-ended',
      ref: recordId,
      policyVersion: decision.policyVersion,
      happenedAt: tx.now,
      today: civilDay(tx.now),
      moves: [
        {
          unit: 'points',
          amount: debt.remaining,
          from: { person: personId, account: 'owed' },
          to: { issuer: 'debts' },
          debt: debt.id,
        },
      ],
    })
  }
}
