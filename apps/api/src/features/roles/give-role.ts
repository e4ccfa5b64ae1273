import { civilDay } from '@sidan/types/civil'
import type { Role } from '@sidan/types/roles'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { tell } from '../notices/tell-person.ts'
import { type Actor, mayGrant } from './rules.ts'
import { findPerson, insertGrant, lockUnitPlace } from './store.ts'

/** Whoever stands above gives somebody a role on a unit, from today on; the person is told. */
export async function giveRole(
  tx: Tx,
  actor: Actor,
  grantId: string,
  { unitId, personId, role }: { unitId: string; personId: string; role: Role },
): Promise<void> {
  const unit = (await lockUnitPlace(tx, unitId)) ?? refuse('not-found')
  orRefuseTrue(mayGrant(actor, role, unit, personId))
  if (!(await findPerson(tx, personId))) refuse('target-unknown')
  const grant = { id: grantId, personId, role, unitId, fromDay: civilDay(tx.now), grantedById: actor.personId }
  if (!(await insertGrant(tx, grant))) refuse('role-held-already')
  await tell(tx, [{ to: { personId }, kind: 'role-granted', about: unit.name }])
  await writeAudit(tx, { actorId: actor.personId, action: 'grant-role', subjectKind: 'role-grant', subjectId: grantId })
}
