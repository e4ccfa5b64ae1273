import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { endMembership, lockMembership } from './store.ts'

/** Leaves the family they are in, if any. */
export async function leaveAnyFamily(tx: Tx, personId: string): Promise<void> {
  const membership = await lockMembership(tx, personId)
  if (membership) await endMembership(tx, membership.id)
}

/** Leaves: from then on nobody uses the actor's points, and they nobody's. */
export async function leaveFamily(tx: Tx, actor: Actor): Promise<string> {
  const membership = (await lockMembership(tx, actor.personId)) ?? refuse('not-in-family')
  await endMembership(tx, membership.id)
  return membership.familyId
}
