import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, countyId, day, id } from '../../platform/columns.ts'
import { units } from '../organisation/table.ts'
import { people } from '../people/table.ts'

/** What staff counted per piece, as the policy of its day named it: it stays as it was written, but that it was taken back, and why. */
export const actionCounts = pgTable(
  'action_counts',
  {
    countyId: countyId(),
    id: id().notNull(),
    personId: id('person_id').notNull(),
    unitId: id('unit_id').notNull(),
    actionCode: text('action_code').notNull(),
    actionName: text('action_name').notNull(),
    measure: text('measure').notNull(),
    onDay: day('on_day').notNull(),
    pieces: integer('pieces').notNull(),
    piecePoints: integer('piece_points').notNull(),
    policyVersion: integer('policy_version').notNull(),
    byId: id('by_id').notNull(),
    countedAt: at('counted_at').notNull(),
    undoneAt: at('undone_at'),
    undoneById: id('undone_by_id'),
    undoneWords: text('undone_words'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index('action_counts_day').on(t.countyId, t.onDay, t.id),
    index('action_counts_pair').on(t.countyId, t.personId, t.byId, t.onDay),
    check('action_counts_pieces', sql`pieces > 0 and piece_points > 0`),
    check('action_counts_undone', sql`(undone_at is null) = (undone_by_id is null)`),
    check('action_counts_not_own', sql`by_id <> person_id and undone_by_id is distinct from person_id`),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.unitId], foreignColumns: [units.countyId, units.id] }),
    foreignKey({ columns: [t.countyId, t.byId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.undoneById], foreignColumns: [people.countyId, people.id] }),
  ],
)

/** The pieces that stand for a person, an action and a civil day, all units together, and the cap they stand under: its row is what two who count at once wait for. */
export const actionDays = pgTable(
  'action_days',
  {
    countyId: countyId(),
    personId: id('person_id').notNull(),
    actionCode: text('action_code').notNull(),
    onDay: day('on_day').notNull(),
    pieces: integer('pieces').notNull(),
    capPieces: integer('cap_pieces').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.personId, t.actionCode, t.onDay] }),
    check('action_days_within_cap', sql`pieces between 0 and cap_pieces`),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
  ],
)
