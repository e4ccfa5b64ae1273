import * as qualifications from '@sidan/types/qualifications'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { addQualification } from './add-qualification.ts'
import { readMine, readOwn, readQualifications, readSomebodys } from './reads.ts'
import { refuseQualification } from './refuse-qualification.ts'
import { removeQualification } from './remove-qualification.ts'
import { verifyQualification } from './verify-qualification.ts'

export function qualificationsRoutes(http: Http<Actor>): void {
  http.read(qualifications.listMyQualifications, (tx, actor) => readMine(tx, actor))
  http.write(qualifications.addQualification, {
    subject: 'new',
    run: (tx, actor, { body }, id) => addQualification(tx, actor, id, body),
    show: (tx, actor, id) => readOwn(tx, actor, id),
  })
  http.write(qualifications.removeQualification, {
    subject: ({ params }) => params.qualificationId,
    run: (tx, actor, { params }) => removeQualification(tx, actor, params.qualificationId),
    show: async (_tx, _actor, qualificationId) => ({ qualificationId, removed: true as const }),
  })
  http.read(qualifications.listQualifications, (tx, actor, { query }) =>
    readQualifications(tx, actor, { filter: query.filter, cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.write(qualifications.verifyQualification, {
    subject: ({ params }) => params.qualificationId,
    run: (tx, actor, { params, body }) => verifyQualification(tx, actor, params.qualificationId, body.paperSeen),
    show: (tx, _actor, id) => readSomebodys(tx, id),
  })
  http.write(qualifications.refuseQualification, {
    subject: ({ params }) => params.qualificationId,
    run: (tx, actor, { params, body }) => refuseQualification(tx, actor, params.qualificationId, body),
    show: (tx, _actor, id) => readSomebodys(tx, id),
  })
}
