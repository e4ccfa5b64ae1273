/** 爱心超市 — items, redemptions, vouchers and their verification. */
import * as z from 'zod/mini'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { PersonId, RedemptionId, RewardItemId, UnitId } from './ids.ts'
import { CivilDay, Count, Instant, Points } from './units.ts'

/** How much of one thing somebody may exchange: so many within so many civil days, today among them. */
export const ItemLimit = z.strictObject({
  perPerson: z.int().check(z.gte(1), z.lte(99)),
  days: z.int().check(z.gte(1), z.lte(366)),
})
export type ItemLimit = z.infer<typeof ItemLimit>

/** `opensAt` is told until then by the server's clock, and null from then on: a phone's clock decides nothing. */
export const RewardItem = z.strictObject({
  itemId: RewardItemId,
  title: z.string(),
  icon: z.string(),
  pricePoints: Points,
  stockCount: Count,
  pickUpUnitId: UnitId,
  pickUpName: z.string(),
  /** Of a partner's place; null for one of the center's own. */
  pickUpAddress: z.nullable(z.string()),
  limit: z.nullable(ItemLimit),
  opensAt: z.nullable(Instant),
})
export type RewardItem = z.infer<typeof RewardItem>

/** What can be exchanged at the caller's station and above, cheapest first. */
export const listRewardItems = endpoint({
  name: 'listRewardItems',
  method: 'GET',
  path: '/v1/reward-items',
  query: z.strictObject(pageQuery),
  reply: z.strictObject({
    ...pageOf(RewardItem).shape,
    availablePoints: Points,
    allCount: Count,
  }),
})

export const RedemptionState = z.enum(['held', 'used', 'cancelled', 'expired', 'returned'])
export type RedemptionState = z.infer<typeof RedemptionState>

/** `secret` (the QR's content) and `code` (typed) are for the owner alone, and only while the voucher is held. */
export const Redemption = z.strictObject({
  redemptionId: RedemptionId,
  title: z.string(),
  icon: z.string(),
  pricePoints: Points,
  state: RedemptionState,
  pickUpName: z.string(),
  pickUpAddress: z.nullable(z.string()),
  pickUpBy: Instant,
  createdAt: Instant,
  usedAt: z.nullable(Instant),
  verifiedByName: z.nullable(z.string()),
  /** Whose points paid, where they are another's of the family. */
  payerName: z.nullable(z.string()),
  secret: z.nullable(z.string()),
  code: z.nullable(z.string()),
  allowedActions: z.array(z.enum(['cancel'])),
})
export type Redemption = z.infer<typeof Redemption>

/** Stock, hold and voucher in one transaction. */
export const redeemItem = endpoint({
  name: 'redeemItem',
  method: 'POST',
  path: '/v1/redemptions',
  status: 201,
  /** `payerId`: another of the family, who lets the caller use their points. */
  body: z.strictObject({ itemId: RewardItemId, payerId: z.optional(PersonId) }),
  reply: Redemption,
  problems: [
    ...['not-found', 'not-open-yet', 'not-enough-points', 'out-of-stock', 'over-limit', 'over-item-limit'],
    ...['family-off', 'not-in-family', 'points-not-shared'],
  ] as const,
})
export const listMyRedemptions = endpoint({
  name: 'listMyRedemptions',
  method: 'GET',
  path: '/v1/me/redemptions',
  query: z.strictObject(pageQuery),
  reply: pageOf(Redemption),
})
const params = z.strictObject({ redemptionId: RedemptionId })
export const getRedemption = endpoint({
  name: 'getRedemption',
  method: 'GET',
  path: '/v1/redemptions/:redemptionId',
  params,
  reply: Redemption,
  problems: ['not-found'],
})
/** 不要了: points and stock go back, with the lots' old expiry. */
export const cancelRedemption = endpoint({
  name: 'cancelRedemption',
  method: 'POST',
  path: '/v1/redemptions/:redemptionId/cancel',
  params,
  reply: Redemption,
  problems: ['not-found', 'redemption-not-held'],
})
/** 核销: by scanning the QR or typing the code; once. For the keeper or merchant of the pick-up place; what a partner gives out, for who works there alone. */
export const verifyVoucher = endpoint({
  name: 'verifyVoucher',
  method: 'POST',
  path: '/v1/vouchers/verify',
  body: z.strictObject({ voucher: z.string().check(z.minLength(4), z.maxLength(200)) }),
  reply: z.strictObject({
    redemptionId: RedemptionId,
    title: z.string(),
    pricePoints: Points,
    holderName: z.string(),
    usedAt: Instant,
  }),
  problems: ['not-allowed', 'voucher-unknown', 'voucher-not-here', 'redemption-not-held', 'too-many-wrong-codes'],
})

/** 撤回: what was handed out by mistake is held again, within ten minutes by the server's clock. For who handed it out, and the keeper of the pick-up place or above it. */
export const undoVerification = endpoint({
  name: 'undoVerification',
  method: 'POST',
  path: '/v1/redemptions/:redemptionId/undo',
  params,
  reply: z.strictObject({
    redemptionId: RedemptionId,
    title: z.string(),
    pricePoints: Points,
    holderName: z.string(),
    undoneAt: Instant,
  }),
  problems: ['not-found', 'redemption-not-used', 'undo-too-late'],
})

/** One thing the caller handed out. */
export const HandedOut = z.strictObject({
  redemptionId: RedemptionId,
  title: z.string(),
  icon: z.string(),
  pricePoints: Points,
  holderName: z.string(),
  usedAt: Instant,
  allowedActions: z.array(z.enum(['undo'])),
})
export type HandedOut = z.infer<typeof HandedOut>

/** 今天发出的: what the caller handed out on this civil day, newest first. The totals are the whole day's, whichever page is asked for. */
export const listHandedOut = endpoint({
  name: 'listHandedOut',
  method: 'GET',
  path: '/v1/me/handed-out',
  query: z.strictObject(pageQuery),
  reply: z.strictObject({ ...pageOf(HandedOut).shape, day: CivilDay, totalCount: Count, totalPoints: Points }),
  problems: ['not-allowed'],
})
