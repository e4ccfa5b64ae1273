import * as dispatch from '@sidan/types/dispatch'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { Crypto } from '../../platform/crypto.ts'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import { readOrder } from '../order-details/reads.ts'
import { triageOrder } from '../orders/triage-order.ts'
import type { Actor } from '../roles/rules.ts'
import { readSuggestions } from '../suggestions/reads.ts'
import { dispatchOrder } from './dispatch-order.ts'
import { readOffers, readTasks, readWorkList } from './reads.ts'

type BulkResult = AnswerOf<typeof dispatch.triageOrders>['results'][number]

export function dispatchRoutes(http: Http<Actor>, crypto: Crypto): void {
  http.read(dispatch.getWorkList, (tx, actor, { query }) =>
    readWorkList(tx, actor, { filter: query.filter ?? 'all', cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.read(dispatch.suggestForOrder, (tx, actor, { params }) => readSuggestions(tx, actor, params.orderId))
  http.write(dispatch.dispatchOrder, {
    subject: ({ params }) => params.orderId,
    run: (tx, actor, { params, body }) => dispatchOrder(tx, actor, { orderId: params.orderId, ...body }),
    show: (tx, actor, orderId) => readOrder(tx, actor, crypto, orderId),
  })
  http.each(dispatch.triageOrders, {
    items: ({ body }) => body.orders,
    keyOf: (order) => order.orderId,
    run: (tx, actor, order) => triageOrder(tx, actor, order),
    show: async (_tx, _actor, { orderId }): Promise<BulkResult> => ({ orderId, ok: true, code: null }),
    refused: ({ orderId }, code) => ({ orderId, ok: false, code }),
    reply: (results) => ({ results }),
  })
  http.each(dispatch.dispatchOrders, {
    items: ({ body }) => body.orders.map((order) => ({ ...order, target: body.target })),
    keyOf: (order) => order.orderId,
    run: (tx, actor, order) => dispatchOrder(tx, actor, order),
    show: async (_tx, _actor, { orderId }): Promise<BulkResult> => ({ orderId, ok: true, code: null }),
    refused: ({ orderId }, code) => ({ orderId, ok: false, code }),
    reply: (results) => ({ results }),
  })
  http.read(dispatch.listOffers, (tx, actor, { query }) => readOffers(tx, actor, pageLimit(query.limit)))
  http.read(dispatch.listTasks, (tx, actor, { query }) => readTasks(tx, actor, pageLimit(query.limit)))
}
