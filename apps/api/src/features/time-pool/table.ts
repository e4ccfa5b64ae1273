import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'
import { people } from '../people/table.ts'

/**
 * What a county's pool has to be set aside. On the ledger the pool is a code without a balance; this row is its floor. Everybody who moves it would wait here
 * for one another: a county has few such moves.
 */
export const timePools = pgTable(
  'time_pools',
  { countyId: countyId(), balanceMinutes: integer('balance_minutes').notNull() },
  (t) => [primaryKey({ columns: [t.countyId] }), check('time_pools_floor', sql`balance_minutes >= 0`)],
)

/** Append-only: time credit given to the pool, for good. */
export const timePoolGifts = pgTable(
  'time_pool_gifts',
  {
    countyId: countyId(),
    id: id().notNull(),
    fromId: id('from_id').notNull(),
    minutes: integer('minutes').notNull(),
    givenAt: at('given_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    check('time_pool_gifts_minutes', sql`minutes > 0`),
    foreignKey({ columns: [t.countyId, t.fromId], foreignColumns: [people.countyId, people.id] }),
  ],
)
