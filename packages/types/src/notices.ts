/** In-app notices: rows, made in the transaction of what they tell. The client words them by `kind`. */
import * as z from 'zod/mini'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { ActivityId, NoticeId, OrderId, PairingId, RecordId, RedemptionId, ShiftId, TeamId } from './ids.ts'
import { ProblemCodeSchema } from './problems.ts'
import { Instant } from './units.ts'

export const NoticeKind = z.enum([
  'order-submitted',
  'order-triaged',
  'order-sent-back',
  'order-rejected',
  'order-duplicate',
  'order-sent-to-you',
  'order-accepted',
  'order-declined',
  'order-returned',
  'order-dispatched-anew',
  'order-started',
  'order-fulfilled',
  'order-rated',
  'order-reopened',
  'order-cancelled',
  'order-overdue',
  'order-late-for-you',
  'you-are-going',
  'record-pending',
  'record-check-out-late',
  'record-approved',
  'record-rejected',
  'record-corrected',
  'record-reversed',
  'voucher-expired',
  'voucher-used',
  'points-expiring',
  'deputy-named',
  'feedback-answered',
  'role-granted',
  'role-ended',
  'unit-without-keeper',
  'team-join-asked',
  'team-join-accepted',
  'team-join-refused',
  'team-lead-named',
  'team-without-leader',
  'team-message',
  'team-closed',
  'activity-changed',

  'signup-moved-up',
  'signup-not-fitting',
  'signup-no-place',
  'signup-admitted',
  'signup-refused',
  'shift-changed',
  'shift-place-lost',
  'shift-cancelled',
  'activity-cancelled',
  'shift-reminder',
  'child-picked-up',
  'pairing-asked',
  'pairing-accepted',
  'pairing-declined',
  'pairing-ended',
  'pairing-stand-in',
  'pairing-due',
  'pairing-overdue',
  'qualification-waiting',
  'qualification-verified',
  'qualification-refused',
  'qualification-ending',
  'insurance-recorded',
  'insurance-ending',
  'guardian-agreed',
  'guardian-withdrew',
  'star-gained',
  'star-lost-by-rating',
  'star-lost-by-policy',
  'star-lost-by-reversal',
  'certificate-revoked',
  'certificate-superseded',
])
export type NoticeKind = z.infer<typeof NoticeKind>

/** `about` names what it is on (order title, reward name, …); figures are in the unit of the kind: minutes and points of a record, points of a voucher, minutes behind a star (`about` is the level), points that end on a day (`about` is the day). */
export const Notice = z.strictObject({
  noticeId: NoticeId,
  kind: NoticeKind,
  about: z.string(),
  orderId: z.nullable(OrderId),
  recordId: z.nullable(RecordId),
  redemptionId: z.nullable(RedemptionId),
  teamId: z.nullable(TeamId),
  activityId: z.nullable(ActivityId),
  shiftId: z.nullable(ShiftId),
  pairingId: z.nullable(PairingId),
  minutes: z.nullable(z.int()),
  points: z.nullable(z.int()),
  /** Why, as a person wrote it, or by the code of the rule that decided. */
  words: z.nullable(z.string()),
  reason: z.nullable(ProblemCodeSchema),
  at: Instant,
  read: z.boolean(),
})
export type Notice = z.infer<typeof Notice>

export const listNotices = endpoint({
  name: 'listNotices',
  method: 'GET',
  path: '/v1/me/notices',
  query: z.strictObject(pageQuery),
  reply: pageOf(Notice),
})

/** Marks every notice up to and including this one as read. */
export const readNotices = endpoint({
  name: 'readNotices',
  method: 'POST',
  path: '/v1/me/notices/:noticeId/read',
  params: z.strictObject({ noticeId: NoticeId }),
  reply: z.strictObject({ noticeId: NoticeId, read: z.literal(true) }),
  problems: ['not-found'],
})
