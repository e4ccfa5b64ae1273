/** 货架 — staff of the pick-up unit keep what 爱心超市 has: items, prices, limits, and every piece that came in or went out otherwise than by a voucher. */
import * as z from 'zod/mini'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { PartnerId, RewardItemId, StockMoveId, UnitId } from './ids.ts'
import { ItemLimit } from './rewards.ts'
import { Count, Instant, Points, text } from './units.ts'

/** What an item can be drawn as. */
export const RewardIcon = z.enum([
  ...['towel', 'tissue', 'bottle', 'rice', 'bag', 'ticket', 'leaf', 'gift', 'book', 'lamp'],
  ...['mobile', 'bus', 'scissors', 'heart'],
] as const)
export type RewardIcon = z.infer<typeof RewardIcon>

/** 进货, 报损 (broken, past its date), 退回 (to who gave it: it never was ours). */
export const StockMoveKind = z.enum(['received', 'writtenOff', 'returned'])
export type StockMoveKind = z.infer<typeof StockMoveKind>

/** `byName` is null for what was there before staff kept the shelf. */
export const StockMove = z.strictObject({
  moveId: StockMoveId,
  kind: StockMoveKind,
  count: Count,
  words: z.nullable(z.string()),
  byName: z.nullable(z.string()),
  at: Instant,
})
export type StockMove = z.infer<typeof StockMove>

/** An item with its counts: received = stock + held + handed out + written off. Closed, it takes no new exchange; vouchers held are honoured. */
export const ShelfItem = z.strictObject({
  itemId: RewardItemId,
  title: z.string(),
  icon: z.string(),
  pricePoints: Points,
  limit: z.nullable(ItemLimit),
  opensAt: z.nullable(Instant),
  active: z.boolean(),
  pickUpUnitId: UnitId,
  pickUpName: z.string(),
  /** Who gives it out, and what they get for a piece, in fen; null for what the unit gives out itself. */
  partner: z.nullable(z.strictObject({ partnerId: PartnerId, name: z.string(), feeFen: z.int() })),
  receivedCount: Count,
  stockCount: Count,
  heldCount: Count,
  handedOutCount: Count,
  writtenOffCount: Count,
  /** The newest three. */
  latestMoves: z.array(StockMove),
  allowedActions: z.array(z.enum(['change', 'move', 'close', 'reopen'])),
})
export type ShelfItem = z.infer<typeof ShelfItem>

const written = {
  title: text(20),
  icon: RewardIcon,
  pricePoints: z.int().check(z.gte(1), z.lte(100_000)),
  limit: z.nullable(ItemLimit),
  /** From when on it can be exchanged; null: at once. */
  opensAt: z.nullable(Instant),
}
/** What was agreed for a piece, in fen: at most 1,000 yuan. */
const fee = z.int().check(z.gte(0), z.lte(100_000))
const pieces = z.int().check(z.gte(1), z.lte(100_000))
const onUnit = z.strictObject({ unitId: UnitId })
const onItem = z.strictObject({ itemId: RewardItemId })

/** A unit's items, closed and sold-out ones among them; for its staff, those above, and auditors. */
export const listShelf = endpoint({
  name: 'listShelf',
  method: 'GET',
  path: '/v1/units/:unitId/shelf-items',
  params: onUnit,
  query: z.strictObject(pageQuery),
  reply: z.strictObject({ ...pageOf(ShelfItem).shape, mayAdd: z.boolean() }),
  problems: ['not-found', 'not-allowed'],
})

/** Puts something on a unit's shelf: it is fetched there. */
export const addShelfItem = endpoint({
  name: 'addShelfItem',
  method: 'POST',
  path: '/v1/units/:unitId/shelf-items',
  status: 201,
  params: onUnit,
  body: z.strictObject({
    ...written,
    stockCount: z.int().check(z.gte(0), z.lte(100_000)),
    partner: z.optional(z.strictObject({ partnerId: PartnerId, feeFen: fee })),
  }),
  reply: ShelfItem,
  problems: ['not-found', 'not-allowed', 'partner-unknown', 'partner-closed'],
})

/** Changes what is named; a voucher that is held keeps the price and the fee it was exchanged for. */
export const changeShelfItem = endpoint({
  name: 'changeShelfItem',
  method: 'POST',
  path: '/v1/shelf-items/:itemId/change',
  params: onItem,
  body: z.partial(z.strictObject({ ...written, feeFen: fee })),
  reply: ShelfItem,
  problems: ['not-found', 'partner-unknown'],
})

/** 下架: no new exchange. */
export const closeShelfItem = endpoint({
  name: 'closeShelfItem',
  method: 'POST',
  path: '/v1/shelf-items/:itemId/close',
  params: onItem,
  reply: ShelfItem,
  problems: ['not-found'],
})

/** 重新上架; not what a partner gave out whom the county no longer deals with. */
export const reopenShelfItem = endpoint({
  name: 'reopenShelfItem',
  method: 'POST',
  path: '/v1/shelf-items/:itemId/reopen',
  params: onItem,
  reply: ShelfItem,
  problems: ['not-found', 'partner-closed'],
})

/** Pieces come in, or leave the shelf without a voucher: then it is said why. */
export const recordStockMove = endpoint({
  name: 'recordStockMove',
  method: 'POST',
  path: '/v1/shelf-items/:itemId/moves',
  status: 201,
  params: onItem,
  body: z.union([
    z.strictObject({ kind: z.literal('received'), count: pieces, words: z.optional(text(60)) }),
    z.strictObject({ kind: z.enum(['writtenOff', 'returned']), count: pieces, words: text(60) }),
  ]),
  reply: ShelfItem,
  problems: ['not-found', 'not-enough-stock'],
})

/** Every movement of an item, newest first. */
export const listStockMoves = endpoint({
  name: 'listStockMoves',
  method: 'GET',
  path: '/v1/shelf-items/:itemId/moves',
  params: onItem,
  query: z.strictObject(pageQuery),
  reply: pageOf(StockMove),
  problems: ['not-found'],
})
