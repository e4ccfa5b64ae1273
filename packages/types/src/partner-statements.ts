/** 对账单 — what a partner handed out in a month, and what the county agreed to pay for it, in fen. Confirmed or disputed by the partner's owner. */
import * as z from 'zod/mini'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { PartnerId, PartnerStatementId } from './ids.ts'
import { CivilMonth, Count, Instant, text } from './units.ts'

export const statementStates = ['open', 'confirmed', 'disputed'] as const
export const StatementState = z.enum(statementStates)
export type StatementState = z.infer<typeof StatementState>

/** Net of what came back in the month: `points` and `compensationFen` (money the county pays the partner, never a person: rule-13) can be below 0. */
const sums = { handedOutCount: Count, returnedCount: Count, points: z.int(), compensationFen: z.int() }

export const Statement = z.strictObject({
  statementId: PartnerStatementId,
  partnerId: PartnerId,
  partnerName: z.string(),
  month: CivilMonth,
  ...sums,
  /** What answers to objections added or took off; what is paid is `compensationFen + adjustmentFen`. */
  adjustmentFen: z.int(),
  state: StatementState,
  issuedAt: Instant,
  allowedActions: z.array(z.enum(['confirm', 'dispute', 'answer'])),
})
export type Statement = z.infer<typeof Statement>

/** What one thing came to; `feeFen` is what was agreed for a piece when it was exchanged. */
export const StatementItem = z.strictObject({ title: z.string(), pricePoints: z.int(), feeFen: z.int(), ...sums })
export type StatementItem = z.infer<typeof StatementItem>

export const StatementEvent = z.strictObject({
  kind: z.enum(['confirmed', 'disputed', 'answered']),
  words: z.nullable(z.string()),
  adjustmentFen: z.nullable(z.int()),
  byName: z.string(),
  at: Instant,
})
export type StatementEvent = z.infer<typeof StatementEvent>

/** Statements of a partner, the newest month first, and how the present month stands. For its owners and whoever sees the people of its unit. */
export const listStatements = endpoint({
  name: 'listStatements',
  method: 'GET',
  path: '/v1/partners/:partnerId/statements',
  params: z.strictObject({ partnerId: PartnerId }),
  query: z.strictObject(pageQuery),
  reply: z.strictObject({ ...pageOf(Statement).shape, thisMonth: z.strictObject({ month: CivilMonth, ...sums }) }),
  problems: ['not-found'],
})

const onStatement = { params: z.strictObject({ statementId: PartnerStatementId }) }
const Whole = z.strictObject({
  ...Statement.shape,
  items: z.array(StatementItem),
  events: z.array(StatementEvent),
})

/** One statement by thing, with all that was said about it. The sums are those of the lines. */
export const getStatement = endpoint({
  ...onStatement,
  name: 'getStatement',
  method: 'GET',
  path: '/v1/partner-statements/:statementId',
  reply: Whole,
  problems: ['not-found'],
})

/** 确认: by the partner's owner. */
export const confirmStatement = endpoint({
  ...onStatement,
  name: 'confirmStatement',
  method: 'POST',
  path: '/v1/partner-statements/:statementId/confirm',
  reply: Whole,
  problems: ['not-found', 'not-allowed', 'statement-not-open'],
})

/** 有异议: by the partner's owner, with words; the unit's keepers are told. */
export const disputeStatement = endpoint({
  ...onStatement,
  name: 'disputeStatement',
  method: 'POST',
  path: '/v1/partner-statements/:statementId/dispute',
  body: z.strictObject({ words: text(300) }),
  reply: Whole,
  problems: ['not-found', 'not-allowed', 'statement-not-open'],
})

/** 答复: by the keeper of the unit or one above it, with what is added to the compensation or taken off; then it is open again for the owner. */
export const answerStatement = endpoint({
  ...onStatement,
  name: 'answerStatement',
  method: 'POST',
  path: '/v1/partner-statements/:statementId/answer',
  body: z.strictObject({ words: text(300), adjustmentFen: z.int().check(z.gte(-10_000_000), z.lte(10_000_000)) }),
  reply: Whole,
  problems: ['not-found', 'not-allowed', 'statement-not-disputed'],
})

/** The statement with every line as a sheet (.xlsx), for whoever sees it. */
export const statementSheetPath = (statementId: string) => `/v1/partner-statements/${statementId}/sheet`
