import type { PartnerRole } from '@sidan/types/partners'
import type { Role } from '@sidan/types/roles'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { mayLetIn, maySeePartner } from '../partners/rules.ts'
import { lockPartner } from '../partners/store.ts'
import { type Actor, mayGrant } from '../roles/rules.ts'
import { lockUnitPlace } from '../roles/store.ts'
import { renderCode } from './render-code.ts'
import { expiryFrom } from './rules.ts'
import { insertInvitations } from './store.ts'

/** Issues the one-time code with which somebody takes up a role that the actor may give. */
export async function issueInvitation(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  id: string,
  { unitId, role, displayName }: { unitId: string; role: Role; displayName: string },
): Promise<void> {
  const unit = (await lockUnitPlace(tx, unitId)) ?? refuse('not-found')
  orRefuseTrue(mayGrant(actor, role, unit, null))
  await issue(tx, actor, crypto, { id, role, unitId, displayName })
}

/** The same for who is to work at a partner's, by whoever may let them in. */
export async function issuePartnerInvitation(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  id: string,
  { partnerId, role, displayName }: { partnerId: string; role: PartnerRole; displayName: string },
): Promise<void> {
  const partner = await lockPartner(tx, partnerId, 'share')
  if (!partner || !maySeePartner(actor, partner)) return refuse('not-found')
  orRefuseTrue(mayLetIn(actor, role, partner))
  await issue(tx, actor, crypto, { id, role, unitId: partner.unit.id, partnerId, displayName })
}

async function issue(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  invited: { id: string; role: Role; unitId: string; partnerId?: string; displayName: string },
): Promise<void> {
  const codeHash = crypto.hashToken(renderCode(crypto, tx.countyId, { id: invited.id, round: 0 }))
  await insertInvitations(tx, [{ ...invited, codeHash, expiresAt: expiryFrom(tx.now), issuedById: actor.personId }])
  await writeAudit(tx, {
    actorId: actor.personId,
    action: 'issue-invitation',
    subjectKind: 'invitation',
    subjectId: invited.id,
  })
}
