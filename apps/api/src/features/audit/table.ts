import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'

/** Append-only: who looked at or did what, ids and codes only. */
export const auditEvents = pgTable(
  'audit_events',
  {
    countyId: countyId(),
    id: id().notNull(),
    actorId: id('actor_id').notNull(),
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: id('subject_id').notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index('audit_events_subject').on(t.countyId, t.subjectKind, t.subjectId, t.at),
  ],
)
