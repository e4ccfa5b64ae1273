import * as wordChecks from '@sidan/types/word-checks'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { readHeldWords, readReviewed } from './reads.ts'
import { reviewWords } from './review-words.ts'

export function wordChecksRoutes(http: Http<Actor>): void {
  http.read(wordChecks.listHeldWords, (tx, actor, { query }) =>
    readHeldWords(tx, actor, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.write(wordChecks.reviewWords, {
    subject: ({ params }) => params.checkId,
    run: (tx, actor, { params, body }) => reviewWords(tx, actor, params.checkId, body.show),
    show: (tx, _actor, checkId) => readReviewed(tx, checkId),
  })
}
