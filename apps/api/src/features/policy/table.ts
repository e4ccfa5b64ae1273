import { integer, jsonb, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'

/** A county's way of working, one versioned document (types/policy). Versions are never changed; the newest in force counts. */
export const policies = pgTable(
  'policies',
  {
    countyId: countyId(),
    version: integer('version').notNull(),
    document: jsonb('document').notNull(),
    inForceAt: at('in_force_at').notNull(),
    createdById: id('created_by_id'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyId, t.version] })],
)
