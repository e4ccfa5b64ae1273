import type { BodyOf, Endpoint, ParamsOf } from '@sidan/types/endpoint'
import * as moves from '@sidan/types/order-moves'
import * as orders from '@sidan/types/orders'
import type { Crypto } from '../../platform/crypto.ts'
import { pageLimit } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import type { Call, Http } from '../../platform/http.ts'
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

  /** A verb on the order named in the path: the use case gets the body with the order's id, and the reply is the order as it is now. */
  const verb = <E extends OrderVerbEndpoint>(
    endpoint: E,
    run: (tx: Tx, actor: Actor, input: { orderId: string } & BodyOf<E>) => Promise<void>,
  ) =>
    http.write<E>(endpoint, {
      subject: (call: Call<E>) => orderIdOf(call.params),
      run: (tx, actor, call) => run(tx, actor, { ...call.body, orderId: orderIdOf(call.params) }),
      show: (tx, actor, orderId) => show(tx, actor, orderId) as never, // every verb's reply is the order
    })
  verb(moves.triageOrder, triageOrder)
  verb(moves.sendBackOrder, sendBackOrder)
  verb(moves.rejectOrder, rejectOrder)
  verb(moves.markDuplicateOrder, markDuplicate)
  verb(moves.cancelOrder, cancelOrder)
  verb(moves.acceptOrder, acceptOrder)
  verb(moves.declineOrder, declineOrder)
  verb(moves.returnOrder, returnOrder)
  verb(moves.nameGoers, nameGoers)
  verb(moves.fulfillOrder, fulfillOrder)
  verb(moves.rateOrder, rateOrder)
  verb(moves.reopenOrder, reopenOrder)
}

type OrderVerbEndpoint = Endpoint & { params: typeof moves.triageOrder.params; reply: typeof orders.getOrder.reply }

const orderIdOf = (params: ParamsOf<typeof moves.triageOrder>): string => params.orderId
