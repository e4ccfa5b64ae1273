import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'
import { units } from '../organisation/table.ts'

/** 活动: what a unit offers by itself. */
export const activities = pgTable(
  'activities',
  {
    countyId: countyId(),
    id: id().notNull(),
    unitId: id('unit_id').notNull(),
    title: text('title').notNull(),
    place: text('place').notNull(),
    startsAt: at('starts_at').notNull(),
    endsAt: at('ends_at').notNull(),
    capacity: integer('capacity'),
    publishedById: id('published_by_id').notNull(),
    publishedAt: at('published_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index('activities_unit').on(t.countyId, t.unitId, t.startsAt),
    check('activities_period', sql`ends_at > starts_at`),
    foreignKey({ columns: [t.countyId, t.unitId], foreignColumns: [units.countyId, units.id] }),
  ],
)
