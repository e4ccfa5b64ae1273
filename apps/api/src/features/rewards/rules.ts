/** 爱心超市: who may exchange what, and when a voucher still counts. Points are never money (rule-13). */
import { addDays } from '@sidan/types/civil'
import type { ProblemCode } from '@sidan/types/problems'
import type { RedemptionState } from '@sidan/types/rewards'
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
}

/** Whether the actor may hand it out: keeper, staff or merchant of the pick-up place, while the voucher is held and in time. */
export function mayVerify(voucher: VoucherFacts, actor: Actor, now: Date): true | ProblemCode {
  if (!may(actor, 'handOut', voucher.pickUp)) return 'voucher-not-here'
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

/** Whether the actor may take back that it was handed out: who did it, and keepers of the pick-up place or above it. To all others there is no such voucher. */
export function mayUndo(
  { state, pickUp }: Omit<VoucherFacts, 'pickUpBy'>,
  last: Verification | undefined,
  actor: Actor,
  now: Date,
): true | ProblemCode {
  const own = last?.byId === actor.personId && may(actor, 'handOut', pickUp)
  if (!own && !holds(actor, ['countyKeeper', 'keeper'], pickUp)) return 'not-found'
  if (state !== 'used' || last === undefined) return 'redemption-not-used'
  return inTimeToUndo(last.at, now) ? true : 'undo-too-late'
}

/** Anybody who verifies anywhere: who is not one of these learns nothing about vouchers. */
export const verifiesVouchers = (actor: Actor): boolean => may(actor, 'handOut')

/**
 * The content of a voucher's QR: its id and 128 bits derived from it by HMAC, so that nothing secret is stored and nobody can make one up.
 */
export const voucherSecret = (redemptionId: string, derived: Uint8Array): string =>
  `${redemptionId}.${Array.from(derived.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')}`

/** The id a secret claims to be for; the caller must derive and compare. */
export const claimedId = (secret: string): string | undefined =>
  /^([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})\.[0-9a-f]{32}$/.exec(secret)?.[1]
