/** 意见与投诉 — an entry that is answered (rule-32). */
import * as z from 'zod/mini'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { FeedbackId, UnitId } from './ids.ts'
import { Instant, text } from './units.ts'

export const Feedback = z.strictObject({
  feedbackId: FeedbackId,
  words: z.string(),
  unitName: z.nullable(z.string()),
  at: Instant,
  answer: z.nullable(z.string()),
  answeredAt: z.nullable(Instant),
  answeredByName: z.nullable(z.string()),
})
export type Feedback = z.infer<typeof Feedback>

export const giveFeedback = endpoint({
  name: 'giveFeedback',
  method: 'POST',
  path: '/v1/feedback',
  status: 201,
  body: z.strictObject({ words: text(500), unitId: z.optional(UnitId) }),
  reply: Feedback,
  problems: ['not-found'],
})
export const listMyFeedback = endpoint({
  name: 'listMyFeedback',
  method: 'GET',
  path: '/v1/me/feedback',
  query: z.strictObject(pageQuery),
  reply: pageOf(Feedback),
})
/** What waits for an answer, oldest first; for staff of the unit or above. */
export const listFeedback = endpoint({
  name: 'listFeedback',
  method: 'GET',
  path: '/v1/feedback',
  query: z.strictObject(pageQuery),
  reply: pageOf(Feedback),
  problems: ['not-allowed'],
})
export const answerFeedback = endpoint({
  name: 'answerFeedback',
  method: 'POST',
  path: '/v1/feedback/:feedbackId/answer',
  params: z.strictObject({ feedbackId: FeedbackId }),
  body: z.strictObject({ answer: text(500) }),
  reply: Feedback,
  problems: ['not-found', 'not-allowed'],
})
