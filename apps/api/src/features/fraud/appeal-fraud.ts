import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { mayAppeal } from './rules.ts'
import { findKeepers, lockDecision, saveAppeal } from './store.ts'

/** 申诉: the decision waits for another keeper's answer, and those who may give it are told. */
export async function appealFraud(tx: Tx, actor: Actor, input: { recordId: string; words: string }): Promise<void> {
  const decision = await lockDecision(tx, input.recordId)
  orRefuseTrue(mayAppeal(decision, actor, civilDay(tx.now)))
  await saveAppeal(tx, decision.recordId, input.words)
  const keepers = (await findKeepers(tx)).filter((personId) => personId !== decision.decidedById)
  await tell(
    tx,
    keepers.map((personId) => ({
      to: { personId },
      kind: 'fraud-appealed' as const,
      about: decision.title,
      recordId: decision.recordId,
    })),
    actor.personId,
  )
}
