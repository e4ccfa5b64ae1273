import { orderStates } from '@sidan/types/order-states'
import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { at, countyId, day, id } from '../../platform/columns.ts'
import { catalogItems } from '../catalog/table.ts'
import { units } from '../organisation/table.ts'
import { people } from '../people/table.ts'
import { teams } from '../teams/table.ts'

/** The predicate of the work lists' partial indexes; their queries repeat it literally, or the planner ignores the index. */
export const waitingSql = sql`state in ('submitted', 'triaged', 'dispatched', 'reopened')`

/**
 * 服务订单. Everything here is ids, codes, times and numbers; words and personal values live in `order_texts`, which can be erased.
 * `requester_id` is whose account follows the order: the resident, or who ordered for somebody (proxy) or for a group.
 * `target_*` is whom it was sent to; `assignee_*` who accepted. `answered_at` is the first human action (answered in time = answered_at <= first due).
 */
export const orders = pgTable(
  'orders',
  {
    countyId: countyId(),
    id: id().notNull(),
    shortCode: text('short_code').notNull(),
    itemId: id('item_id').notNull(),
    platformCode: text('platform_code').notNull(),
    requesterId: id('requester_id').notNull(),
    requesterKind: text('requester_kind', { enum: ['self', 'proxy', 'group'] }).notNull(),
    instituteId: id('institute_id'),
    stationId: id('station_id').notNull(),
    headCount: integer('head_count'),
    place: text('place', { enum: ['home', 'station'] }).notNull(),
    slotDay: day('slot_day'),
    slotPart: text('slot_part', { enum: ['morning', 'afternoon', 'evening', 'any'] }).notNull(),
    startsAt: at('starts_at'),
    endsAt: at('ends_at'),
    risks: jsonb('risks').$type<{ code: string; present: boolean }[]>().notNull(),
    state: text('state', { enum: orderStates }).notNull(),
    version: integer('version').notNull(),
    dueAt: at('due_at'),
    promisedAt: at('promised_at').notNull(),
    answeredAt: at('answered_at'),
    escalationLevel: integer('escalation_level').notNull(),
    policyVersion: integer('policy_version').notNull(),
    targetKind: text('target_kind', { enum: ['person', 'team', 'claim'] }),
    targetPersonId: id('target_person_id'),
    targetTeamId: id('target_team_id'),
    assigneeId: id('assignee_id'),
    assigneeTeamId: id('assignee_team_id'),
    duplicateOfId: id('duplicate_of_id'),
    resultCounts: jsonb('result_counts').$type<{ what: string; count: number }[]>(),
    resultPhotos: text('result_photos').array(),
    ratedStars: integer('rated_stars'),
    submittedAt: at('submitted_at').notNull(),
    dispatchedAt: at('dispatched_at'),
    acceptedAt: at('accepted_at'),
    startedAt: at('started_at'),
    fulfilledAt: at('fulfilled_at'),
    ratedAt: at('rated_at'),
    closedAt: at('closed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('orders_short_code').on(t.countyId, t.shortCode),
    index('orders_waiting').on(t.countyId, t.dueAt, t.id).where(waitingSql),
    index('orders_waiting_institute').on(t.countyId, t.instituteId, t.dueAt, t.id).where(waitingSql),
    index('orders_waiting_station').on(t.countyId, t.stationId, t.dueAt, t.id).where(waitingSql),
    index('orders_requester').on(t.countyId, t.requesterId, t.submittedAt, t.id),
    index('orders_target_person').on(t.countyId, t.targetPersonId).where(sql`state = 'dispatched'`),
    index('orders_target_team').on(t.countyId, t.targetTeamId).where(sql`state = 'dispatched'`),
    index('orders_assignee').on(t.countyId, t.assigneeId, t.startsAt),
    index('orders_assignee_team').on(t.countyId, t.assigneeTeamId, t.startsAt).where(sql`assignee_team_id is not null`),
    index('orders_submitted').on(t.countyId, t.submittedAt),
    index('orders_served').on(t.countyId, sql`coalesce(started_at, fulfilled_at)`).where(sql`fulfilled_at is not null`),
    check(
      'orders_accepted_has_volunteer',
      sql`state not in ('accepted', 'inService', 'fulfilled', 'rated') or assignee_id is not null`,
    ),
    check('orders_dispatched_has_target', sql`state <> 'dispatched' or target_kind is not null`),
    check('orders_duplicate_names_original', sql`(state = 'duplicate') = (duplicate_of_id is not null)`),
    check(
      'orders_waiting_has_due',
      sql`state not in ('submitted', 'triaged', 'dispatched', 'reopened') or due_at is not null`,
    ),
    check('orders_stars', sql`rated_stars between 1 and 5`),
    foreignKey({ columns: [t.countyId, t.itemId], foreignColumns: [catalogItems.countyId, catalogItems.id] }),
    foreignKey({ columns: [t.countyId, t.requesterId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.stationId], foreignColumns: [units.countyId, units.id] }),
    foreignKey({ columns: [t.countyId, t.instituteId], foreignColumns: [units.countyId, units.id] }),
    foreignKey({ columns: [t.countyId, t.targetPersonId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.targetTeamId], foreignColumns: [teams.countyId, teams.id] }),
    foreignKey({ columns: [t.countyId, t.assigneeId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.duplicateOfId], foreignColumns: [t.countyId, t.id] }),
  ],
)

/** Append-only history: event `no` is the order's version after the move. Ids and codes only. */
export const orderEvents = pgTable(
  'order_events',
  {
    countyId: countyId(),
    orderId: id('order_id').notNull(),
    no: integer('no').notNull(),
    verb: text('verb').notNull(),
    fromState: text('from_state'),
    toState: text('to_state').notNull(),
    byId: id('by_id'),
    toPersonId: id('to_person_id'),
    toTeamId: id('to_team_id'),
    reasonCode: text('reason_code'),
    level: integer('level'),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.orderId, t.no] }),
    foreignKey({ columns: [t.countyId, t.orderId], foreignColumns: [orders.countyId, orders.id] }),
  ],
)

/** Who goes: the volunteer who accepted, or those the team's leader named. */
export const orderGoers = pgTable(
  'order_goers',
  { countyId: countyId(), orderId: id('order_id').notNull(), personId: id('person_id').notNull() },
  (t) => [
    primaryKey({ columns: [t.countyId, t.orderId, t.personId] }),
    index('order_goers_person').on(t.countyId, t.personId),
    foreignKey({ columns: [t.countyId, t.orderId], foreignColumns: [orders.countyId, orders.id] }),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
  ],
)
