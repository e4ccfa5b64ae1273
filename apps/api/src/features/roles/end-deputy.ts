import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from './rules.ts'
import { endGrant, lockGrant } from './store.ts'

/** Ends a deputy's stead at once: by the keeper who named them, or by the deputy. Counts from the next request. */
export async function endDeputy(tx: Tx, actor: Actor, grantId: string): Promise<void> {
  const grant = await lockGrant(tx, grantId)
  const mine = grant && (grant.personId === actor.personId || grant.grantedById === actor.personId)
  if (!grant || !mine) return refuse('not-found')
  if (grant.deputyForId === null) refuse('role-not-grantable')
  if (grant.endedAt === null) await endGrant(tx, grantId, actor.personId)
}
