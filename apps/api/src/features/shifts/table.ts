import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'
import { activities, openings } from '../activities/table.ts'
import { people } from '../people/table.ts'

/** 班次: when an activity happens. Service is clocked, and attendance noted, at a shift. */
export const shifts = pgTable(
  'shifts',
  {
    countyId: countyId(),
    id: id().notNull(),
    activityId: id('activity_id').notNull(),
    startsAt: at('starts_at').notNull(),
    endsAt: at('ends_at').notNull(),
    signUpUntilAt: at('sign_up_until_at').notNull(),
    state: text('state', { enum: ['open', 'cancelled'] }).notNull(),
    /** The evening before was had: whoever was confirmed then is reminded. */
    remindedAt: at('reminded_at'),
    /** 人次 counted beyond who signed up; null until reported. */
    othersServedTimes: integer('others_served_times'),
    reportedById: id('reported_by_id'),
    reportedAt: at('reported_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('shifts_start').on(t.countyId, t.activityId, t.startsAt),
    index('shifts_coming').on(t.countyId, t.endsAt, t.id).where(sql`state = 'open'`),
    index('shifts_begun').on(t.countyId, t.startsAt),
    check('shifts_period', sql`ends_at > starts_at`),
    check('shifts_cut_off', sql`sign_up_until_at <= ends_at`),
    check('shifts_reported', sql`(others_served_times is null) = (reported_at is null) and others_served_times >= 0`),
    foreignKey({ columns: [t.countyId, t.activityId], foreignColumns: [activities.countyId, activities.id] }),
    foreignKey({ columns: [t.countyId, t.reportedById], foreignColumns: [people.countyId, people.id] }),
  ],
)

/** Words and photos of a report: erasable. */
export const shiftReports = pgTable(
  'shift_reports',
  {
    countyId: countyId(),
    shiftId: id('shift_id').notNull(),
    words: text('words'),
    photos: text('photos').array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.shiftId] }),
    foreignKey({ columns: [t.countyId, t.shiftId], foreignColumns: [shifts.countyId, shifts.id] }),
  ],
)

/**
 * How many of an opening a shift takes. `confirmed_count` and `waiting_count` are kept by a trigger on `signups`, so that no code can forget them, and
 * the database refuses the place too many. Whoever signs somebody up locks this row first: one after another.
 */
export const shiftPlaces = pgTable(
  'shift_places',
  {
    countyId: countyId(),
    shiftId: id('shift_id').notNull(),
    openingId: id('opening_id').notNull(),
    capacityCount: integer('capacity_count').notNull(),
    overbookCount: integer('overbook_count').notNull(),
    waitlistCount: integer('waitlist_count').notNull(),
    confirmedCount: integer('confirmed_count').notNull().default(0),
    waitingCount: integer('waiting_count').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.shiftId, t.openingId] }),
    check('shift_places_capacity', sql`confirmed_count between 0 and capacity_count + overbook_count`),
    check('shift_places_waitlist', sql`waiting_count >= 0`),
    foreignKey({ columns: [t.countyId, t.shiftId], foreignColumns: [shifts.countyId, shifts.id] }),
    foreignKey({ columns: [t.countyId, t.openingId], foreignColumns: [openings.countyId, openings.id] }),
  ],
)
