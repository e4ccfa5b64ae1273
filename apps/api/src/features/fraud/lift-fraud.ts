import { civilDay, endOfMonthAfter } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { lockAbsorbed, type Move, post, settleReturned } from '../ledger/post.ts'
import { findDebt } from '../ledger/reads.ts'
import { tell } from '../notices/tell-person.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { mayLift } from './rules.ts'
import { type DecisionRow, lockDecision, saveLifted } from './store.ts'

/** The decision was wrong: what was paid comes back, what is still owed ends, and the person reads why. */
export async function liftFraud(tx: Tx, actor: Actor, input: { recordId: string; words: string }): Promise<void> {
  const decision = await lockDecision(tx, input.recordId)
  orRefuseTrue(mayLift(decision, actor))
  const { recordId, personId, title } = decision
  await saveLifted(tx, recordId, actor.personId, input.words)
  const points = await giveBack(tx, decision, actor.policyVersion)
  await tell(tx, [{ to: { personId }, kind: 'fraud-lifted', about: title, recordId, points, words: input.words }])
  await writeAudit(tx, {
    actorId: actor.personId,
    action: 'lift-fraud',
    subjectKind: 'record',
    subjectId: recordId,
  })
}

/**
 * Gives what was paid back to the lots that paid it, and where their last day has passed meanwhile as a new lot: nobody loses points by a mistake of the staff.
 * What had been earned with a record that was itself taken back since goes on to the county, as when a voucher is given back. Returns how many points came back.
 */
async function giveBack(tx: Tx, decision: DecisionRow, inForce: number): Promise<number> {
  const { recordId, personId, policyVersion } = decision
  await lockAbsorbed(tx, decision)
  const debt = await findDebt(tx, recordId)
  if (!debt) return 0
  const today = civilDay(tx.now)
  const { points } = await policyOf(tx, inForce)
  const anew = endOfMonthAfter(today, points.lotLifetimeMonths)
  const move = { unit: 'points', debt: debt.id } as const
  const available = { person: personId, account: 'available' } as const
  const owed = { person: personId, account: 'owed' } as const
  const moves: Move[] = debt.paid.map((paid) => ({
    ...move,
    amount: paid.points,
    from: { issuer: 'absorbed' },
    to: available,
    ...(paid.expiresOn < today && !paid.undone ? { expiresOn: anew } : { lot: paid.lotId }),
  }))
  if (debt.remaining > 0) moves.push({ ...move, amount: debt.remaining, from: owed, to: { issuer: 'debts' } })
  if (moves.length > 0) {
    const fact = { ref: recordId, policyVersion, happenedAt: tx.now, today }
    const voidId = await post(tx, { ...fact, reason: 'fraud-lifted', moves })
    await settleReturned(tx, { ...fact, personId, voidId })
  }
  return debt.paid.reduce((sum, paid) => sum + paid.points, 0)
}
