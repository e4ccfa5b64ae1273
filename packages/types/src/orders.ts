/** 服务订单 — submitting, following and moving one order. Dispatching and the work list are in dispatch.ts and work-list.ts. */
import * as z from 'zod/mini'
import { ServicePlace } from './catalog.ts'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { CatalogItemId, OrderId, PersonId, PhotoHash, TeamId, UnitId } from './ids.ts'
import { OrderState, OrderVerb } from './order-states.ts'
import { UnitRef } from './organisation.ts'
import { PersonRef } from './people.ts'
import { Count, Instant, Phone, Slot, text } from './units.ts'

/** An answered risk: the tick's word and icon travel along so that a list needs no second look-up. */
export const RiskAnswer = z.strictObject({
  code: z.string(),
  question: z.string(),
  icon: z.string(),
  present: z.boolean(),
})
export type RiskAnswer = z.infer<typeof RiskAnswer>

/** Who asks: for oneself; for somebody without a phone (代点单); for a unit or group with a head-count. */
export const RequesterKind = z.enum(['self', 'proxy', 'group'])
export type RequesterKind = z.infer<typeof RequesterKind>

/** A counted result, e.g. 12 haircuts: `{ what: '理发', count: 12 }`. */
export const CountedResult = z.strictObject({ what: text(20), count: z.int().check(z.gte(1), z.lte(100000)) })
export type CountedResult = z.infer<typeof CountedResult>

/** An order as lists show it. `dueAt` is when somebody must have acted (null once nobody is waiting). */
export const OrderCard = z.strictObject({
  orderId: OrderId,
  shortCode: z.string(),
  title: z.string(),
  icon: z.string(),
  state: OrderState,
  version: z.int(),
  slot: Slot,
  startsAt: z.nullable(Instant),
  endsAt: z.nullable(Instant),
  place: ServicePlace,
  requesterName: z.string(),
  requesterKind: RequesterKind,
  headCount: z.nullable(Count),
  stationName: z.string(),
  dueAt: z.nullable(Instant),
  overdue: z.boolean(),
  escalationLevel: z.int(),
  risks: z.array(RiskAnswer),
  submittedAt: Instant,
  assigneeName: z.nullable(z.string()),
  teamName: z.nullable(z.string()),
  openForClaim: z.boolean(),
  allowedActions: z.array(OrderVerb),
})
export type OrderCard = z.infer<typeof OrderCard>

/** One line of an order's history; `reason` is the policy's words for a reason code. */
export const OrderEvent = z.strictObject({
  at: Instant,
  verb: OrderVerb,
  byName: z.nullable(z.string()),
  toName: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  level: z.nullable(z.int()),
})
export type OrderEvent = z.infer<typeof OrderEvent>

/** Rating by one party, 1 to 5 stars. */
export const Rating = z.strictObject({
  stars: z.int().check(z.gte(1), z.lte(5)),
  words: z.nullable(z.string()),
  at: Instant,
})

/**
 * All of one order as this viewer may see it. Address and phone are never in here: see `revealContact` (rule-27).
 * `serviceCode` (the recipient's code and the word both sides compare at the door) is for requester and proxy alone.
 */
export const Order = z.strictObject({
  ...OrderCard.shape,
  itemId: CatalogItemId,
  platformName: z.string(),
  station: z.strictObject({ ...UnitRef.shape, phone: z.string(), shortCode: z.string() }),
  instituteName: z.nullable(z.string()),
  proxyName: z.nullable(z.string()),
  contactMasked: z.strictObject({ address: z.nullable(z.string()), phone: z.nullable(z.string()) }),
  note: z.nullable(z.string()),
  goers: z.array(PersonRef),
  serviceCode: z.nullable(z.string()),
  doorWord: z.nullable(z.string()),
  duplicateOfCode: z.nullable(z.string()),
  result: z.nullable(
    z.strictObject({
      note: z.nullable(z.string()),
      counts: z.array(CountedResult),
      photos: z.array(PhotoHash),
      at: Instant,
    }),
  ),
  rating: z.nullable(Rating),
  events: z.array(OrderEvent),
  viewer: z.enum(['requester', 'staff', 'assignee', 'asked', 'other']),
})
export type Order = z.infer<typeof Order>

const params = z.strictObject({ orderId: OrderId })
const Reason = z.strictObject({ reason: z.string().check(z.maxLength(40)), words: z.optional(text(200)) })

/** What the form starts with so that three taps are enough: times, last address, last answers, and the promise. */
export const OrderForm = z.strictObject({
  itemId: CatalogItemId,
  title: z.string(),
  line: z.string(),
  icon: z.string(),
  place: ServicePlace,
  durationMinutes: z.int(),
  forGroup: z.boolean(),
  station: z.strictObject({ ...UnitRef.shape, phone: z.string() }),
  slots: z.array(Slot),
  defaultSlot: Slot,
  address: z.nullable(z.string()),
  phoneMasked: z.nullable(z.string()),
  risks: z.array(z.strictObject({ ...RiskAnswer.shape, present: z.boolean(), answeredBefore: z.boolean() })),
  promisedAt: Instant,
})
export type OrderForm = z.infer<typeof OrderForm>

/** Works signed out too: then nothing is remembered, and the draft waits for sign-in. */
export const getOrderForm = endpoint({
  name: 'getOrderForm',
  method: 'GET',
  path: '/v1/order-forms/:itemId',
  params: z.strictObject({ itemId: CatalogItemId }),
  query: z.strictObject({ stationId: UnitId }),
  reply: OrderForm,
  problems: ['not-found', 'item-not-offered-here'],
})

/**
 * 点单. `contact` overrides what is saved; without any address the place is the station, without a phone the station is called.
 * A proxy order names the beneficiary, who has no account, and needs `consent: true`; a group order needs `headCount`.
 */
export const submitOrder = endpoint({
  name: 'submitOrder',
  method: 'POST',
  path: '/v1/orders',
  status: 201,
  body: z.strictObject({
    itemId: CatalogItemId,
    stationId: UnitId,
    slot: Slot,
    place: z.enum(['home', 'station']),
    contact: z.optional(z.strictObject({ address: z.optional(text(120)), phone: z.optional(Phone) })),
    rememberContact: z.optional(z.boolean()),
    risks: z
      .array(z.strictObject({ code: z.string().check(z.maxLength(40)), present: z.boolean() }))
      .check(z.maxLength(20)),
    note: z.optional(text(200)),
    beneficiary: z.optional(z.strictObject({ name: text(20), consent: z.boolean() })),
    headCount: z.optional(z.int().check(z.gte(2), z.lte(10000))),
  }),
  reply: Order,
  problems: [
    'not-found',
    'item-not-offered-here',
    'slot-not-possible',
    'risk-answers-missing',
    'address-needed',
    'consent-needed',
    'head-count-needed',
    'not-allowed',
  ],
})

export const listMyOrders = endpoint({
  name: 'listMyOrders',
  method: 'GET',
  path: '/v1/me/orders',
  query: z.strictObject({ ...pageQuery, open: z.optional(z.enum(['true', 'false'])) }),
  reply: pageOf(OrderCard),
})

export const getOrder = endpoint({
  name: 'getOrder',
  method: 'GET',
  path: '/v1/orders/:orderId',
  params,
  reply: Order,
  problems: ['not-found'],
})

/** Address and phone, for who accepted and until the order is closed; each look is written down (rule-27). */
export const revealContact = endpoint({
  name: 'revealContact',
  method: 'POST',
  path: '/v1/orders/:orderId/reveal-contact',
  params,
  reply: z.strictObject({
    orderId: OrderId,
    name: z.string(),
    address: z.nullable(z.string()),
    phone: z.nullable(z.string()),
    stationPhone: z.string(),
  }),
  problems: ['not-found', 'contact-not-yours'],
})

const moved = ['not-found', 'not-allowed', 'order-not-open', 'order-changed'] as const
/** `version` is the one the person was looking at: if somebody moved the order since, the answer is order-changed. */
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
  problems: [...moved, 'own-order', 'not-asked', 'qualification-missing', 'goers-not-in-team'],
})
/** 暂不接: never costs anything (rule-09). */
export const declineOrder = endpoint({
  name: 'declineOrder',
  method: 'POST',
  path: '/v1/orders/:orderId/decline',
  params,
  body: z.strictObject({ version, reason: z.optional(z.string().check(z.maxLength(40))) }),
  reply: Order,
  problems: [...moved, 'not-asked', 'reason-unknown'],
})
/** 退回 by who accepted: back to the center, no penalty (rule-09). */
export const returnOrder = endpoint({
  name: 'returnOrder',
  method: 'POST',
  path: '/v1/orders/:orderId/return',
  params,
  body: z.strictObject({ version, reason: z.optional(z.string().check(z.maxLength(40))) }),
  reply: Order,
  problems: [...moved, 'clock-running', 'reason-unknown'],
})
/** The leader of the accepting team names who goes. */
export const nameGoers = endpoint({
  name: 'nameGoers',
  method: 'POST',
  path: '/v1/orders/:orderId/name-goers',
  params,
  body: z.strictObject({ version, goers: z.array(PersonId).check(z.minLength(1), z.maxLength(50)) }),
  reply: Order,
  problems: [...moved, 'own-order', 'goers-not-in-team', 'qualification-missing', 'clock-running'],
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
/** Who goes on the order, for dispatching to a team: kept here because an order's page shows it. */
export const OrderTarget = z.union([
  z.strictObject({ kind: z.literal('person'), personId: PersonId }),
  z.strictObject({ kind: z.literal('team'), teamId: TeamId }),
  z.strictObject({ kind: z.literal('claim') }),
])
export type OrderTarget = z.infer<typeof OrderTarget>
