/** The loop in numbers, derived from work done (rule-30): nothing here is typed in, nobody is ranked. */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { UnitId } from './ids.ts'
import { OrderState } from './order-states.ts'
import { CivilMonth, Count, Instant, Minutes, Points } from './units.ts'

/**
 * `answeredInTime` = first human action ≤ dueAt. `coverage` = stations with ≥ 1 completed service in the month ÷ active stations, institutes by
 * administrative code. Completed is what was done, never what was announced (rule-30): an approved record of service, at an order or at a shift; or a shift
 * that is over, was not called off, and either had somebody there by its roll or was reported. Minutes are those of all approved records, by service day.
 */
export const CountyNumbers = z.strictObject({
  month: CivilMonth,
  asOf: Instant,
  loop: z.strictObject({ submitted: Count, dispatched: Count, accepted: Count, rated: Count }),
  answered: z.strictObject({ due: Count, inTime: Count, inTimeLastMonth: Count, dueLastMonth: Count }),
  byState: z.array(z.strictObject({ state: OrderState, count: Count })),
  months: z.array(z.strictObject({ month: CivilMonth, submitted: Count })),
  clockedMinutes: Minutes,
  declaredMinutes: Minutes,
  issuedPoints: Points,
  spentPoints: Points,
  expiredPoints: Points,
  coverage: z.strictObject({
    stations: Count,
    covered: Count,
    institutes: z.array(z.strictObject({ unitId: UnitId, name: z.string(), stations: Count, covered: Count })),
  }),
})
export type CountyNumbers = z.infer<typeof CountyNumbers>

/** For staff of the county; institutes see their own subtree. */
export const getCountyNumbers = endpoint({
  name: 'getCountyNumbers',
  method: 'GET',
  path: '/v1/county-numbers',
  query: z.strictObject({ month: z.optional(CivilMonth.check(z.regex(/^20/))) }),
  reply: CountyNumbers,
  problems: ['not-allowed'],
})
