import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'
import { orders } from '../orders/table.ts'
import { people } from '../people/table.ts'

/** Time credit given away: held from the giver's own until somebody typed its code, or it came back. */
export const timeGifts = pgTable(
  'time_gifts',
  {
    countyId: countyId(),
    id: id().notNull(),
    fromId: id('from_id').notNull(),
    toId: id('to_id'),
    code: text('code').notNull(),
    minutes: integer('minutes').notNull(),
    state: text('state', { enum: ['offered', 'accepted', 'cancelled', 'expired'] }).notNull(),
    offeredAt: at('offered_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('time_gifts_code').on(t.countyId, t.code),
    index('time_gifts_from').on(t.countyId, t.fromId, t.offeredAt),
    index('time_gifts_waiting').on(t.countyId, t.expiresAt).where(sql`state = 'offered'`),
    check('time_gifts_minutes', sql`minutes > 0`),
    check('time_gifts_ended', sql`(state = 'offered') = (ended_at is null)`),
    check('time_gifts_accepted', sql`(state = 'accepted') = (to_id is not null)`),
    check('time_gifts_not_own', sql`to_id <> from_id`),
    foreignKey({ columns: [t.countyId, t.fromId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.toId], foreignColumns: [people.countyId, people.id] }),
  ],
)

/**
 * Time credit that who asked for an order, or staff from the county's pool, set aside for whoever serves. A table of its own: nothing that dispatches or shows orders reads it, so nobody is
 * preferred for it (rule-08).
 */
export const timePledges = pgTable(
  'time_pledges',
  {
    countyId: countyId(),
    id: id().notNull(),
    orderId: id('order_id').notNull(),
    /** Who asked for the order; null where staff set it aside from the county's pool (features/pool-pledges). */
    personId: id('person_id'),
    /** Which of the staff did. */
    setById: id('set_by_id'),
    minutes: integer('minutes').notNull(),
    /** What of it was taken from what they had received; the rest from their own. */
    receivedMinutes: integer('received_minutes').notNull(),
    paidMinutes: integer('paid_minutes').notNull(),
    state: text('state', { enum: ['held', 'paid', 'released'] }).notNull(),
    createdAt: at('created_at').notNull(),
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    uniqueIndex('time_pledges_one').on(t.countyId, t.orderId).where(sql`state <> 'released'`),
    index('time_pledges_order').on(t.countyId, t.orderId),
    index('time_pledges_held').on(t.countyId, t.createdAt).where(sql`state = 'held'`),
    check(
      'time_pledges_minutes',
      sql`minutes > 0 and received_minutes between 0 and minutes and paid_minutes between 0 and minutes`,
    ),
    check(
      'time_pledges_whose',
      sql`(person_id is null) = (set_by_id is not null) and (person_id is not null or received_minutes = 0)`,
    ),
    check('time_pledges_ended', sql`(state = 'held') = (ended_at is null)`),
    check('time_pledges_paid', sql`(state = 'paid') = (paid_minutes > 0)`),
    foreignKey({ columns: [t.countyId, t.orderId], foreignColumns: [orders.countyId, orders.id] }),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.setById], foreignColumns: [people.countyId, people.id] }),
  ],
)
