import type { EndReason } from '@sidan/types/role-grants'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { tell } from '../notices/tell-person.ts'
import { type Actor, mayEnd, maySeeGrants } from './rules.ts'
import { endGrant, findUnitPlace, isKept, lockGrant } from './store.ts'

/**
 * Whoever may give a role may end it; it counts from the next request, and a deputy's stead ends with it. The person is told; when nobody keeps the
 * unit any more, so is the next unit above that somebody keeps.
 */
export async function endRole(
  tx: Tx,
  actor: Actor,
  { grantId, reason }: { grantId: string; reason: EndReason },
): Promise<void> {
  const grant = await lockGrant(tx, grantId)
  const unit = grant && (await findUnitPlace(tx, grant.unitId))
  if (!grant || grant.partnerId !== null || !unit || !maySeeGrants(actor, unit)) return refuse('not-found')
  orRefuseTrue(mayEnd(actor, grant, unit))
  if (grant.endedAt !== null) return
  await endGrant(tx, grantId, actor.personId, reason)
  await tell(tx, [{ to: { personId: grant.personId }, kind: 'role-ended', about: unit.name }])
  await writeAudit(tx, { actorId: actor.personId, action: 'end-role', subjectKind: 'role-grant', subjectId: grantId })
  if (grant.role === 'keeper' && !(await isKept(tx, unit.id))) await tellAbove(tx, actor, unit)
}

async function tellAbove(tx: Tx, actor: Actor, unit: { name: string; aboveIds: readonly string[] }): Promise<void> {
  for (const aboveId of unit.aboveIds) {
    if (!(await isKept(tx, aboveId))) continue
    await tell(tx, [{ to: { keepersOf: aboveId }, kind: 'unit-without-keeper', about: unit.name }], actor.personId)
    return
  }
}
