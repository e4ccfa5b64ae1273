import { sql } from 'drizzle-orm'
import { check, customType, foreignKey, index, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { at, countyId, day, id } from '../../platform/columns.ts'
import { units } from '../organisation/table.ts'
import { teams } from '../teams/table.ts'

/**
 * Roll-ups: what was done, a row per unit (or team) and civil day, so that a page never counts through a county's years.
 *
 * Whoever changes a fact of a day leaves a mark on that day, in the same transaction (triggers `mark_*`, in the migrations). Each minute `foldDays` takes
 * the marks it can see, counts those days anew from the facts, and says until when everything is counted. A mark is seen exactly when its fact is, so
 * a transaction that began before a fold and ends after it keeps its mark for the next: nothing hangs on an order of ids or of moments, and a
 * transaction that is long at work elsewhere holds nothing up. Nobody waits for anybody: a transaction writes marks of its own, never another's.
 */
const ownTransaction = customType<{ data: string }>({ dataType: () => 'xid8' })

/** One row per day and transaction: `made_at` is there because a restored database counts its transactions from the beginning. */
export const rollUpMarks = pgTable(
  'roll_up_marks',
  {
    countyId: countyId(),
    dayOn: day('day_on').notNull(),
    madeXid: ownTransaction('made_xid').notNull().default(sql`pg_current_xact_id()`),
    madeAt: at('made_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.countyId, t.dayOn, t.madeXid, t.madeAt] })],
)

/** Whoever folds a county holds its row. Shifts that ended until `marked_until_at` have left their marks; all is counted until `folded_until_at`. */
export const rollUpStates = pgTable(
  'roll_up_states',
  { countyId: countyId(), markedUntilAt: at('marked_until_at'), foldedUntilAt: at('folded_until_at') },
  (t) => [primaryKey({ columns: [t.countyId] })],
)

/** What is counted of a day; `packages/types/src/statistics.ts` says what each is. */
const measures = {
  shiftsHeldCount: integer('shifts_held_count').notNull(),
  ordersServedCount: integer('orders_served_count').notNull(),
  servedTimes: integer('served_times').notNull(),
  volunteerTimes: integer('volunteer_times').notNull(),
  clockedMinutes: integer('clocked_minutes').notNull(),
  declaredMinutes: integer('declared_minutes').notNull(),
}

export const unitDays = pgTable(
  'unit_days',
  {
    countyId: countyId(),
    unitId: id('unit_id').notNull(),
    dayOn: day('day_on').notNull(),
    ...measures,
    newVolunteersCount: integer('new_volunteers_count').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.unitId, t.dayOn] }),
    index('unit_days_day').on(t.countyId, t.dayOn),
    check(
      'unit_days_counted',
      sql`least(shifts_held_count, orders_served_count, served_times, volunteer_times, clocked_minutes, declared_minutes, new_volunteers_count) >= 0`,
    ),
    foreignKey({ columns: [t.countyId, t.unitId], foreignColumns: [units.countyId, units.id] }),
  ],
)

export const teamDays = pgTable(
  'team_days',
  { countyId: countyId(), teamId: id('team_id').notNull(), dayOn: day('day_on').notNull(), ...measures },
  (t) => [
    primaryKey({ columns: [t.countyId, t.teamId, t.dayOn] }),
    index('team_days_day').on(t.countyId, t.dayOn),
    check(
      'team_days_counted',
      sql`least(shifts_held_count, orders_served_count, served_times, volunteer_times, clocked_minutes, declared_minutes) >= 0`,
    ),
    foreignKey({ columns: [t.countyId, t.teamId], foreignColumns: [teams.countyId, teams.id] }),
  ],
)
