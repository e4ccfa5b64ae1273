/** 爱心超市: who may exchange what, and when a voucher still counts. Points are never money (rule-13). */
import { addDays } from '@sidan/types/civil'
import type { ProblemCode } from '@sidan/types/problems'
import type { RedemptionState } from '@sidan/types/rewards'
import { owns, worksAt } from '../partners/rules.ts'
import { type Actor, holds, may } from '../roles/rules.ts'

/** Whether an item may be exchanged now; whether the points cover it is the ledger's to say. */
export function mayRedeem(
  item: { active: boolean; opensAt: Date | null; stockCount: number },
  now: Date,
): true | ProblemCode {
  if (!item.active) return 'not-found'
  if (item.opensAt !== null && item.opensAt > now) return 'not-open-yet'
  return item.stockCount < 1 ? 'out-of-stock' : true
}

/** An item's own limit; both or neither. */
export interface ItemLimit {
  limitPerPerson: number | null
  limitDays: number | null
}

/** The first civil day that an item's limit counts: with three days, the day before yesterday; today where there is none. */
export const limitFromDay = ({ limitDays }: ItemLimit, today: string): string => addDays(today, 1 - (limitDays ?? 1))

/** Whether a person stays within the month's limit and the item's own, with what they are exchanging now. */
export function withinLimits(
  taken: { thisMonthCount: number; ofItemCount: number },
  limitPerMonth: number,
  { limitPerPerson }: ItemLimit,
): true | ProblemCode {
  if (limitPerPerson !== null && taken.ofItemCount > limitPerPerson) return 'over-item-limit'
  return taken.thisMonthCount > limitPerMonth ? 'over-limit' : true
}

export interface VoucherFacts {
  state: RedemptionState
  pickUpBy: Date
  pickUp: { stationId: string; instituteId: string | null }
  /** Who gives it out; null: the unit where it is fetched. */
  partnerId: string | null
}

/** Whether the actor hands out there: keeper, staff or merchant of the pick-up place; what a partner gives out, who works for them, whom it is paid to. */
const handsOut = (actor: Actor, { pickUp, partnerId }: Pick<VoucherFacts, 'pickUp' | 'partnerId'>): boolean =>
  partnerId === null ? may(actor, 'handOut', pickUp) : worksAt(actor, partnerId)

/** Whether the actor may hand it out, while the voucher is held and in time. */
export function mayVerify(voucher: VoucherFacts, actor: Actor, now: Date): true | ProblemCode {
  if (!handsOut(actor, voucher)) return 'voucher-not-here'
  return voucher.state === 'held' && voucher.pickUpBy > now ? true : 'redemption-not-held'
}

/** How long what was handed out can be taken back. */
const undoMinutes = 10

/** Whether it is still early enough for that, by the server's clock. */
export const inTimeToUndo = (handedOutAt: Date, now: Date): boolean =>
  now.getTime() - handedOutAt.getTime() <= undoMinutes * 60_000

/** Once that a voucher was handed out: by whom, and when. */
export interface Verification {
  id: string
  byId: string
  at: Date
}

/**
 * Whether the actor may take back that it was handed out: who did it, keepers of the pick-up place or above it, and a partner's owner.
 * To all others there is no such voucher.
 */
export function mayUndo(
  voucher: Omit<VoucherFacts, 'pickUpBy'>,
  last: Verification | undefined,
  actor: Actor,
  now: Date,
): true | ProblemCode {
  const own = last?.byId === actor.personId && handsOut(actor, voucher)
  if (!own && !keepsThere(actor, voucher)) return 'not-found'
  if (voucher.state !== 'used' || last === undefined) return 'redemption-not-used'
  return inTimeToUndo(last.at, now) ? true : 'undo-too-late'
}

/** Keepers of the pick-up place or above it, and a partner's owner. */
const keepsThere = (actor: Actor, { pickUp, partnerId }: Pick<VoucherFacts, 'pickUp' | 'partnerId'>): boolean =>
  holds(actor, ['countyKeeper', 'keeper'], pickUp) || (partnerId !== null && owns(actor, partnerId))

/** Anybody who verifies anywhere: who is not one of these learns nothing about vouchers. */
export const verifiesVouchers = (actor: Actor): boolean =>
  may(actor, 'handOut') || actor.grants.some(({ partner }) => partner !== null)

/**
 * The content of a voucher's QR: its id and 128 bits derived from it by HMAC, so that nothing secret is stored and nobody can make one up.
 */
export const voucherSecret = (redemptionId: string, derived: Uint8Array): string =>
  `${redemptionId}.${Array.from(derived.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')}`

/** The id a secret claims to be for; the caller must derive and compare. */
export const claimedId = (secret: string): string | undefined =>
  /^([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})\.[0-9a-f]{32}$/.exec(secret)?.[1]
