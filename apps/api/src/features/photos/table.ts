import { foreignKey, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'
import { people } from '../people/table.ts'

/** A stored photo by its content hash; the bytes lie with platform/files. */
export const photos = pgTable(
  'photos',
  {
    countyId: countyId(),
    hash: text('hash').notNull(),
    uploadedById: id('uploaded_by_id').notNull(),
    widthPx: integer('width_px').notNull(),
    heightPx: integer('height_px').notNull(),
    byteCount: integer('byte_count').notNull(),
    uploadedAt: at('uploaded_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.hash] }),
    foreignKey({ columns: [t.countyId, t.uploadedById], foreignColumns: [people.countyId, people.id] }),
  ],
)
