import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { Actor } from '../roles/rules.ts'
import { renderCode } from './render-code.ts'
import { expiryFrom, mayChange, maySeeAt } from './rules.ts'
import { findWhere, lockInvitationById, saveInvitation } from './store.ts'

/** A new code for 7 days: the one before is worth nothing any more. */
export async function renewInvitation(tx: Tx, actor: Actor, crypto: Crypto, id: string): Promise<void> {
  const invitation = await lockInvitationById(tx, id)
  const where = invitation && (await findWhere(tx, invitation))
  if (!invitation || !where || !maySeeAt(actor, where)) return refuse('not-found')
  orRefuseTrue(mayChange(actor, where, invitation))
  const round = invitation.round + 1
  const codeHash = crypto.hashToken(renderCode(crypto, tx.countyId, { id, round }))
  await saveInvitation(tx, id, { round, codeHash, expiresAt: expiryFrom(tx.now) })
  await writeAudit(tx, {
    actorId: actor.personId,
    action: 'renew-invitation',
    subjectKind: 'invitation',
    subjectId: id,
  })
}
