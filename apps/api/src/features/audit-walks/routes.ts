import * as walks from '@sidan/types/audit-walks'
import type { Crypto } from '../../platform/crypto.ts'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { drawWalk } from './draw-walk.ts'
import { readWalk, readWalks } from './reads.ts'

export function auditWalksRoutes(http: Http<Actor>, crypto: Crypto): void {
  http.write(walks.drawWalk, {
    subject: 'new',
    run: (tx, actor, { body }, walkId) => drawWalk(tx, actor, crypto, walkId, body),
    show: (tx, actor, walkId) => readWalk(tx, actor, walkId),
  })
  http.read(walks.listWalks, (tx, actor, { query }) =>
    readWalks(tx, actor, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.read(walks.getWalk, (tx, actor, { params }) => readWalk(tx, actor, params.walkId))
}
