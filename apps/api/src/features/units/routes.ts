import * as organisation from '@sidan/types/organisation'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { addUnit } from './add-unit.ts'
import { closeUnit } from './close-unit.ts'
import { readUnit } from './reads.ts'
import { saveUnit } from './save-unit.ts'

export function unitsRoutes(http: Http<Actor>): void {
  http.read(organisation.getUnit, (tx, actor, { params }) => readUnit(tx, actor, params.unitId))
  http.write(organisation.saveUnit, {
    subject: ({ params }) => params.unitId,
    run: (tx, actor, { params, body }) => saveUnit(tx, actor, params.unitId, body),
    show: (tx, actor, unitId) => readUnit(tx, actor, unitId),
  })
  http.write(organisation.addUnit, {
    subject: 'new',
    run: (tx, actor, { params, body }, id) => addUnit(tx, actor, id, { ...body, parentId: params.unitId }),
    show: (tx, actor, unitId) => readUnit(tx, actor, unitId),
  })
  http.write(organisation.closeUnit, {
    subject: ({ params }) => params.unitId,
    run: (tx, actor, { params }) => closeUnit(tx, actor, params.unitId),
    show: (tx, actor, unitId) => readUnit(tx, actor, unitId),
  })
}
