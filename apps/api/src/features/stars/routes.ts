import { listStarChanges } from '@sidan/types/stars'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { readStarChanges } from './reads.ts'

export function starsRoutes(http: Http<Actor>): void {
  http.read(listStarChanges, (tx, actor, { query }) =>
    readStarChanges(tx, actor, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
}
