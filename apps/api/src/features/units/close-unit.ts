import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { findUnitPlace } from '../roles/store.ts'
import { mayClose } from './rules.ts'
import { endRoles, isInUse, lockUnit, saveUnitRow } from './store.ts'

/** Closes a unit where nothing is open. Its roles end and its invitations are taken back; whoever held one is told. */
export async function closeUnit(tx: Tx, actor: Actor, unitId: string): Promise<void> {
  const unit = await lockUnit(tx, unitId)
  const place = unit && (await findUnitPlace(tx, unitId))
  if (!unit || !place) return refuse('not-found')
  orRefuseTrue(mayClose(actor, place))
  if (await isInUse(tx, unitId)) refuse('unit-in-use')
  await saveUnitRow(tx, unitId, { active: false })
  const held = await endRoles(tx, unitId, actor.personId)
  await tell(
    tx,
    held.map((personId) => ({ to: { personId }, kind: 'role-ended' as const, about: unit.name })),
    actor.personId,
  )
  await writeAudit(tx, { actorId: actor.personId, action: 'close-unit', subjectKind: 'unit', subjectId: unitId })
}
