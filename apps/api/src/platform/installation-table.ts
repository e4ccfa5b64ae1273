import { boolean, pgTable } from 'drizzle-orm/pg-core'
import { at } from './columns.ts'

/** Reference table with one row: what this database is. A demo database is marked once, when it is empty, and never becomes a real one. */
export const installation = pgTable('installation', {
  only: boolean('only').primaryKey(),
  demo: boolean('demo').notNull(),
  createdAt: at('created_at').notNull(),
})
