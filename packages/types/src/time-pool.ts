/**
 * 爱心时间池: one for a county that keeps a time bank. Whoever has time of their own gives some to it, and staff set it aside for orders of people who have none.
 * Who serves earns it as they would a requester's. It is never sold either (rule-13).
 */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { OrderId } from './ids.ts'
import { CreditMinutes, TimeBank } from './time-bank.ts'
import { Minutes } from './units.ts'

/** 捐给爱心时间池: of one's own alone, at once and for good. */
export const giveToPool = endpoint({
  name: 'giveToPool',
  method: 'POST',
  path: '/v1/me/time-bank/pool-gifts',
  body: z.strictObject({ minutes: CreditMinutes }),
  status: 201,
  reply: TimeBank,
  problems: ['time-bank-off', 'not-enough-time'],
})

/** The pool's time set aside for one order; null while there is none. What its requester set aside themselves does not show here (rule-08). */
export const PoolPledge = z.strictObject({
  orderId: OrderId,
  minutes: z.nullable(Minutes),
  state: z.nullable(z.enum(['held', 'paid', 'released'])),
  /** What of it went to who served. */
  paidMinutes: Minutes,
  /** What the pool has left. */
  poolMinutes: Minutes,
  allowedActions: z.array(z.enum(['pledge', 'release'])),
})
export type PoolPledge = z.infer<typeof PoolPledge>

const orderParams = z.strictObject({ orderId: OrderId })
export const getPoolPledge = endpoint({
  name: 'getPoolPledge',
  method: 'GET',
  path: '/v1/orders/:orderId/pool-pledge',
  params: orderParams,
  reply: PoolPledge,
  problems: ['time-bank-off', 'not-found'],
})
/** 用爱心时间池: by who decides on orders where this one lies, not for an order they asked for or serve themselves; before anybody serves. */
export const pledgePoolTime = endpoint({
  name: 'pledgePoolTime',
  method: 'POST',
  path: '/v1/orders/:orderId/pool-pledge',
  params: orderParams,
  body: z.strictObject({ minutes: CreditMinutes }),
  reply: PoolPledge,
  problems: ['time-bank-off', 'not-found', 'own-order', 'order-not-open', 'time-pledged', 'pool-too-small'],
})
/** Puts it back into the pool, before anybody serves. */
export const releasePoolTime = endpoint({
  name: 'releasePoolTime',
  method: 'POST',
  path: '/v1/orders/:orderId/pool-pledge/release',
  params: orderParams,
  reply: PoolPledge,
  problems: ['not-found', 'own-order', 'order-not-open'],
})
