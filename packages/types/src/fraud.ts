/**
 * 认定弄虚作假: a keeper of the center decides that a record which was taken back was no mistake. Nothing is booked until the days to appeal are over, or
 * another keeper upheld it; then what the county bore for the record is owed, and the next earnings pay it. Each decision is named by its record.
 */
import * as z from 'zod/mini'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { RecordId } from './ids.ts'
import { PersonRef } from './people.ts'
import { CivilDay, Instant, Points, text } from './units.ts'

/** Civil days in which the person may appeal, and in which a record that was taken back may be decided on. */
export const appealDays = 15
export const decisionDays = 180

/**
 * `told`: the person knows and may appeal. `appealed`: another keeper answers. `standing`: it took effect. `lifted`: on the appeal, or afterwards. `ended`: the
 * person closed their account.
 */
export const FraudState = z.enum(['told', 'appealed', 'standing', 'lifted', 'ended'])
export type FraudState = z.infer<typeof FraudState>

const Said = z.strictObject({ at: Instant, byName: z.string(), words: z.string() })

/** As its person and the keepers of the center read it. */
export const FraudDecision = z.strictObject({
  recordId: RecordId,
  person: PersonRef,
  title: z.string(),
  serviceDay: CivilDay,
  state: FraudState,
  /** The unit that answers for it. */
  unitName: z.string(),
  /** Why. */
  decided: Said,
  /** What the county bore when it was decided; once it stands, what is owed by it. */
  points: Points,
  paidPoints: Points,
  /** What is neither paid nor let off. */
  owedPoints: Points,
  appealUntil: CivilDay,
  appeal: z.nullable(z.strictObject({ at: Instant, words: z.string() })),
  answer: z.nullable(z.strictObject({ ...Said.shape, upheld: z.boolean() })),
  standingAt: z.nullable(Instant),
  /** Taken back by a keeper, not on the appeal. */
  lifted: z.nullable(Said),
  allowedActions: z.array(z.enum(['appeal', 'answer', 'lift'])),
})
export type FraudDecision = z.infer<typeof FraudDecision>

const params = z.strictObject({ recordId: RecordId })
const staff = ['not-found', 'not-allowed', 'own-record'] as const

/** What there is to decide, or was decided, on a record: for its person and the keepers of the center. */
export const getFraud = endpoint({
  name: 'getFraud',
  method: 'GET',
  path: '/v1/records/:recordId/fraud',
  params,
  reply: z.strictObject({
    /** What the county bears for the record now. */
    absorbedPoints: Points,
    decision: z.nullable(FraudDecision),
    allowedActions: z.array(z.enum(['decide'])),
  }),
  problems: ['not-found'],
})
/** Decides, with the reason that the person reads. Never who approved or entered the record. */
export const decideFraud = endpoint({
  name: 'decideFraud',
  method: 'POST',
  path: '/v1/records/:recordId/fraud',
  params,
  body: z.strictObject({ words: text(300) }),
  status: 201,
  reply: FraudDecision,
  problems: [
    ...staff,
    'own-entry',
    'own-approval',
    'record-not-reversed',
    'nothing-absorbed',
    'fraud-too-late',
    'fraud-decided',
  ],
})
/** 申诉, by the person, once: until somebody answered nothing takes effect. */
export const appealFraud = endpoint({
  name: 'appealFraud',
  method: 'POST',
  path: '/v1/records/:recordId/fraud/appeal',
  params,
  body: z.strictObject({ words: text(500) }),
  reply: FraudDecision,
  problems: ['not-found', 'appeal-over'],
})
/** Another keeper than who decided answers: upheld, it takes effect at once; else it is lifted and nothing was ever booked. */
export const answerFraudAppeal = endpoint({
  name: 'answerFraudAppeal',
  method: 'POST',
  path: '/v1/records/:recordId/fraud/answer',
  params,
  body: z.strictObject({ upheld: z.boolean(), words: text(300) }),
  reply: FraudDecision,
  problems: [...staff, 'own-entry', 'own-approval', 'own-decision', 'fraud-over'],
})
/** It was wrong: what was paid comes back as points, what is still owed ends. */
export const liftFraud = endpoint({
  name: 'liftFraud',
  method: 'POST',
  path: '/v1/records/:recordId/fraud/lift',
  params,
  body: z.strictObject({ words: text(300) }),
  reply: FraudDecision,
  problems: [...staff, 'fraud-over'],
})
/** What is open in the county, appeals first, then what may still be appealed, then what stands. */
export const listFraudDecisions = endpoint({
  name: 'listFraudDecisions',
  method: 'GET',
  path: '/v1/fraud-decisions',
  query: z.strictObject(pageQuery),
  reply: pageOf(FraudDecision),
  problems: ['not-allowed'],
})
/** One's own, the newest first. */
export const listMyFraudDecisions = endpoint({
  name: 'listMyFraudDecisions',
  method: 'GET',
  path: '/v1/me/fraud-decisions',
  query: z.strictObject(pageQuery),
  reply: pageOf(FraudDecision),
})
