/** What people write is checked by WeChat before others read it; what it does not pass waits for a person's review (rule-44). */
import * as z from 'zod/mini'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { WordCheckId } from './ids.ts'
import { Instant } from './units.ts'

/** Which words: of an order when it is asked for, when it is done, when it is rated, when it is reopened; a complaint or suggestion; of a team's page, or from its leader; what an activity says; or what came of a shift. */
export const WordsKind = z.enum([
  'orderNote',
  'orderResult',
  'orderRating',
  'orderReopening',
  'feedback',
  'teamWords',
  'teamMessage',
  'activity',
  'shiftReport',
])
export type WordsKind = z.infer<typeof WordsKind>

/** Why they wait: what WeChat said, or why it could not be asked. */
export const HoldReason = z.enum(['risky', 'review', 'no-openid', 'openid-inactive', 'too-long', 'unavailable'])
export type HoldReason = z.infer<typeof HoldReason>

export const HeldWords = z.strictObject({
  checkId: WordCheckId,
  kind: WordsKind,
  words: z.string(),
  reason: HoldReason,
  authorName: z.string(),
  at: Instant,
})
export type HeldWords = z.infer<typeof HeldWords>

/** Words that wait for a person, oldest first; for staff of the center. */
export const listHeldWords = endpoint({
  name: 'listHeldWords',
  method: 'GET',
  path: '/v1/held-words',
  query: z.strictObject(pageQuery),
  reply: pageOf(HeldWords),
  problems: ['not-allowed'],
})

/** Shows them or keeps them hidden. Nobody reviews their own words. */
export const reviewWords = endpoint({
  name: 'reviewWords',
  method: 'POST',
  path: '/v1/held-words/:checkId/review',
  params: z.strictObject({ checkId: WordCheckId }),
  body: z.strictObject({ show: z.boolean() }),
  reply: z.strictObject({ checkId: WordCheckId, shown: z.boolean() }),
  problems: ['not-allowed', 'not-found', 'words-not-held'],
})
