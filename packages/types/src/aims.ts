/** 争取: what the county strives for in a year, beside where it stands. Sums alone, by code, never a rank (rule-30). */
import * as z from 'zod/mini'
import { Hidden } from './affiliations.ts'
import { endpoint } from './endpoint.ts'
import { Count, Instant } from './units.ts'

/** `value` is null together with its reason: too few people (rule-28), not counted yet, or nothing of ours measures it. */
export const AimStanding = z.strictObject({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  target: Count,
  value: z.nullable(Count),
  hidden: z.nullable(z.enum([...Hidden.options, 'notMeasured'])),
})
export type AimStanding = z.infer<typeof AimStanding>

/** This year's. For keepers, staff and auditors of the center, an institute or a department. */
export const listAims = endpoint({
  name: 'listAims',
  method: 'GET',
  path: '/v1/aims',
  reply: z.strictObject({ year: z.string(), asOf: z.nullable(Instant), items: z.array(AimStanding) }),
  problems: ['not-allowed'],
})
