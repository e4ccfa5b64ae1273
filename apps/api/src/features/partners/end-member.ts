import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { endGrant, lockGrant } from '../roles/store.ts'
import { maySeePartner, mayStaff } from './rules.ts'
import { findPartner } from './store.ts'

/** Somebody works there no more; it counts from their next request. What they handed out stays theirs. */
export async function endMember(
  tx: Tx,
  actor: Actor,
  { partnerId, grantId }: { partnerId: string; grantId: string },
): Promise<void> {
  const grant = await lockGrant(tx, grantId)
  const partner = await findPartner(tx, partnerId)
  if (!grant || !partner || grant.partnerId !== partnerId || !maySeePartner(actor, partner)) return refuse('not-found')
  if (!mayStaff(actor, grant.role, partner)) refuse('role-not-grantable')
  if (grant.endedAt !== null) return
  await endGrant(tx, grantId, actor.personId, 'left-post')
  const about = partner.name
  await tell(tx, [{ to: { personId: grant.personId }, kind: 'role-ended', about }], actor.personId)
  await writeAudit(tx, { actorId: actor.personId, action: 'end-role', subjectKind: 'role-grant', subjectId: grantId })
}
