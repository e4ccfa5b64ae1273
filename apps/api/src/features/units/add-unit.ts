import type { BodyOf } from '@sidan/types/endpoint'
import type { addUnit as AddUnit } from '@sidan/types/organisation'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { makeShortCode } from '../../platform/short-code.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { Actor } from '../roles/rules.ts'
import { findUnitPlace } from '../roles/store.ts'
import { hoursFit, mayAdd } from './rules.ts'
import { findChildren, insertUnit, lockUnit } from './store.ts'

/** Adds a 点 or 岗. Its code is its parent's with a number behind, so that lists by code keep it beside its parent (rule-30). */
export async function addUnit(
  tx: Tx,
  actor: Actor,
  id: string,
  { parentId, ...input }: BodyOf<typeof AddUnit> & { parentId: string },
): Promise<void> {
  const parent = await lockUnit(tx, parentId)
  const place = parent && (await findUnitPlace(tx, parentId))
  if (!parent || !place) return refuse('not-found')
  orRefuseTrue(mayAdd(actor, place))
  orRefuseTrue(hoursFit(input.opensAt, input.closesAt))
  const beside = await findChildren(tx, parentId)
  if (beside.some(({ name, active }) => active && name === input.name)) refuse('unit-name-taken')
  const taken = beside.map(({ code }) =>
    Number(code.startsWith(`${parent.code}-`) ? code.slice(parent.code.length + 1) : 0),
  )
  const unit = {
    ...input,
    id,
    code: `${parent.code}-${String(Math.max(0, ...taken) + 1).padStart(2, '0')}`,
    parentId,
    instituteId: parent.instituteId,
    adjacentCodes: [],
    active: true,
  }
  while (!(await insertUnit(tx, { ...unit, shortCode: makeShortCode(6) })));
  await writeAudit(tx, { actorId: actor.personId, action: 'add-unit', subjectKind: 'unit', subjectId: id })
}
