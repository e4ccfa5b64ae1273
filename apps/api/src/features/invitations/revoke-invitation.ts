import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { Actor } from '../roles/rules.ts'
import { mayChange, maySeeAt } from './rules.ts'
import { findWhere, lockInvitationById, saveInvitation } from './store.ts'

/** Takes an invitation back: its code is worth nothing any more. */
export async function revokeInvitation(tx: Tx, actor: Actor, id: string): Promise<void> {
  const invitation = await lockInvitationById(tx, id)
  const where = invitation && (await findWhere(tx, invitation))
  if (!invitation || !where || !maySeeAt(actor, where)) return refuse('not-found')
  orRefuseTrue(mayChange(actor, where, invitation))
  await saveInvitation(tx, id, { revokedAt: tx.now })
  await writeAudit(tx, {
    actorId: actor.personId,
    action: 'revoke-invitation',
    subjectKind: 'invitation',
    subjectId: id,
  })
}
