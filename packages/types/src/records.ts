/** 志愿服务记录 — one per person and order or shift; a correction is a new version, nothing is deleted. */
import * as z from 'zod/mini'
import { EvidenceGrade } from './clock.ts'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { ActivityId, OrderId, PhotoHash, RecordId, ShiftId } from './ids.ts'
import { PersonRef } from './people.ts'
import { ProblemCodeSchema } from './problems.ts'
import { CivilDay, Instant, Minutes, Points, text } from './units.ts'

/** `conflict`: it collides with another record and waits for a person. `onNotice`: approved, in public until its notice is over (公示). `corrected`: a newer version stands for it. `reversed`: taken back after it was approved. */
export const RecordState = z.enum([
  'pending',
  'onNotice',
  'approved',
  'rejected',
  'withdrawn',
  'conflict',
  'corrected',
  'reversed',
])
export type RecordState = z.infer<typeof RecordState>

/** rule-17: only `voluntary` earns stars, points and certificates. */
export const ServiceNature = z.enum(['voluntary', 'duty', 'penaltySubstitute'])
export type ServiceNature = z.infer<typeof ServiceNature>

/** Why staff should look twice; these come first in bulk approval. */
export const OddReason = z.enum([
  'long',
  'short',
  'grade-c',
  'no-check-out',
  'same-pair',
  'neighbour-close',
  'overlap',
  'by-hand',
])
export type OddReason = z.infer<typeof OddReason>

/**
 * Service at an order or at a shift: one of the two ids is there, `title` is that of whichever; what was entered by hand may name neither. `stationName` names the unit it lies at. `clockedMinutes`
 * (打卡) and `declaredMinutes` (申报) stay apart everywhere.
 */
export const ServiceRecord = z.strictObject({
  recordId: RecordId,
  version: z.int(),
  state: RecordState,
  person: PersonRef,
  orderId: z.nullable(OrderId),
  shiftId: z.nullable(ShiftId),
  /** How it came about: by the clock, or entered by hand (补录). */
  source: z.enum(['clock', 'manual']),
  title: z.string(),
  stationName: z.string(),
  serviceDay: CivilDay,
  startedAt: Instant,
  endedAt: Instant,
  clockedMinutes: Minutes,
  declaredMinutes: Minutes,
  grade: EvidenceGrade,
  serviceNature: ServiceNature,
  odd: z.array(OddReason),
  points: z.nullable(Points),
  decidedAt: z.nullable(Instant),
  decidedByName: z.nullable(z.string()),
  rejectionWords: z.nullable(z.string()),
  /** The last day of its public notice; null where it had none. */
  noticeEndsOn: z.nullable(CivilDay),
  /** Who corrected or reversed it; `byName` is null where a check-out came after the clock was closed by itself. */
  undone: z.nullable(z.strictObject({ at: Instant, byName: z.nullable(z.string()), words: z.string() })),
  allowedActions: z.array(z.enum(['approve', 'reject', 'withdraw', 'correct', 'reverse'])),
})
export type ServiceRecord = z.infer<typeof ServiceRecord>

/** 怎么来的: evidence in order of time, then one line per factor (visual guide §6); the lines' points add up to `totalPoints`. */
export const RecordWhy = z.strictObject({
  record: ServiceRecord,
  /** 补录: who entered it, why, and with which photos; null for what was clocked. */
  entry: z.nullable(z.strictObject({ byName: z.string(), words: z.string(), photos: z.array(PhotoHash) })),
  /** Every version of it, the first one first; one when nothing was corrected. */
  versions: z.array(ServiceRecord),
  /** The shift it was served at; null for an order's. */
  shift: z.nullable(z.strictObject({ activityId: ActivityId, place: z.string(), startsAt: Instant, endsAt: Instant })),
  /** What was served beyond the county's cap for one person and day; the record's minutes are without it. */
  cutMinutes: Minutes,
  evidence: z.array(
    z.strictObject({
      at: Instant,
      kind: z.enum(['checkIn', 'checkOut', 'enter', 'approve', 'reject', 'correct', 'reverse']),
      by: z.enum(['service-code', 'rotating-code', 'station-code', 'none', 'staff']),
      byName: z.nullable(z.string()),
      grade: z.nullable(EvidenceGrade),
    }),
  ),
  factors: z.array(
    z.strictObject({
      kind: z.enum(['base', 'platform', 'rating', 'cap']),
      minutes: z.nullable(Minutes),
      ratePoints: z.nullable(z.int()),
      percent: z.nullable(z.int()),
      stars: z.nullable(z.int()),
      points: z.int(),
    }),
  ),
  totalPoints: z.int(),
  policyVersion: z.int(),
  expiresOn: z.nullable(CivilDay),
})
export type RecordWhy = z.infer<typeof RecordWhy>

const params = z.strictObject({ recordId: RecordId })

export const listMyRecords = endpoint({
  name: 'listMyRecords',
  method: 'GET',
  path: '/v1/me/records',
  query: z.strictObject(pageQuery),
  reply: pageOf(ServiceRecord),
})
export const getRecordWhy = endpoint({
  name: 'getRecordWhy',
  method: 'GET',
  path: '/v1/records/:recordId/why',
  params,
  reply: RecordWhy,
  problems: ['not-found'],
})
/** Records of the caller's subtree waiting for approval: the odd ones on top, each with its reasons. */
export const listPendingRecords = endpoint({
  name: 'listPendingRecords',
  method: 'GET',
  path: '/v1/records/pending',
  query: z.strictObject(pageQuery),
  reply: pageOf(ServiceRecord),
  problems: ['not-allowed'],
})
/** Records of the caller's subtree that were decided, the newest service first, by part of the person's name or its pinyin; where one is found to put right. */
export const listDecidedRecords = endpoint({
  name: 'listDecidedRecords',
  method: 'GET',
  path: '/v1/records/decided',
  query: z.strictObject({ name: z.optional(text(20)), ...pageQuery }),
  reply: pageOf(ServiceRecord),
  problems: ['not-allowed'],
})
const decided = [
  'not-found',
  'not-allowed',
  'own-record',
  'own-entry',
  'over-approval-limit',
  'record-not-pending',
] as const
/** Minutes and points are posted in the same transaction, or where policy says so when its public notice is over. */
export const approveRecord = endpoint({
  name: 'approveRecord',
  method: 'POST',
  path: '/v1/records/:recordId/approve',
  params,
  body: z.strictObject({ version: z.int() }),
  reply: ServiceRecord,
  problems: [...decided, 'record-overlaps'],
})
export const rejectRecord = endpoint({
  name: 'rejectRecord',
  method: 'POST',
  path: '/v1/records/:recordId/reject',
  params,
  body: z.strictObject({ version: z.int(), words: text(200) }),
  reply: ServiceRecord,
  problems: decided,
})
/** Takes a record of one's own back while nobody decided on it: clocked by mistake. It stays as withdrawn, and its time is free again. */
export const withdrawRecord = endpoint({
  name: 'withdrawRecord',
  method: 'POST',
  path: '/v1/records/:recordId/withdraw',
  params,
  body: z.strictObject({ version: z.int() }),
  reply: ServiceRecord,
  problems: ['not-found', 'record-not-pending'],
})
/** Several at once: each stands alone. */
export const approveRecords = endpoint({
  name: 'approveRecords',
  method: 'POST',
  path: '/v1/records/approve',
  body: z.strictObject({
    records: z.array(z.strictObject({ recordId: RecordId, version: z.int() })).check(z.minLength(1), z.maxLength(100)),
  }),
  reply: z.strictObject({
    results: z.array(z.strictObject({ recordId: RecordId, ok: z.boolean(), code: z.nullable(ProblemCodeSchema) })),
  }),
})
