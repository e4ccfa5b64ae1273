/** 保险: accident insurance, recorded by staff with its period. Hazardous work needs one that covers the day (rule-06). */
import * as z from 'zod/mini'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { InsuranceId, PersonId } from './ids.ts'
import { PersonRef } from './people.ts'
import { ProblemCodeSchema } from './problems.ts'
import { CivilDay, text } from './units.ts'

/** Both days are covered. */
export const Insurance = z.strictObject({
  insuranceId: InsuranceId,
  insurer: z.string(),
  policyNo: z.nullable(z.string()),
  fromDay: CivilDay,
  untilDay: CivilDay,
  coversToday: z.boolean(),
})
export type Insurance = z.infer<typeof Insurance>

/** Longest period of one policy, in days. */
export const insuranceMaxDays = 1100

/** This person’s insurances, the one that lasts longest first. */
export const listMyInsurances = endpoint({
  name: 'listMyInsurances',
  method: 'GET',
  path: '/v1/me/insurances',
  reply: z.strictObject({ items: z.array(Insurance) }),
})

/** Records one policy for several people (a team, who comes to a shift): each stands alone, and each answer says what became of it. */
export const recordInsurances = endpoint({
  name: 'recordInsurances',
  method: 'POST',
  path: '/v1/insurances',
  body: z.strictObject({
    personIds: z.array(PersonId).check(z.minLength(1), z.maxLength(100)),
    insurer: text(40),
    policyNo: z.optional(text(40)),
    fromDay: CivilDay,
    untilDay: CivilDay,
  }),
  reply: z.strictObject({
    results: z.array(z.strictObject({ personId: PersonId, ok: z.boolean(), code: z.nullable(ProblemCodeSchema) })),
  }),
})

/** Insurances of the caller’s subtree: `current` covers today or later, `ending` ends within 30 days and is not renewed. Staff and auditors. */
export const listInsurances = endpoint({
  name: 'listInsurances',
  method: 'GET',
  path: '/v1/insurances',
  query: z.strictObject({ filter: z.enum(['current', 'ending']), ...pageQuery }),
  reply: pageOf(z.strictObject({ ...Insurance.shape, person: PersonRef, recordedByName: z.string() })),
  problems: ['not-allowed'],
})

/** Takes away what was recorded by mistake. */
export const removeInsurance = endpoint({
  name: 'removeInsurance',
  method: 'POST',
  path: '/v1/insurances/:insuranceId/remove',
  params: z.strictObject({ insuranceId: InsuranceId }),
  reply: z.strictObject({ insuranceId: InsuranceId, removed: z.literal(true) }),
  problems: ['not-found', 'not-allowed'],
})
