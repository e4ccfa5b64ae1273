import { civilDay } from '@sidan/types/civil'
import type { NoticeKind } from '@sidan/types/notices'
import type { Tx } from '../../platform/db.ts'
import { lockAbsorbed, post } from '../ledger/post.ts'
import { tell } from '../notices/tell-person.ts'
import { runsOut } from './rules.ts'
import { type DecisionRow, findRunOut, lockDecision, saveStanding } from './store.ts'

/** A locked decision takes effect: what the county bears for the record by now is owed. Vouchers that were given back meanwhile have made it less. */
export async function settleDecision(
  tx: Tx,
  decision: DecisionRow,
  told: { kind: NoticeKind; words?: string },
): Promise<void> {
  const { recordId, personId, policyVersion } = decision
  const points = await lockAbsorbed(tx, decision)
  await saveStanding(tx, recordId, points)
  const to = { person: personId, account: 'owed' } as const
  if (points > 0)
    await post(tx, {
      reason: 'fraud-owed',
      ref: recordId,
      policyVersion,
      happenedAt: tx.now,
      today: civilDay(tx.now),
      moves: [{ unit: 'points', amount: points, from: { issuer: 'debts' }, to }],
    })
  await tell(tx, [{ ...told, to: { personId }, about: decision.title, recordId, points }])
}

/** Every night: what nobody appealed against in time takes effect. Returns how many. */
export async function settleDecisions(tx: Tx): Promise<number> {
  let settled = 0
  for (const recordId of await findRunOut(tx, civilDay(tx.now))) {
    const decision = await lockDecision(tx, recordId)
    // Somebody may have appealed, or taken it back, while this waited for the lock.
    if (!runsOut(decision, civilDay(tx.now))) continue
    await settleDecision(tx, decision, { kind: 'fraud-standing' })
    settled += 1
  }
  return settled
}
