/**
 * 时间银行, where the county's policy keeps one. Time credit is a unit of its own, in minutes: saving, giving or spending it never changes recorded minutes,
 * stars or certificates, and it is never sold (rule-13). What was received as a gift can be spent, and not given on.
 */
import * as z from 'zod/mini'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { OrderId, RecordId, TimeGiftId, TransferId } from './ids.ts'
import { TransferReason } from './ledger.ts'
import { CivilDay, Instant, Minutes } from './units.ts'

/** How much time is given or set aside at once. */
export const CreditMinutes = z.int().check(z.gte(1), z.lte(1440))

/** An approved record of the caller's whose minutes were not saved yet. */
export const SavableRecord = z.strictObject({
  recordId: RecordId,
  title: z.string(),
  serviceDay: CivilDay,
  minutes: Minutes,
})

export const TimeGift = z.strictObject({
  giftId: TimeGiftId,
  minutes: Minutes,
  state: z.enum(['offered', 'accepted', 'cancelled', 'expired']),
  /** What the receiver types; for the giver alone, while it waits. */
  code: z.nullable(z.string()),
  offeredAt: Instant,
  expiresAt: Instant,
})
export type TimeGift = z.infer<typeof TimeGift>

/** `own` was saved or earned and can be given or spent, `received` can be spent, `held` waits for a gift's receiver or an order's end. */
export const TimeBank = z.strictObject({
  ownMinutes: Minutes,
  receivedMinutes: Minutes,
  heldMinutes: Minutes,
  /** What may still be saved in this civil year. */
  savableMinutes: Minutes,
  savable: z.array(SavableRecord),
  /** Gifts that wait for their receiver, the newest first. */
  gifts: z.array(TimeGift),
})
export type TimeBank = z.infer<typeof TimeBank>

export const getTimeBank = endpoint({
  name: 'getTimeBank',
  method: 'GET',
  path: '/v1/me/time-bank',
  reply: TimeBank,
  problems: ['time-bank-off'],
})

/** One movement of the caller's time credit; `balanceMinutes` is what that account held after it. */
export const TimeEntry = z.strictObject({
  transferId: TransferId,
  account: z.enum(['own', 'received', 'held']),
  reason: TransferReason,
  /** What was served, or what the order was for. */
  about: z.nullable(z.string()),
  recordId: z.nullable(RecordId),
  amountMinutes: z.int(),
  balanceMinutes: Minutes,
  at: Instant,
})
export type TimeEntry = z.infer<typeof TimeEntry>

/** 存取明细, newest first; `totalMinutes` of all three accounts is from the same query: they always agree. */
export const listTimeCredit = endpoint({
  name: 'listTimeCredit',
  method: 'GET',
  path: '/v1/me/time-credit',
  query: z.strictObject(pageQuery),
  reply: z.strictObject({ ...pageOf(TimeEntry).shape, totalMinutes: Minutes }),
})

/** 存时间: the minutes of one approved voluntary record, once for ever. Not while somebody set time aside for its order: then that is what it earns. */
export const saveTime = endpoint({
  name: 'saveTime',
  method: 'POST',
  path: '/v1/me/time-bank/save',
  body: z.strictObject({ recordId: RecordId }),
  reply: TimeBank,
  problems: [
    'time-bank-off',
    'not-found',
    'record-not-approved',
    'time-saved-already',
    'time-pledged',
    'over-saving-limit',
  ],
})

/** 送时间: set aside for whoever types the code first; it comes back when it is taken back or nobody did in time. */
export const giveTime = endpoint({
  name: 'giveTime',
  method: 'POST',
  path: '/v1/me/time-bank/gifts',
  body: z.strictObject({ minutes: CreditMinutes }),
  status: 201,
  reply: TimeGift,
  problems: ['time-bank-off', 'not-enough-time'],
})
export const cancelTimeGift = endpoint({
  name: 'cancelTimeGift',
  method: 'POST',
  path: '/v1/me/time-bank/gifts/:giftId/cancel',
  params: z.strictObject({ giftId: TimeGiftId }),
  reply: TimeGift,
  problems: ['not-found', 'gift-over'],
})
/** 收时间: typing the code is the receiver's consent. */
export const acceptTimeGift = endpoint({
  name: 'acceptTimeGift',
  method: 'POST',
  path: '/v1/time-gifts/accept',
  body: z.strictObject({ code: z.string().check(z.minLength(4), z.maxLength(40)) }),
  reply: z.strictObject({ giftId: TimeGiftId, minutes: Minutes, fromName: z.string() }),
  problems: ['time-bank-off', 'gift-code-unknown', 'own-gift', 'too-many-wrong-codes'],
})

/** Time set aside for one's own order; null while there is none. What they set aside themselves nobody who dispatches, accepts or serves sees (rule-08). */
export const TimePledge = z.strictObject({
  orderId: OrderId,
  minutes: z.nullable(Minutes),
  state: z.nullable(z.enum(['held', 'paid', 'released'])),
  /** Staff set it aside from the county's pool (`time-pool.ts`). */
  fromPool: z.boolean(),
  /** What of it went to who served. */
  paidMinutes: Minutes,
  availableMinutes: Minutes,
  allowedActions: z.array(z.enum(['pledge', 'release'])),
})
export type TimePledge = z.infer<typeof TimePledge>

const orderParams = z.strictObject({ orderId: OrderId })
export const getTimePledge = endpoint({
  name: 'getTimePledge',
  method: 'GET',
  path: '/v1/orders/:orderId/time-pledge',
  params: orderParams,
  reply: TimePledge,
  problems: ['time-bank-off', 'not-found'],
})
/** 用时间: who serves earns it when their record is approved; what they did not serve comes back. */
export const pledgeTime = endpoint({
  name: 'pledgeTime',
  method: 'POST',
  path: '/v1/orders/:orderId/time-pledge',
  params: orderParams,
  body: z.strictObject({ minutes: CreditMinutes }),
  reply: TimePledge,
  problems: ['time-bank-off', 'not-found', 'order-not-open', 'time-pledged', 'not-enough-time'],
})
/** Takes it back, before anybody served. */
export const releaseTimePledge = endpoint({
  name: 'releaseTimePledge',
  method: 'POST',
  path: '/v1/orders/:orderId/time-pledge/release',
  params: orderParams,
  reply: TimePledge,
  problems: ['not-found', 'order-not-open'],
})
