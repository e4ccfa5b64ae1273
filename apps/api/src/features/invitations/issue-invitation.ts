import type { Role } from '@sidan/types/roles'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
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
  const codeHash = crypto.hashToken(renderCode(crypto, tx.countyId, { id, round: 0 }))
  const issuedById = actor.personId
  await insertInvitations(tx, [{ id, codeHash, role, unitId, displayName, expiresAt: expiryFrom(tx.now), issuedById }])
  await writeAudit(tx, {
    actorId: actor.personId,
    action: 'issue-invitation',
    subjectKind: 'invitation',
    subjectId: id,
  })
}
