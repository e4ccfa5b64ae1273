/** The verbs on one order: each takes the `version` the person was looking at, and answers order-changed if somebody moved it since. */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { OrderId, PersonId, PhotoHash } from './ids.ts'
import { CountedResult, Order } from './orders.ts'
import { lackCodes } from './standing.ts'
import { Phone, Slot, text } from './units.ts'

const params = z.strictObject({ orderId: OrderId })
/** Who declines or returns an order has left it: it is no longer theirs to see. */
const Left = z.strictObject({ orderId: OrderId, left: z.literal(true) })
const Reason = z.strictObject({ reason: z.string().check(z.maxLength(40)), words: z.optional(text(200)) })

const moved = ['not-found', 'not-allowed', 'order-not-open', 'order-changed'] as const
const version = z.int().check(z.gte(1))

/** 审核通过. */
export const triageOrder = endpoint({
  name: 'triageOrder',
  method: 'POST',
  path: '/v1/orders/:orderId/triage',
  params,
  body: z.strictObject({ version }),
  reply: Order,
  problems: [...moved, 'own-order'],
})
/** 退回补充, with one of the policy's one-tap reasons. */
export const sendBackOrder = endpoint({
  name: 'sendBackOrder',
  method: 'POST',
  path: '/v1/orders/:orderId/send-back',
  params,
  body: z.strictObject({ version, ...Reason.shape }),
  reply: Order,
  problems: [...moved, 'own-order', 'reason-unknown'],
})
/** 没能办, with a reason and whom to call. */
export const rejectOrder = endpoint({
  name: 'rejectOrder',
  method: 'POST',
  path: '/v1/orders/:orderId/reject',
  params,
  body: z.strictObject({ version, ...Reason.shape }),
  reply: Order,
  problems: [...moved, 'own-order', 'reason-unknown'],
})
/** 并到另一张单, named by its short code. */
export const markDuplicateOrder = endpoint({
  name: 'markDuplicateOrder',
  method: 'POST',
  path: '/v1/orders/:orderId/mark-duplicate',
  params,
  body: z.strictObject({ version, duplicateOf: z.string().check(z.maxLength(20)) }),
  reply: Order,
  problems: [...moved, 'own-order', 'duplicate-of-itself'],
})
/** The requester corrects what was sent back. */
export const resubmitOrder = endpoint({
  name: 'resubmitOrder',
  method: 'POST',
  path: '/v1/orders/:orderId/resubmit',
  params,
  body: z.strictObject({
    version,
    slot: z.optional(Slot),
    contact: z.optional(z.strictObject({ address: z.optional(text(120)), phone: z.optional(Phone) })),
    note: z.optional(text(200)),
  }),
  reply: Order,
  problems: [...moved, 'slot-not-possible'],
})
/** 撤销, any time before the service starts; costs nothing. */
export const cancelOrder = endpoint({
  name: 'cancelOrder',
  method: 'POST',
  path: '/v1/orders/:orderId/cancel',
  params,
  body: z.strictObject({ version }),
  reply: Order,
  problems: moved,
})
/** 评单: stars, words, thanks. */
export const rateOrder = endpoint({
  name: 'rateOrder',
  method: 'POST',
  path: '/v1/orders/:orderId/rate',
  params,
  body: z.strictObject({ version, stars: z.int().check(z.gte(1), z.lte(5)), words: z.optional(text(200)) }),
  reply: Order,
  problems: [...moved, 'rating-over'],
})
/** 重新办: it was not done, or not well; tells everyone concerned. */
export const reopenOrder = endpoint({
  name: 'reopenOrder',
  method: 'POST',
  path: '/v1/orders/:orderId/reopen',
  params,
  body: z.strictObject({ version, words: z.optional(text(200)) }),
  reply: Order,
  problems: [...moved, 'rating-over'],
})
/** 接单: by the volunteer asked, by a leader for the asked team (who names who goes), or by anybody fit when it is open for claiming. */
export const acceptOrder = endpoint({
  name: 'acceptOrder',
  method: 'POST',
  path: '/v1/orders/:orderId/accept',
  params,
  body: z.strictObject({ version, goers: z.optional(z.array(PersonId).check(z.minLength(1), z.maxLength(50))) }),
  reply: Order,
  problems: [...moved, 'own-order', 'not-asked', 'goers-not-in-team', ...lackCodes],
})
/** 暂不接: never costs anything (rule-09). */
export const declineOrder = endpoint({
  name: 'declineOrder',
  method: 'POST',
  path: '/v1/orders/:orderId/decline',
  params,
  body: z.strictObject({ version, reason: z.optional(z.string().check(z.maxLength(40))) }),
  reply: Left,
  problems: ['not-found', 'order-not-open', 'order-changed', 'not-asked', 'reason-unknown'],
})
/** 退回 by who accepted: back to the center, no penalty (rule-09). */
export const returnOrder = endpoint({
  name: 'returnOrder',
  method: 'POST',
  path: '/v1/orders/:orderId/return',
  params,
  body: z.strictObject({ version, reason: z.optional(z.string().check(z.maxLength(40))) }),
  reply: Left,
  problems: [...moved, 'reason-unknown'],
})
/** The leader of the accepting team names who goes. */
export const nameGoers = endpoint({
  name: 'nameGoers',
  method: 'POST',
  path: '/v1/orders/:orderId/name-goers',
  params,
  body: z.strictObject({ version, goers: z.array(PersonId).check(z.minLength(1), z.maxLength(50)) }),
  reply: Order,
  problems: [...moved, 'own-order', 'goers-not-in-team', 'clock-running', ...lackCodes],
})
/** 办结: what was done, photos optional (rule-29), counted results. */
export const fulfillOrder = endpoint({
  name: 'fulfillOrder',
  method: 'POST',
  path: '/v1/orders/:orderId/fulfill',
  params,
  body: z.strictObject({
    version,
    note: z.optional(text(500)),
    photos: z.optional(z.array(PhotoHash).check(z.maxLength(9))),
    counts: z.optional(z.array(CountedResult).check(z.maxLength(10))),
  }),
  reply: Order,
  problems: [...moved, 'clock-running', 'photo-refused'],
})
