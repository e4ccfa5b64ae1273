import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'
import { units } from '../organisation/table.ts'
import { people } from '../people/table.ts'

/**
 * 爱心超市's shelf. What came in = what stands there + what is held by vouchers + what was handed out + what was written off; what came in, and what was
 * written off, are the movements of reward-shelf/table.ts. `code` names what a preset brought.
 */
export const rewardItems = pgTable(
  'reward_items',
  {
    countyId: countyId(),
    id: id().notNull(),
    code: text('code'),
    title: text('title').notNull(),
    icon: text('icon').notNull(),
    pricePoints: integer('price_points').notNull(),
    receivedCount: integer('received_count').notNull(),
    stockCount: integer('stock_count').notNull(),
    heldCount: integer('held_count').notNull(),
    handedOutCount: integer('handed_out_count').notNull(),
    writtenOffCount: integer('written_off_count').notNull().default(0),
    pickUpUnitId: id('pick_up_unit_id').notNull(),
    limitPerPerson: integer('limit_per_person'),
    limitDays: integer('limit_days'),
    /** From when on it can be exchanged; null: always. */
    opensAt: at('opens_at'),
    active: boolean('active').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('reward_items_code').on(t.countyId, t.code),
    index('reward_items_shelf').on(t.countyId, t.pickUpUnitId, t.pricePoints, t.id),
    check('reward_items_stock', sql`least(stock_count, held_count, handed_out_count, written_off_count) >= 0`),
    check(
      'reward_items_balance',
      sql`received_count = stock_count + held_count + handed_out_count + written_off_count`,
    ),
    check(
      'reward_items_limit',
      sql`limit_per_person > 0 and limit_days > 0 or num_nonnulls(limit_per_person, limit_days) = 0`,
    ),
    check('reward_items_price', sql`price_points > 0`),
    foreignKey({ columns: [t.countyId, t.pickUpUnitId], foreignColumns: [units.countyId, units.id] }),
  ],
)

/** 兑换: held until used, cancelled or expired. What was exchanged for what stands here, whatever becomes of the item. The voucher's secret is derived from the id and not stored; `code` is what can be typed. */
export const redemptions = pgTable(
  'redemptions',
  {
    countyId: countyId(),
    id: id().notNull(),
    personId: id('person_id').notNull(),
    itemId: id('item_id').notNull(),
    title: text('title').notNull(),
    icon: text('icon').notNull(),
    pricePoints: integer('price_points').notNull(),
    state: text('state', { enum: ['held', 'used', 'cancelled', 'expired'] }).notNull(),
    code: text('code').notNull(),
    pickUpUnitId: id('pick_up_unit_id').notNull(),
    pickUpBy: at('pick_up_by').notNull(),
    createdAt: at('created_at').notNull(),
    endedAt: at('ended_at'),
    verifiedById: id('verified_by_id'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('redemptions_code').on(t.countyId, t.code),
    index('redemptions_person').on(t.countyId, t.personId, t.createdAt, t.id),
    index('redemptions_held').on(t.countyId, t.pickUpBy).where(sql`state = 'held'`),
    index('redemptions_handed_out').on(t.countyId, t.verifiedById, t.endedAt, t.id).where(sql`state = 'used'`),
    check('redemptions_ended', sql`(state = 'held') = (ended_at is null)`),
    check('redemptions_verified', sql`(state = 'used') = (verified_by_id is not null)`),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.itemId], foreignColumns: [rewardItems.countyId, rewardItems.id] }),
    foreignKey({ columns: [t.countyId, t.pickUpUnitId], foreignColumns: [units.countyId, units.id] }),
  ],
)

/** Each time that a voucher was handed out: what its capture is posted for. Append-only but for being undone, once; one that stands for each used voucher. */
export const voucherVerifications = pgTable(
  'voucher_verifications',
  {
    countyId: countyId(),
    id: id().notNull(),
    redemptionId: id('redemption_id').notNull(),
    byId: id('by_id').notNull(),
    at: at('at').notNull(),
    undoneAt: at('undone_at'),
    undoneById: id('undone_by_id'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    uniqueIndex('voucher_verifications_one_stands').on(t.countyId, t.redemptionId).where(sql`undone_at is null`),
    index('voucher_verifications_voucher').on(t.countyId, t.redemptionId),
    check('voucher_verifications_undone', sql`num_nonnulls(undone_at, undone_by_id) in (0, 2)`),
    foreignKey({ columns: [t.countyId, t.redemptionId], foreignColumns: [redemptions.countyId, redemptions.id] }),
    foreignKey({ columns: [t.countyId, t.byId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.undoneById], foreignColumns: [people.countyId, people.id] }),
  ],
)
