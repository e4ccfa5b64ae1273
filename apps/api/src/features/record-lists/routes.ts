import { listDecidedRecords, listPendingRecords } from '@sidan/types/records'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { readDecidedRecords, readPendingRecords } from './reads.ts'

export function recordListsRoutes(http: Http<Actor>): void {
  http.read(listPendingRecords, (tx, actor, { query }) =>
    readPendingRecords(tx, actor, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.read(listDecidedRecords, (tx, actor, { query }) =>
    readDecidedRecords(tx, actor, { ...query, limit: pageLimit(query.limit) }),
  )
}
