import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'
import { people } from '../people/table.ts'

/**
 * Append-only: every change of somebody's star level, numbered from 1, with what it was decided on. The newest says how many stars they have; who has
 * none here has none. A level is decided under the lock of the person's `earnedMinutes` account, so that numbers have no gaps.
 */
export const starChanges = pgTable(
  'star_changes',
  {
    countyId: countyId(),
    personId: id('person_id').notNull(),
    no: integer('no').notNull(),
    fromLevel: integer('from_level').notNull(),
    toLevel: integer('to_level').notNull(),
    reason: text('reason', { enum: ['hours', 'rating', 'policy', 'reversal'] }).notNull(),
    earnedMinutes: integer('earned_minutes').notNull(),
    ratingCount: integer('rating_count').notNull(),
    averageTenths: integer('average_tenths'),
    policyVersion: integer('policy_version').notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.personId, t.no] }),
    check('star_changes_change', sql`from_level >= 0 and to_level >= 0 and from_level <> to_level`),
    check('star_changes_first', sql`no > 1 or (no = 1 and from_level = 0)`),
    check('star_changes_average', sql`(rating_count = 0) = (average_tenths is null)`),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
  ],
)
