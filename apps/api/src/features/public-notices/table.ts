import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'
import { people } from '../people/table.ts'
import { serviceRecords } from '../records/table.ts'

/**
 * 异议 against a record on public notice. It waits while the record stands on notice and nobody dismissed it; one that held ended with the record: rejected, or
 * corrected. Its words are erasable.
 */
export const recordObjections = pgTable(
  'record_objections',
  {
    countyId: countyId(),
    id: id().notNull(),
    recordId: id('record_id').notNull(),
    byId: id('by_id').notNull(),
    words: text('words'),
    at: at('at').notNull(),
    dismissedById: id('dismissed_by_id'),
    dismissedAt: at('dismissed_at'),
    answer: text('answer'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    uniqueIndex('record_objections_once').on(t.countyId, t.recordId, t.byId),
    index('record_objections_by').on(t.countyId, t.byId, t.at),
    index('record_objections_waiting').on(t.countyId, t.at, t.id).where(sql`dismissed_at is null`),
    check('record_objections_dismissed', sql`(dismissed_at is null) = (dismissed_by_id is null)`),
    check('record_objections_not_own', sql`dismissed_by_id <> by_id`),
    foreignKey({ columns: [t.countyId, t.recordId], foreignColumns: [serviceRecords.countyId, serviceRecords.id] }),
    foreignKey({ columns: [t.countyId, t.byId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.dismissedById], foreignColumns: [people.countyId, people.id] }),
  ],
)
