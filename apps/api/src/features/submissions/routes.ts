import { getOrderForm } from '@sidan/types/order-forms'
import * as moves from '@sidan/types/order-moves'
import * as orders from '@sidan/types/orders'
import type { Crypto } from '../../platform/crypto.ts'
import type { Database } from '../../platform/db.ts'
import type { Http } from '../../platform/http.ts'
import { readOrder } from '../order-details/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { readOrderForm } from './reads.ts'
import { resubmitOrder } from './resubmit-order.ts'
import { submitOrder } from './submit-order.ts'

export function submissionsRoutes(http: Http<Actor>, db: Database, crypto: Crypto): void {
  http.open(getOrderForm, ({ params, query }, bearer) => {
    const personId = bearer?.countyId === params.countyId ? bearer.personId : null
    return db.inCounty(params.countyId, (tx) => readOrderForm(tx, crypto, personId, params.itemId, query))
  })
  http.write(orders.submitOrder, {
    subject: 'new',
    run: (tx, actor, { body }, orderId) => submitOrder(tx, actor, crypto, orderId, body),
    show: (tx, actor, orderId) => readOrder(tx, actor, crypto, orderId),
  })
  http.write(moves.resubmitOrder, {
    subject: ({ params }) => params.orderId,
    run: (tx, actor, { params, body }) => resubmitOrder(tx, actor, crypto, params.orderId, body),
    show: (tx, actor, orderId) => readOrder(tx, actor, crypto, orderId),
  })
}
