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
import { partners } from '../partners/table.ts'
import { people } from '../people/table.ts'

/**
 * 爱心超市's shelf. What came in = what stands there + what is held by vouchers + what was handed out + what was written off; what came in, and what was
 * written off, are the movements of reward-shelf/table.ts. `code` names what a preset brought. What a partner gives out is fetched at their place, and is
 * worth to them the fee that was agreed for a piece.
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
    partnerId: id('partner_id'),
    feeFen: integer('fee_fen'),
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
    check(
      'reward_items_partner',
      sql`fee_fen >= 0 and partner_id is not null or num_nonnulls(fee_fen, partner_id) = 0`,
    ),
    index('reward_items_partner').on(t.countyId, t.partnerId).where(sql`partner_id is not null`),
    foreignKey({ columns: [t.countyId, t.partnerId], foreignColumns: [partners.countyId, partners.id] }),
    foreignKey({ columns: [t.countyId, t.pickUpUnitId], foreignColumns: [units.countyId, units.id] }),
  ],
)

/** 兑换: held until used, cancelled or expired. What was exchanged for what, and what a partner gets for it, stands here, whatever becomes of the item. The voucher's secret is derived from the id and not stored; `code` is what can be typed. */
export const redemptions = pgTable(
  'redemptions',
  {
    countyId: countyId(),
    id: id().notNull(),
    personId: id('person_id').notNull(),
    /** Whose points pay for it, where they are another's of the family. */
    payerId: id('payer_id'),
    itemId: id('item_id').notNull(),
    title: text('title').notNull(),
    icon: text('icon').notNull(),
    pricePoints: integer('price_points').notNull(),
    state: text('state', { enum: ['held', 'used', 'cancelled', 'expired', 'returned'] }).notNull(),
    code: text('code').notNull(),
    pickUpUnitId: id('pick_up_unit_id').notNull(),
    partnerId: id('partner_id'),
    feeFen: integer('fee_fen'),
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
    index('redemptions_payer').on(t.countyId, t.payerId).where(sql`payer_id is not null`),
    check('redemptions_payer_is_another', sql`payer_id <> person_id`),
    foreignKey({ columns: [t.countyId, t.payerId], foreignColumns: [people.countyId, people.id] }),
    check('redemptions_ended', sql`(state = 'held') = (ended_at is null)`),
    check('redemptions_verified', sql`(state in ('used', 'returned')) = (verified_by_id is not null)`),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
    check('redemptions_partner', sql`num_nonnulls(fee_fen, partner_id) in (0, 2)`),
    index('redemptions_of_partner').on(t.countyId, t.partnerId, t.state).where(sql`partner_id is not null`),
    foreignKey({ columns: [t.countyId, t.partnerId], foreignColumns: [partners.countyId, partners.id] }),
    foreignKey({ columns: [t.countyId, t.itemId], foreignColumns: [rewardItems.countyId, rewardItems.id] }),
    foreignKey({ columns: [t.countyId, t.pickUpUnitId], foreignColumns: [units.countyId, units.id] }),
  ],
)

/** Each time that a voucher was handed out: what its capture is posted for. Append-only but for being undone, or what was given out being brought back, once; one that stands for each used voucher. */
export const voucherVerifications = pgTable(
  'voucher_verifications',
  {
    countyId: countyId(),
    id: id().notNull(),
    redemptionId: id('redemption_id').notNull(),
    byId: id('by_id').notNull(),
    /** The unit's, or the partner's, place where it was handed out. */
    unitId: id('unit_id').notNull(),
    partnerId: id('partner_id'),
    at: at('at').notNull(),
    undoneAt: at('undone_at'),
    undoneById: id('undone_by_id'),
    returnedAt: at('returned_at'),
    returnedById: id('returned_by_id'),
    returnWords: text('return_words'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    uniqueIndex('voucher_verifications_one_stands').on(t.countyId, t.redemptionId).where(sql`undone_at is null`),
    index('voucher_verifications_voucher').on(t.countyId, t.redemptionId),
    index('voucher_verifications_unit').on(t.countyId, t.unitId, t.at, t.id),
    index('voucher_verifications_partner').on(t.countyId, t.partnerId, t.at, t.id).where(sql`partner_id is not null`),
    index('voucher_verifications_returned')
      .on(t.countyId, t.partnerId, t.returnedAt)
      .where(sql`returned_at is not null`),
    check('voucher_verifications_undone', sql`num_nonnulls(undone_at, undone_by_id) in (0, 2)`),
    check('voucher_verifications_returned', sql`num_nonnulls(returned_at, returned_by_id, return_words) in (0, 3)`),
    check('voucher_verifications_one_way', sql`undone_at is null or returned_at is null`),
    foreignKey({ columns: [t.countyId, t.redemptionId], foreignColumns: [redemptions.countyId, redemptions.id] }),
    foreignKey({ columns: [t.countyId, t.byId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.undoneById], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.returnedById], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.unitId], foreignColumns: [units.countyId, units.id] }),
    foreignKey({ columns: [t.countyId, t.partnerId], foreignColumns: [partners.countyId, partners.id] }),
  ],
)
