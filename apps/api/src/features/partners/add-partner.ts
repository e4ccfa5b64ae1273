import type { BodyOf } from '@sidan/types/endpoint'
import type { addPartner as AddPartner } from '@sidan/types/partners'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { Actor } from '../roles/rules.ts'
import { findUnitPlace } from '../roles/store.ts'
import { lockUnit } from '../units/store.ts'
import { mayAddPartner } from './rules.ts'
import { insertPartner, isNameTaken } from './store.ts'

/** Takes a partner in. The unit is locked, so that it does not close meanwhile and two do not take the same one in. */
export async function addPartner(
  tx: Tx,
  actor: Actor,
  id: string,
  { unitId, ...written }: BodyOf<typeof AddPartner> & { unitId: string },
): Promise<void> {
  const unit = (await lockUnit(tx, unitId)) && (await findUnitPlace(tx, unitId))
  if (!unit) return refuse('not-found')
  if (!mayAddPartner(actor, unit)) refuse('not-allowed')
  if (await isNameTaken(tx, unitId, written.name, id)) refuse('partner-name-taken')
  await insertPartner(tx, { ...written, id, unitId, addedById: actor.personId })
  await writeAudit(tx, { actorId: actor.personId, action: 'add-partner', subjectKind: 'partner', subjectId: id })
}
