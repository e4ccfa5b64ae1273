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

/** One of the policy's one-tap reasons. */
export const ReasonOption = z.strictObject({ code: z.string(), text: z.string() })
export type ReasonOption = z.infer<typeof ReasonOption>

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
  teamId: z.nullable(TeamId),
  proxyName: z.nullable(z.string()),
  contactMasked: z.strictObject({ address: z.nullable(z.string()), phone: z.nullable(z.string()) }),
  note: z.nullable(z.string()),
  goers: z.array(PersonRef),
  serviceCode: z.nullable(z.string()),
  doorWord: z.nullable(z.string()),
  duplicateOfCode: z.nullable(z.string()),
  /** What staff wrote when they sent it back or could not do it. */
  decisionWords: z.nullable(z.string()),
  /** Reasons to choose from for what this viewer may do now; empty for the rest. */
  reasons: z.strictObject({
    sendBack: z.array(ReasonOption),
    reject: z.array(ReasonOption),
    decline: z.array(ReasonOption),
  }),
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

/** Whom an order is sent to: a volunteer, a team, or whoever is fit and claims it. */
export const OrderTarget = z.union([
  z.strictObject({ kind: z.literal('person'), personId: PersonId }),
  z.strictObject({ kind: z.literal('team'), teamId: TeamId }),
  z.strictObject({ kind: z.literal('claim') }),
])
export type OrderTarget = z.infer<typeof OrderTarget>
