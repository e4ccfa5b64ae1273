/**
 * 试算: other points tried on a month that is over, before anybody publishes them. Every approved record of the month is counted twice: what the ledger posted
 * for it, and what it would have earned by the points that are tried. Nothing is posted, kept or rewritten.
 */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { PersonId } from './ids.ts'
import { PointsPolicy, type Policy } from './policy.ts'
import { CivilDay, CivilMonth, Count, Instant, Points } from './units.ts'

/** No amount of a trial is larger: what a month adds up to stays a whole number. */
const largestAmount = 100_000

const amountsOf = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value
      ? Object.values(value).flatMap(amountsOf)
      : []

/** The points of a policy that a query brings as JSON; null where it is none, or has amounts nobody would mean. */
export function triedPolicy(json: string): Policy['points'] | null {
  try {
    const { success, data } = z.safeParse(PointsPolicy, JSON.parse(json))
    return success && amountsOf(data).every((amount) => amount <= largestAmount) ? data : null
  } catch {
    return null
  }
}

const Compared = { beforePoints: Points, afterPoints: Points }

/** Somebody whose points would change; where people have the same name, their station tells them apart. */
const Changed = z.strictObject({
  personId: PersonId,
  name: z.string(),
  homeStationName: z.nullable(z.string()),
  ...Compared,
})

/**
 * `before` is what the ledger posted for the records that stand, under the policy versions they were credited with; `after` what `tried` would have given.
 * `present` are the points in force now: a trial without a candidate tries them. All figures and names are of one moment.
 */
export const PointsTrial = z.strictObject({
  month: CivilMonth,
  asOf: Instant,
  policyVersion: z.int(),
  present: PointsPolicy,
  tried: PointsPolicy,
  creditedVersions: z.array(z.int()),
  records: Count,
  ...Compared,
  people: z.strictObject({ gain: Count, lose: Count, same: Count }),
  /** At most ten each, the largest change first. */
  gaining: z.array(Changed),
  losing: z.array(Changed),
  /** Those of the county's policy in its order, then what records name besides; code null: service on no platform. */
  platforms: z.array(z.strictObject({ code: z.nullable(z.string()), name: z.nullable(z.string()), ...Compared })),
  /** Until when points given on the month's last day would be good. */
  lastDay: z.strictObject({ present: CivilDay, tried: CivilDay }),
})
export type PointsTrial = z.infer<typeof PointsTrial>

/** For the county's keeper. `month`: the last whole one, unless told. `candidate`: the points of a policy, as JSON. */
export const getPointsTrial = endpoint({
  name: 'getPointsTrial',
  method: 'GET',
  path: '/v1/points-trial',
  query: z.strictObject({
    month: z.optional(CivilMonth.check(z.regex(/^20/))),
    candidate: z.optional(
      z.string().check(
        z.maxLength(4000),
        z.refine((json) => triedPolicy(json) !== null),
      ),
    ),
  }),
  reply: PointsTrial,
  problems: ['not-allowed', 'period-invalid'],
})
