import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { mayUndoUse } from './rules.ts'
import { endUse, lockUse } from './store.ts'

/** 撤回: a use that was scanned by mistake does not count. Its code stays used: the phone shows another. */
export async function undoUse(tx: Tx, actor: Actor, useId: string): Promise<void> {
  const use = (await lockUse(tx, useId)) ?? refuse('not-found')
  orRefuseTrue(mayUndoUse(use, actor, tx.now))
  await endUse(tx, useId, actor.personId)
  const { benefits } = await policyOf(tx, use.policyVersion)
  const about = benefits.find(({ code }) => code === use.benefit)?.name ?? use.benefit
  await tell(tx, [{ to: { personId: use.personId }, kind: 'benefit-returned', about }])
}
