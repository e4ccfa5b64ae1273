import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'
import { people } from '../people/table.ts'
import { rewardItems } from '../rewards/table.ts'

/** 进货, 报损, 退回: append-only. Nobody did what a preset brought, or what was there before staff kept the shelf. */
export const rewardStockMoves = pgTable(
  'reward_stock_moves',
  {
    countyId: countyId(),
    id: id().notNull(),
    itemId: id('item_id').notNull(),
    kind: text('kind', { enum: ['received', 'writtenOff', 'returned'] }).notNull(),
    count: integer('count').notNull(),
    words: text('words'),
    byId: id('by_id'),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index('reward_stock_moves_item').on(t.countyId, t.itemId, t.at, t.id),
    check('reward_stock_moves_count', sql`count > 0`),
    check('reward_stock_moves_leaving_says_why', sql`kind = 'received' or words is not null`),
    foreignKey({ columns: [t.countyId, t.itemId], foreignColumns: [rewardItems.countyId, rewardItems.id] }),
    foreignKey({ columns: [t.countyId, t.byId], foreignColumns: [people.countyId, people.id] }),
  ],
)
