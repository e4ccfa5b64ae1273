/** 派单 — the work list, suggestions with their reasons, dispatching, and what volunteers are offered. */
import * as z from 'zod/mini'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { OrderId, PersonId, TeamId } from './ids.ts'
import { Order, OrderCard, OrderTarget, ReasonOption } from './orders.ts'
import { UnitRef } from './organisation.ts'
import { ProblemCodeSchema } from './problems.ts'
import { lackCodes } from './standing.ts'
import { Count, Instant } from './units.ts'

/** What of the list to see: waiting for triage, for dispatch, for somebody to accept, or all three. */
export const WorkFilter = z.enum(['all', 'triage', 'dispatch', 'accept'])
export type WorkFilter = z.infer<typeof WorkFilter>

/** An order in the work list; `maybeDuplicateOf` hints at an open order of the same item, requester and week. */
export const WorkItem = z.strictObject({
  ...OrderCard.shape,
  maybeDuplicateOf: z.nullable(
    z.strictObject({ orderId: OrderId, shortCode: z.string(), title: z.string(), submittedAt: Instant }),
  ),
})
export type WorkItem = z.infer<typeof WorkItem>

/** Orders of the caller's subtree that wait for staff, earliest due first; counts are of the whole subtree, capped at 999. */
export const getWorkList = endpoint({
  name: 'getWorkList',
  method: 'GET',
  path: '/v1/work-list',
  query: z.strictObject({ filter: z.optional(WorkFilter), ...pageQuery }),
  reply: z.strictObject({
    ...pageOf(WorkItem).shape,
    unit: UnitRef,
    counts: z.strictObject({ triage: Count, dispatch: Count, accept: Count, records: Count, overdue: Count }),
    reasons: z.strictObject({
      sendBack: z.array(ReasonOption),
      reject: z.array(ReasonOption),
    }),
  }),
  problems: ['not-allowed'],
})

/** One part of a suggestion's score; `fits: false` is a warning with its reason. The parts add up to `score`. */
export const SuggestionPart = z.strictObject({
  kind: z.enum(['skill', 'nearness', 'availability', 'load', 'coverage', 'rating']),
  fits: z.boolean(),
  points: z.int(),
  detail: z.strictObject({
    skill: z.nullable(z.string()),
    place: z.nullable(z.enum(['sameStation', 'sameInstitute', 'adjacent', 'elsewhere'])),
    count: z.nullable(z.int()),
    clashAt: z.nullable(Instant),
  }),
})
export type SuggestionPart = z.infer<typeof SuggestionPart>

export const Suggestion = z.strictObject({
  personId: PersonId,
  displayName: z.string(),
  teamName: z.nullable(z.string()),
  score: z.int(),
  parts: z.array(SuggestionPart),
  declinedBefore: z.boolean(),
})
export type Suggestion = z.infer<typeof Suggestion>

/** Deterministic; best first; only a suggestion — a human decides (rule-25). */
export const suggestForOrder = endpoint({
  name: 'suggestForOrder',
  method: 'GET',
  path: '/v1/orders/:orderId/suggestions',
  params: z.strictObject({ orderId: OrderId }),
  reply: z.strictObject({
    people: z.array(Suggestion),
    teams: z.array(z.strictObject({ teamId: TeamId, name: z.string(), memberCount: Count, hasSkill: z.boolean() })),
    modes: z.array(z.enum(['person', 'team', 'claim'])),
  }),
  problems: ['not-found', 'not-allowed'],
})

/** 派单 or 转派: to a volunteer, to a team, or open for claiming (认领). `startsAt`/`endsAt` fix the appointment. */
export const dispatchOrder = endpoint({
  name: 'dispatchOrder',
  method: 'POST',
  path: '/v1/orders/:orderId/dispatch',
  params: z.strictObject({ orderId: OrderId }),
  body: z.strictObject({
    version: z.int().check(z.gte(1)),
    target: OrderTarget,
    startsAt: z.optional(Instant),
    endsAt: z.optional(Instant),
  }),
  reply: Order,
  problems: [
    'not-found',
    'not-allowed',
    'order-not-open',
    'order-changed',
    'own-order',
    'target-not-possible',
    'target-unknown',
    'period-invalid',
    ...lackCodes,
  ],
})

const BulkResult = z.strictObject({
  results: z.array(z.strictObject({ orderId: OrderId, ok: z.boolean(), code: z.nullable(ProblemCodeSchema) })),
})
const bulk = z.array(z.strictObject({ orderId: OrderId, version: z.int() })).check(z.minLength(1), z.maxLength(50))

/** 审核通过 for several at once: each stands alone, and each answer says what became of it. */
export const triageOrders = endpoint({
  name: 'triageOrders',
  method: 'POST',
  path: '/v1/work-list/triage',
  body: z.strictObject({ orders: bulk }),
  reply: BulkResult,
})
/** 派单 for several at once, to one target. */
export const dispatchOrders = endpoint({
  name: 'dispatchOrders',
  method: 'POST',
  path: '/v1/work-list/dispatch',
  body: z.strictObject({ orders: bulk, target: OrderTarget }),
  reply: BulkResult,
})

/** `sentToMe` first (this person or a team they lead was asked), then what is open for claiming, nearest first (glossary: nearby), ties by due time. */
export const listOffers = endpoint({
  name: 'listOffers',
  method: 'GET',
  path: '/v1/me/offers',
  query: z.strictObject({ limit: pageQuery.limit }),
  reply: z.strictObject({
    ...pageOf(
      z.strictObject({
        ...OrderCard.shape,
        sentToMe: z.boolean(),
        forTeamId: z.nullable(TeamId),
        nearness: z.enum(['sameStation', 'sameInstitute', 'adjacent', 'elsewhere']),
      }),
    ).shape,
    declineReasons: z.array(ReasonOption),
  }),
})

/** What this person accepted or was named for, and is not over: by appointment. */
export const listTasks = endpoint({
  name: 'listTasks',
  method: 'GET',
  path: '/v1/me/tasks',
  query: z.strictObject({ limit: pageQuery.limit }),
  reply: pageOf(OrderCard),
})
