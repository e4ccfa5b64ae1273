import * as moves from '@sidan/types/order-moves'
import * as orders from '@sidan/types/orders'
import type { Crypto } from '../../platform/crypto.ts'
import { pageLimit } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import type { Http } from '../../platform/http.ts'
import { readMyOrders } from '../order-cards/reads.ts'
import { acceptOrder } from '../orders/accept-order.ts'
import { cancelOrder } from '../orders/cancel-order.ts'
import { declineOrder } from '../orders/decline-order.ts'
import { fulfillOrder } from '../orders/fulfill-order.ts'
import { markDuplicate } from '../orders/mark-duplicate.ts'
import { nameGoers } from '../orders/name-goers.ts'
import { rejectOrder } from '../orders/reject-order.ts'
import { reopenOrder } from '../orders/reopen-order.ts'
import { returnOrder } from '../orders/return-order.ts'
import { readContact, revealContact } from '../orders/reveal-contact.ts'
import { sendBackOrder } from '../orders/send-back-order.ts'
import { triageOrder } from '../orders/triage-order.ts'
import { rateOrder } from '../records/rate-order.ts'
import type { Actor } from '../roles/rules.ts'
import { readOrder } from './reads.ts'

export function ordersRoutes(http: Http<Actor>, crypto: Crypto): void {
  const show = (tx: Tx, actor: Actor, orderId: string) => readOrder(tx, actor, crypto, orderId)

  http.read(orders.listMyOrders, (tx, actor, { query }) =>
    readMyOrders(tx, actor, { cursor: query.cursor, limit: pageLimit(query.limit), open: query.open === 'true' }),
  )
  http.read(orders.getOrder, (tx, actor, { params }) => show(tx, actor, params.orderId))
  http.write(orders.revealContact, {
    subject: ({ params }) => params.orderId,
    run: (tx, actor, { params }) => revealContact(tx, actor, params.orderId),
    show: (tx, actor, orderId) => readContact(tx, actor, crypto, orderId),
  })

  const onOrder = { subject: ({ params }: { params: { orderId: string } }) => params.orderId, show }
  const left = async (_tx: Tx, _actor: Actor, orderId: string) => ({ orderId, left: true as const })
  http.write(moves.triageOrder, {
    ...onOrder,
    run: (tx, actor, { params, body }) => triageOrder(tx, actor, { ...params, ...body }),
  })
  http.write(moves.sendBackOrder, {
    ...onOrder,
    run: (tx, actor, { params, body }) => sendBackOrder(tx, actor, { ...params, ...body }),
  })
  http.write(moves.rejectOrder, {
    ...onOrder,
    run: (tx, actor, { params, body }) => rejectOrder(tx, actor, { ...params, ...body }),
  })
  http.write(moves.markDuplicateOrder, {
    ...onOrder,
    run: (tx, actor, { params, body }) => markDuplicate(tx, actor, { ...params, ...body }),
  })
  http.write(moves.cancelOrder, {
    ...onOrder,
    run: (tx, actor, { params, body }) => cancelOrder(tx, actor, { ...params, ...body }),
  })
  http.write(moves.acceptOrder, {
    ...onOrder,
    run: (tx, actor, { params, body }) => acceptOrder(tx, actor, { ...params, ...body }),
  })
  http.write(moves.declineOrder, {
    ...onOrder,
    show: left,
    run: (tx, actor, { params, body }) => declineOrder(tx, actor, { ...params, ...body }),
  })
  http.write(moves.returnOrder, {
    ...onOrder,
    show: left,
    run: (tx, actor, { params, body }) => returnOrder(tx, actor, { ...params, ...body }),
  })
  http.write(moves.nameGoers, {
    ...onOrder,
    run: (tx, actor, { params, body }) => nameGoers(tx, actor, { ...params, ...body }),
  })
  http.write(moves.fulfillOrder, {
    ...onOrder,
    run: (tx, actor, { params, body }) => fulfillOrder(tx, actor, { ...params, ...body }),
  })
  http.write(moves.rateOrder, {
    ...onOrder,
    run: (tx, actor, { params, body }) => rateOrder(tx, actor, { ...params, ...body }),
  })
  http.write(moves.reopenOrder, {
    ...onOrder,
    run: (tx, actor, { params, body }) => reopenOrder(tx, actor, { ...params, ...body }),
  })
}
