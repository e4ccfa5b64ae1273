import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'
import { orders } from '../orders/table.ts'
import { people } from '../people/table.ts'
import { screens } from '../screens/table.ts'
import { shifts } from '../shifts/table.ts'

/** Append-only: each event the phone ever sent, once per (person, event id), whatever became of it. It names an order or a shift. */
export const clockEvents = pgTable(
  'clock_events',
  {
    countyId: countyId(),
    personId: id('person_id').notNull(),
    eventId: id('event_id').notNull(),
    kind: text('kind', { enum: ['checkIn', 'checkOut'] }).notNull(),
    orderId: id('order_id'),
    shiftId: id('shift_id'),
    codeKind: text('code_kind', { enum: ['service-code', 'rotating-code', 'station-code', 'none'] }).notNull(),
    /** The step of a rotating code, and whose it was. */
    codeAt: at('code_at'),
    screenId: id('screen_id'),
    deviceAt: at('device_at').notNull(),
    queuedNo: integer('queued_no').notNull(),
    receivedAt: at('received_at').notNull(),
    countedAt: at('counted_at'),
    outcome: text('outcome', { enum: ['counted', 'stored'] }).notNull(),
    reason: text('reason'),
    grade: text('grade', { enum: ['A', 'B', 'C'] }),
    clockId: id('clock_id'),
    recordId: id('record_id'),
    minutes: integer('minutes'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.personId, t.eventId] }),
    index('clock_events_order').on(t.countyId, t.orderId, t.receivedAt),
    index('clock_events_shift').on(t.countyId, t.shiftId, t.receivedAt),
    check('clock_events_names_one', sql`num_nonnulls(order_id, shift_id) = 1`),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.shiftId], foreignColumns: [shifts.countyId, shifts.id] }),
    foreignKey({ columns: [t.countyId, t.screenId], foreignColumns: [screens.countyId, screens.id] }),
  ],
)

/** A clock from check-in to check-out, at an order or at a shift; one runs per person at a time. */
export const clocks = pgTable(
  'clocks',
  {
    countyId: countyId(),
    id: id().notNull(),
    personId: id('person_id').notNull(),
    orderId: id('order_id'),
    shiftId: id('shift_id'),
    grade: text('grade', { enum: ['A', 'B', 'C'] }).notNull(),
    startedAt: at('started_at').notNull(),
    closesBy: at('closes_by').notNull(),
    endedAt: at('ended_at'),
    endedHow: text('ended_how', { enum: ['byCode', 'automatic'] }),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    uniqueIndex('clocks_one_running').on(t.countyId, t.personId).where(sql`ended_at is null`),
    index('clocks_order').on(t.countyId, t.orderId),
    index('clocks_shift').on(t.countyId, t.shiftId),
    check('clocks_names_one', sql`num_nonnulls(order_id, shift_id) = 1`),
    check('clocks_ended', sql`(ended_at is null) = (ended_how is null)`),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.orderId], foreignColumns: [orders.countyId, orders.id] }),
    foreignKey({ columns: [t.countyId, t.shiftId], foreignColumns: [shifts.countyId, shifts.id] }),
  ],
)
