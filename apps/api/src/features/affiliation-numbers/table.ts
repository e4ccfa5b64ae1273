import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'
import { units } from '../organisation/table.ts'

/**
 * 双报到 in sums, one row per year and unit: each department's, and on the center the county's. Whatever is over fewer than ten people was left out before it
 * was written, so that neither a copy of the database nor a subtraction finds it (rule-28): null says that it is not told.
 */
export const affiliationNumbers = pgTable(
  'affiliation_numbers',
  {
    countyId: countyId(),
    year: integer('year').notNull(),
    unitId: id('unit_id').notNull(),
    registeredCount: integer('registered_count'),
    hoursPercent: integer('hours_percent'),
    computedAt: at('computed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.year, t.unitId] }),
    check('affiliation_numbers_over_ten_people', sql`registered_count >= 10`),
    check('affiliation_numbers_never_all_or_none', sql`hours_percent between 0 and 99`),
    check('affiliation_numbers_percent_of_people', sql`(hours_percent is null) = (registered_count is null)`),
    foreignKey({ columns: [t.countyId, t.unitId], foreignColumns: [units.countyId, units.id] }),
  ],
)
