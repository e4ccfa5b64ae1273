/** 星级: where it stands, and why it changed each time (rule-12). Nobody is ranked by it. */
import * as z from 'zod/mini'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { Stars } from './star-ladders.ts'
import { Instant, Minutes } from './units.ts'

/** What was decided anew on: minutes were posted, a rating was given, the county's policy changed, minutes were taken back. */
export const StarReason = z.enum(['hours', 'rating', 'policy', 'reversal'])
export type StarReason = z.infer<typeof StarReason>

/** What stars are decided on: minutes of voluntary service (rule-17), and the ratings of the orders in which they were served, in tenths of a star. */
export const StarFacts = z.strictObject({
  earnedMinutes: Minutes,
  ratingCount: z.int(),
  /** Rounded down; null while nobody rated. */
  averageTenths: z.nullable(z.int()),
})
export type StarFacts = z.infer<typeof StarFacts>

/** One change with what it was decided on, and the ladder of the policy in force then. */
export const StarChange = z.strictObject({
  ...StarFacts.shape,
  no: z.int(),
  fromLevel: z.int(),
  toLevel: z.int(),
  reason: StarReason,
  policyVersion: z.int(),
  ...Stars.shape,
  at: Instant,
})
export type StarChange = z.infer<typeof StarChange>

/** Newest first; `now` is what would be decided on at this moment, under the ladder in force. */
export const listStarChanges = endpoint({
  name: 'listStarChanges',
  method: 'GET',
  path: '/v1/me/stars',
  query: z.strictObject(pageQuery),
  reply: z.strictObject({
    ...pageOf(StarChange).shape,
    level: z.int(),
    now: z.strictObject({ ...StarFacts.shape, ...Stars.shape }),
  }),
})
