/** 公示: where policy says so, an approved record stands in public for some days before anything is posted, and anybody signed in may object (rules 7, 24). */
import * as z from 'zod/mini'
import { EvidenceGrade } from './clock.ts'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { CountyIdText, ObjectionId, RecordId, UnitId } from './ids.ts'
import { ServiceRecord } from './records.ts'
import { CivilDay, Instant, Minutes, text } from './units.ts'

/** What anybody may read of a record on public notice: its person's name is masked (rule-24), `lastDay` is the last day on which it stands there. */
export const PublicNotice = z.strictObject({
  recordId: RecordId,
  maskedName: z.string(),
  unitName: z.string(),
  title: z.string(),
  serviceDay: CivilDay,
  clockedMinutes: Minutes,
  declaredMinutes: Minutes,
  grade: EvidenceGrade,
  lastDay: CivilDay,
  /** Somebody objected, and nobody decided yet: it is not posted until then. */
  objected: z.boolean(),
})
export type PublicNotice = z.infer<typeof PublicNotice>

/** Records on public notice, what ends first at the top; of one unit, or of the whole county. */
export const listPublicNotices = endpoint({
  name: 'listPublicNotices',
  method: 'GET',
  path: '/v1/counties/:countyId/public-notices',
  access: 'public',
  params: z.strictObject({ countyId: CountyIdText }),
  query: z.strictObject({ unitId: z.optional(UnitId), ...pageQuery }),
  reply: pageOf(PublicNotice),
})

/** An objection as staff read it, with the record it is on. `noticeWasBy` approved that record, and does not decide on it. */
export const Objection = z.strictObject({
  objectionId: ObjectionId,
  words: z.string(),
  at: Instant,
  noticeWasBy: z.string(),
  record: ServiceRecord,
  allowedActions: z.array(z.enum(['dismiss'])),
})
export type Objection = z.infer<typeof Objection>

/** 提异议: nothing of the record is posted until another person than its approver decided. Staff do not read who objected. */
export const objectToRecord = endpoint({
  name: 'objectToRecord',
  method: 'POST',
  path: '/v1/public-notices/:recordId/objections',
  params: z.strictObject({ recordId: RecordId }),
  body: z.strictObject({ words: text(300) }),
  status: 201,
  reply: z.strictObject({ objectionId: ObjectionId, at: Instant }),
  problems: ['not-found', 'record-not-on-notice', 'own-record', 'already-objected', 'too-many-objections'],
})

/** Objections that wait in the caller's subtree, the oldest first. */
export const listObjections = endpoint({
  name: 'listObjections',
  method: 'GET',
  path: '/v1/objections',
  query: z.strictObject(pageQuery),
  reply: pageOf(Objection),
  problems: ['not-allowed'],
})

/** The objection does not hold: who objected reads why, and the record is posted when its notice is over. What holds is decided by rejecting or correcting the record. */
export const dismissObjection = endpoint({
  name: 'dismissObjection',
  method: 'POST',
  path: '/v1/objections/:objectionId/dismiss',
  params: z.strictObject({ objectionId: ObjectionId }),
  body: z.strictObject({ words: text(200) }),
  reply: z.strictObject({ objectionId: ObjectionId, dismissed: z.literal(true) }),
  problems: [
    'not-found',
    'not-allowed',
    'own-record',
    'own-entry',
    'own-approval',
    'own-objection',
    'over-approval-limit',
    'objection-over',
  ],
})
