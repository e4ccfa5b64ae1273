import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { endMembership, lockMembership } from './store.ts'

/** Leaves the family they are in, if any. */
export async function leaveAnyFamily(tx: Tx, personId: string): Promise<void> {
  const membership = await lockMembership(tx, personId)
  if (membership) await endMembership(tx, membership.id)
}

/** The actor's own membership of a family, locked. Refuses not-found: of other families nobody learns anything. */
export async function lockOwn(tx: Tx, actor: Actor, familyId: string): Promise<{ id: string }> {
  const membership = await lockMembership(tx, actor.personId)
  return membership?.familyId === familyId ? membership : refuse('not-found')
}

/** Leaves: from then on nobody uses the actor's points, and they nobody's. */
export async function leaveFamily(tx: Tx, actor: Actor, familyId: string): Promise<void> {
  await endMembership(tx, (await lockOwn(tx, actor, familyId)).id)
}
