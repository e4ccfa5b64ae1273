import { civilDay } from '@sidan/types/civil'
import { parseShortCode } from '@sidan/types/short-codes'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { Actor } from './rules.ts'
import { endInvitation, insertGrant, lockInvitation, lockUnitPlace } from './store.ts'

/** Takes up the role a one-time code was issued for: of two who bring it at once, one gets it. */
export async function acceptInvitation(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  grantId: string,
  typed: string,
): Promise<void> {
  const code = parseShortCode(typed)
  const invitation = code === null ? undefined : await lockInvitation(tx, crypto.hashToken(code))
  if (!invitation || invitation.acceptedAt !== null || invitation.revokedAt !== null || invitation.expiresAt <= tx.now)
    return refuse('invitation-unknown')
  const { role, unitId, partnerId, issuedById } = invitation
  // Nobody gives a role to themselves, not by way of a code either.
  if (issuedById === actor.personId) refuse('role-not-grantable')
  if (!(await lockUnitPlace(tx, unitId))) refuse('invitation-unknown')
  await endInvitation(tx, invitation, actor.personId)
  const grant = {
    id: grantId,
    personId: actor.personId,
    role,
    unitId,
    partnerId,
    fromDay: civilDay(tx.now),
    grantedById: issuedById,
  }
  if (!(await insertGrant(tx, grant))) refuse('role-held-already')
  await writeAudit(tx, {
    actorId: actor.personId,
    action: 'accept-invitation',
    subjectKind: 'role-grant',
    subjectId: grantId,
  })
}
