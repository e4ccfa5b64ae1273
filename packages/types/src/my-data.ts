/** One's own data: see it, take it along, close the account (rules 23, 26). Corrections are saved where each thing is kept: name, contact, profile, consents. */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { Count, Instant, Points } from './units.ts'

/** Kinds of what is held about somebody. `affiliation` is 双报到; `lookedAt` is who looked at the address and phone of their orders. */
export const DataSection = z.enum([
  'person',
  'consents',
  'volunteer',
  'affiliation',
  'qualifications',
  'insurances',
  'guardians',
  'children',
  'roles',
  'teams',
  'teamMessages',
  'ordersAsked',
  'ordersServed',
  'signups',
  'pairings',
  'visits',
  'clockEvents',
  'records',
  'objections',
  'fraudDecisions',
  'points',
  'actionCounts',
  'stars',
  'certificates',
  'redemptions',
  'benefits',
  'family',
  'notices',
  'feedback',
  'photos',
  'lookedAt',
  'calendarFeeds',
  'sessions',
])
export type DataSection = z.infer<typeof DataSection>

/** What closing would bring about: open orders are cancelled, accepted ones handed back, shifts left, pairings ended, vouchers given back, points lost, roles and teams left. */
const Closing = z.strictObject({
  openOrders: Count,
  acceptedOrders: Count,
  signups: Count,
  pairings: Count,
  heldVouchers: Count,
  points: Points,
  roles: Count,
  teams: Count,
})

export const MyData = z.strictObject({
  displayName: z.string(),
  /** Shown to nobody else; null until told. */
  fullName: z.nullable(z.string()),
  address: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  homeStationName: z.nullable(z.string()),
  since: Instant,
  sections: z.array(z.strictObject({ section: DataSection, count: Count })),
  closing: Closing,
})
export type MyData = z.infer<typeof MyData>

export const getMyData = endpoint({ name: 'getMyData', method: 'GET', path: '/v1/me/data', reply: MyData })

const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** Everything, opened: a few times an hour at most. */
export const exportMyData = endpoint({
  name: 'exportMyData',
  method: 'GET',
  path: '/v1/me/data/export',
  reply: z.strictObject({
    exportedAt: Instant,
    countyName: z.string(),
    sections: z.array(z.strictObject({ section: DataSection, rows: z.array(z.record(z.string(), Cell)) })),
  }),
})

/**
 * Closes the account, at once and for good. Service records stay under a neutral name for as long as the law asks (rule-15); everything else of the person
 * goes. Not while a clock runs or a service is under way. The same WeChat may start anew as somebody new.
 */
export const closeAccount = endpoint({
  name: 'closeAccount',
  method: 'POST',
  path: '/v1/me/close',
  body: z.strictObject({ understood: z.boolean() }),
  reply: z.strictObject({ closed: z.literal(true) }),
  problems: ['confirmation-needed', 'clock-running', 'service-under-way'],
})
