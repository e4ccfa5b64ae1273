import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { type Actor, maySeeGrants } from '../roles/rules.ts'
import { findUnitPlace } from '../roles/store.ts'
import { mayChange } from './rules.ts'
import { lockInvitationById, saveInvitation } from './store.ts'

/** Takes an invitation back: its code is worth nothing any more. */
export async function revokeInvitation(tx: Tx, actor: Actor, id: string): Promise<void> {
  const invitation = await lockInvitationById(tx, id)
  const unit = invitation && (await findUnitPlace(tx, invitation.unitId))
  if (!invitation || !unit || !maySeeGrants(actor, unit)) return refuse('not-found')
  orRefuseTrue(mayChange(actor, unit, invitation))
  await saveInvitation(tx, id, { revokedAt: tx.now })
  await writeAudit(tx, {
    actorId: actor.personId,
    action: 'revoke-invitation',
    subjectKind: 'invitation',
    subjectId: id,
  })
}
