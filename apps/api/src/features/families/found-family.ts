import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { insertFounded } from './store.ts'

/** How many a family may have. Refuses family-off where the county has no family account. */
export async function mostMembersOf(tx: Tx, actor: Actor): Promise<number> {
  const { rewards } = await policyOf(tx, actor.policyVersion)
  return rewards.family?.mostMembers ?? refuse('family-off')
}

/** Begins a family with the actor in it. */
export async function foundFamily(tx: Tx, actor: Actor, familyId: string, shares: boolean): Promise<void> {
  await mostMembersOf(tx, actor)
  if (!(await insertFounded(tx, familyId, actor.personId, shares))) refuse('in-family-already')
}
