import * as ledger from '@sidan/types/ledger'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { readBalances, readPoints } from './reads.ts'

export function ledgerRoutes(http: Http<Actor>): void {
  http.read(ledger.getBalances, (tx, actor) => readBalances(tx, actor))
  http.read(ledger.listPoints, (tx, actor, { query }) =>
    readPoints(tx, actor, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
}
