import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'
import { units } from '../organisation/table.ts'
import { people } from '../people/table.ts'

/** 意见与投诉 (rule-32). */
export const feedback = pgTable(
  'feedback',
  {
    countyId: countyId(),
    id: id().notNull(),
    personId: id('person_id').notNull(),
    unitId: id('unit_id').notNull(),
    words: text('words').notNull(),
    at: at('at').notNull(),
    answer: text('answer'),
    answeredById: id('answered_by_id'),
    answeredAt: at('answered_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index('feedback_person').on(t.countyId, t.personId, t.at, t.id),
    index('feedback_waiting').on(t.countyId, t.at, t.id).where(sql`answered_at is null`),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.unitId], foreignColumns: [units.countyId, units.id] }),
  ],
)
