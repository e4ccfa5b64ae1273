import * as ledger from '@sidan/types/ledger'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { readMinutes, readPoints } from './reads.ts'

export function movementsRoutes(http: Http<Actor>): void {
  http.read(ledger.listMinutes, (tx, actor, { query }) =>
    readMinutes(tx, actor, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.read(ledger.listPoints, (tx, actor, { query }) =>
    readPoints(tx, actor, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
}
