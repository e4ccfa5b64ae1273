/** The ledger as its owner sees it: balances, and each entry with its source. */
import * as z from 'zod/mini'
import { EvidenceGrade } from './clock.ts'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { RecordId, RedemptionId, TransferId } from './ids.ts'
import { CivilDay, Instant, Minutes, Points } from './units.ts'

/**
 * Accounts of a person. `earnedMinutes` counts for stars, benefits and certificates; `timeCredit` (saved or earned), `receivedCredit` (given by others) and `heldCredit` hold
 * a unit of their own. */
export const AccountCode = z.enum([
  'available',
  'held',
  'owed',
  'earnedMinutes',
  'timeCredit',
  'receivedCredit',
  'heldCredit',
])
export type AccountCode = z.infer<typeof AccountCode>

/** Why value moved. */
export const TransferReason = z.enum([
  'record-minutes',
  'record-points',
  'rating-bonus',
  'action-points',
  'redemption-hold',
  'redemption-capture',
  'redemption-undo',
  'redemption-return',
  'redemption-void',
  'lot-expiry',
  'reversal',
  'claw-back',
  'credit-save',
  'credit-take-back',
  'gift-hold',
  'gift-accept',
  'gift-void',
  'pool-gift',
  'pledge-hold',
  'pledge-void',
  'fraud-owed',
  'owed-payment',
  'fraud-lifted',
  'owed-ended',
])
export type TransferReason = z.infer<typeof TransferReason>

export const Balances = z.strictObject({
  availablePoints: Points,
  heldPoints: Points,
  /** What a decision of fraud left to pay; the next earnings pay it first. */
  owedPoints: Points,
  clockedMinutes: Minutes,
  declaredMinutes: Minutes,
  /** Time credit of all three accounts; null where the county keeps no time bank. */
  timeCreditMinutes: z.nullable(Minutes),
  nextExpiry: z.nullable(z.strictObject({ points: Points, expiresOn: CivilDay })),
  /** Star level (0 for none), hours of each step of the county's ladder, and minutes to the next: 0 when ratings alone hold it back (`listStarChanges` says why). */
  stars: z.strictObject({ level: z.int(), ladderHours: z.array(z.int()), minutesToNext: z.nullable(Minutes) }),
  /** Approved minutes by week, oldest first, 26 weeks. */
  weeks: z.array(z.strictObject({ monday: CivilDay, minutes: Minutes })),
})
export type Balances = z.infer<typeof Balances>

export const getBalances = endpoint({ name: 'getBalances', method: 'GET', path: '/v1/me/balances', reply: Balances })

/**
 * One movement of minutes served, newest first: a record that was approved, or one that was corrected or taken back. `clockedMinutes` and `declaredMinutes`
 * are the record's; `balanceMinutes` is what stood after it.
 */
export const MinutesEntry = z.strictObject({
  transferId: TransferId,
  reason: TransferReason,
  about: z.string(),
  recordId: RecordId,
  amountMinutes: z.int(),
  balanceMinutes: Minutes,
  clockedMinutes: Minutes,
  declaredMinutes: Minutes,
  grade: EvidenceGrade,
  policyVersion: z.int(),
  happenedAt: Instant,
})
export type MinutesEntry = z.infer<typeof MinutesEntry>

/** 时长怎么来的: `totalMinutes` and the list come from one query: they always agree. */
export const listMinutes = endpoint({
  name: 'listMinutes',
  method: 'GET',
  path: '/v1/me/minutes',
  query: z.strictObject(pageQuery),
  reply: z.strictObject({ ...pageOf(MinutesEntry).shape, totalMinutes: Minutes }),
})

/** What staff counted per piece, as the policy of its day named it: `pieces` × `piecePoints`, for which day, and where. */
const CountedAction = z.strictObject({
  measure: z.string(),
  pieces: z.int(),
  piecePoints: Points,
  day: CivilDay,
  unitName: z.string(),
  undoneWords: z.nullable(z.string()),
})

/** One movement of available points, newest first; `balancePoints` is what was left after it. */
export const PointsEntry = z.strictObject({
  transferId: TransferId,
  reason: TransferReason,
  about: z.string(),
  recordId: z.nullable(RecordId),
  redemptionId: z.nullable(RedemptionId),
  action: z.nullable(CountedAction),
  amountPoints: z.int(),
  balancePoints: Points,
  expiresOn: z.nullable(CivilDay),
  policyVersion: z.int(),
  happenedAt: Instant,
})
export type PointsEntry = z.infer<typeof PointsEntry>

/** `totalPoints` and the list come from one query: they always agree. */
export const listPoints = endpoint({
  name: 'listPoints',
  method: 'GET',
  path: '/v1/me/points',
  query: z.strictObject(pageQuery),
  reply: z.strictObject({ ...pageOf(PointsEntry).shape, totalPoints: Points }),
})
