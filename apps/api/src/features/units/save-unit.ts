import type { BodyOf } from '@sidan/types/endpoint'
import type { saveUnit as SaveUnit } from '@sidan/types/organisation'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { Actor } from '../roles/rules.ts'
import { findUnitPlace } from '../roles/store.ts'
import { hoursFit, mayCare } from './rules.ts'
import { lockUnit, saveUnitRow } from './store.ts'

/** Changes what a unit's page says of it; the responsible person only as they agreed to. */
export async function saveUnit(tx: Tx, actor: Actor, unitId: string, input: BodyOf<typeof SaveUnit>): Promise<void> {
  const unit = await lockUnit(tx, unitId)
  const place = unit && (await findUnitPlace(tx, unitId))
  if (!unit || !place) return refuse('not-found')
  orRefuseTrue(mayCare(actor, place))
  const {
    responsible,
    phone = unit.phone,
    address = unit.address,
    opensAt = unit.opensAt,
    closesAt = unit.closesAt,
  } = input
  orRefuseTrue(hoursFit(opensAt, closesAt))
  const person = responsible && {
    responsibleName: responsible.displayName,
    responsibleRole: responsible.roleWord,
    responsibleConsentAt: tx.now,
  }
  const nobody = { responsibleName: null, responsibleRole: null, responsibleConsentAt: null }
  const shown = responsible === undefined ? {} : (person ?? nobody)
  await saveUnitRow(tx, unitId, { phone, address, opensAt, closesAt, ...shown })
  await writeAudit(tx, { actorId: actor.personId, action: 'save-unit', subjectKind: 'unit', subjectId: unitId })
}
