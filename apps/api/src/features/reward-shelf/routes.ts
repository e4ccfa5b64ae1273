import * as shelf from '@sidan/types/reward-shelf'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { addItem } from './add-item.ts'
import { changeItem } from './change-item.ts'
import { readMoves, readShelf, readShelfItem } from './reads.ts'
import { recordMove } from './record-move.ts'
import { setActive } from './set-active.ts'

export function rewardShelfRoutes(http: Http<Actor>): void {
  http.read(shelf.listShelf, (tx, actor, { params, query }) =>
    readShelf(tx, actor, params.unitId, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.read(shelf.listStockMoves, (tx, actor, { params, query }) =>
    readMoves(tx, actor, params.itemId, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.write(shelf.addShelfItem, {
    subject: 'new',
    run: (tx, actor, { params, body }, itemId) => addItem(tx, actor, itemId, { ...params, ...body }),
    show: readShelfItem,
  })
  http.write(shelf.changeShelfItem, {
    subject: ({ params }) => params.itemId,
    run: (tx, actor, { params, body }) => changeItem(tx, actor, params.itemId, body),
    show: readShelfItem,
  })
  http.write(shelf.closeShelfItem, {
    subject: ({ params }) => params.itemId,
    run: (tx, actor, { params }) => setActive(tx, actor, params.itemId, false),
    show: readShelfItem,
  })
  http.write(shelf.reopenShelfItem, {
    subject: ({ params }) => params.itemId,
    run: (tx, actor, { params }) => setActive(tx, actor, params.itemId, true),
    show: readShelfItem,
  })
  http.write(shelf.recordStockMove, {
    subject: ({ params }) => params.itemId,
    run: (tx, actor, { params, body }) => recordMove(tx, actor, params.itemId, body),
    show: readShelfItem,
  })
}
