/** The loop in numbers, derived from work done (rule-30): nothing here is typed in, nobody is ranked. */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { CountyIdText, UnitId } from './ids.ts'
import { OrderState } from './order-states.ts'
import { CivilMonth, Count, Instant, Minutes, Points } from './units.ts'

/**
 * What was done in a month, by the day it was done. `asOf` is the moment until which all is counted, at most a minute behind; null before anything was.
 * A shift is held when it is over, was not called off, and had somebody there by its roll or was reported. 人次 served: who took part in shifts without
 * being a volunteer there, those its reports add, and the heads of fulfilled orders. `volunteerTimes`: approved records of service.
 */
const Done = { shiftsHeld: Count, ordersServed: Count, servedTimes: Count, volunteerTimes: Count }

const ActivityNumbers = z.strictObject({
  asOf: z.nullable(Instant),
  ...Done,
  /** Different people with an approved record of service in the month; never added up over months or units. */
  activeVolunteers: Count,
  newVolunteers: Count,
  months: z.array(z.strictObject({ month: CivilMonth, shiftsHeld: Count, servedTimes: Count })),
  institutes: z.array(
    z.strictObject({ unitId: UnitId, name: z.string(), shiftsHeld: Count, ordersServed: Count, servedTimes: Count }),
  ),
})

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
  /** Of what was issued, in this month or before, what corrections and takings back reversed in this one. */
  reversedPoints: Points,
  spentPoints: Points,
  expiredPoints: Points,
  coverage: z.strictObject({
    stations: Count,
    covered: Count,
    institutes: z.array(z.strictObject({ unitId: UnitId, name: z.string(), stations: Count, covered: Count })),
  }),
  activities: ActivityNumbers,
})
export type CountyNumbers = z.infer<typeof CountyNumbers>

const month = z.optional(CivilMonth.check(z.regex(/^20/)))

/** For staff of the county; institutes see their own subtree. */
export const getCountyNumbers = endpoint({
  name: 'getCountyNumbers',
  method: 'GET',
  path: '/v1/county-numbers',
  query: z.strictObject({ month }),
  reply: CountyNumbers,
  problems: ['not-allowed'],
})

/** Figures that everybody may read; those of people and 人次 are null while one or two would tell about somebody (rules 7, 24). */
export const UnitNumbers = z.strictObject({
  unitId: UnitId,
  month: CivilMonth,
  asOf: z.nullable(Instant),
  shiftsHeld: Count,
  ordersServed: Count,
  servedTimes: z.nullable(Count),
  volunteerTimes: z.nullable(Count),
  newVolunteers: z.nullable(Count),
})
export type UnitNumbers = z.infer<typeof UnitNumbers>

/** What was done in a month at a unit and all that lies below it. */
export const getUnitNumbers = endpoint({
  name: 'getUnitNumbers',
  method: 'GET',
  path: '/v1/counties/:countyId/units/:unitId/numbers',
  access: 'public',
  params: z.strictObject({ countyId: CountyIdText, unitId: UnitId }),
  query: z.strictObject({ month }),
  reply: UnitNumbers,
  problems: ['not-found'],
})
