import * as notices from '@sidan/types/public-notices'
import { pageLimit } from '../../platform/cursor.ts'
import type { Database } from '../../platform/db.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { dismissObjection } from './dismiss-objection.ts'
import { objectToRecord } from './object-record.ts'
import { readObjection, readObjections, readPublicNotices } from './reads.ts'

export function publicNoticesRoutes(http: Http<Actor>, db: Database): void {
  http.open(notices.listPublicNotices, ({ params, query }) =>
    db.inCounty(params.countyId, (tx) => readPublicNotices(tx, { ...query, limit: pageLimit(query.limit) })),
  )
  http.write(notices.objectToRecord, {
    subject: 'new',
    run: (tx, actor, { params, body }, id) =>
      objectToRecord(tx, actor, id, { recordId: params.recordId, words: body.words }),
    show: (tx, actor, id) => readObjection(tx, actor, id),
  })
  http.read(notices.listObjections, (tx, actor, { query }) =>
    readObjections(tx, actor, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.write(notices.dismissObjection, {
    subject: ({ params }) => params.objectionId,
    run: (tx, actor, { params, body }) =>
      dismissObjection(tx, actor, { objectionId: params.objectionId, words: body.words }),
    show: async (_tx, _actor, objectionId) => ({ objectionId, dismissed: true as const }),
  })
}
