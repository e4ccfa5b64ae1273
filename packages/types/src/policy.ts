/**
 * A county's whole way of working, as one versioned document. Nothing here is code: a county nobody has thought of yet is set up by writing one.
 * Every amount is an integer with its unit last. `schemaVersion` tells which upgraders a stored document still needs.
 */
import * as z from 'zod/mini'
import { BenefitKind } from './benefit-kinds.ts'
import { Stars } from './star-ladders.ts'
import { CivilDay } from './units.ts'

const code = z.string().check(z.regex(/^[a-z][A-Za-z0-9-]{0,39}$/))
const name = z.string().check(z.minLength(1), z.maxLength(40))
const positive = z.int().check(z.gte(1))
const count = z.int().check(z.gte(0))
const tier = z.enum(['station', 'institute', 'center'])

/** A one-tap reason. */
export const Reason = z.strictObject({ code, text: name })

/** A platform (七大平台) with the one department that leads it and those that cooperate; unit codes of the preset. */
export const Platform = z.strictObject({ code, name, leadDepartment: code, cooperating: z.array(code) })

/** 点单—派单—接单—评单, as this county runs it. Which version counts: the one at submission. */
export const OrderFlow = z.strictObject({
  /** Is there 审单 before 派单? */
  triage: z.boolean(),
  mayTriage: z.array(z.enum(['station', 'institute', 'center', 'leadAgency'])).check(z.minLength(1)),
  mayDispatch: z.array(z.enum(['station', 'institute', 'center', 'leadAgency'])).check(z.minLength(1)),
  /** push: to a volunteer; team: to a team; claim: open for 认领. */
  modes: z.array(z.enum(['push', 'team', 'claim'])).check(z.minLength(1)),
  ratingParties: z.array(z.enum(['requester', 'station'])).check(z.minLength(1)),
  /** Does somebody else pay (买单)? */
  sponsor: z.boolean(),
  /** Office minutes within which the next step must be taken. */
  deadlineMinutes: z.strictObject({ triaged: positive, dispatched: positive }),
  escalation: z.array(tier).check(z.minLength(1)),
  /** Office minutes after which an overdue order climbs one tier further. */
  escalateAfterMinutes: positive,
  rateWithinDays: positive,
  reopenWithinDays: positive,
  returnReasons: z.array(Reason),
  rejectReasons: z.array(Reason),
  declineReasons: z.array(Reason),
})

/** Which version counts for hours and points: the one in force when the service happened. */
export const Hours = z.strictObject({
  roundToMinutes: positive,
  capMinutesPerDay: positive,
  /** Shorter than this is odd. */
  minMinutes: count,
  /** After the planned end, when an open clock is closed and goes to review. */
  graceMinutes: count,
  /** A queued event that comes later than this does not count by itself. */
  lateUploadMinutes: count,
  /** A rotating code that comes later than this after its step counts less; one that was seen later than this goes to review. */
  relayMinutes: count,
  /** A check-in so soon after a check-out in another township that is not adjacent goes to review: nobody is there that fast. Null: never asked. */
  jumpMinutes: z.nullable(positive),
  /** 补录: the most that may be declared for one service and for a person's calendar month, and how many days back; null where nothing is entered by hand. */
  manualEntry: z.nullable(
    z.strictObject({ capMinutesPerRecord: positive, capMinutesPerMonth: positive, withinDays: positive }),
  ),
  /** 公示: days for which an approved record stands in public, names masked, before anything is posted; 0 posts at once. */
  publicNoticeDays: z.int().check(z.gte(0), z.lte(30)),
  /** Ascending; the last row has no limit: who may approve a record this long. */
  approvalTiers: z.array(z.strictObject({ upToMinutes: z.nullable(positive), tier })).check(z.minLength(1)),
})

/**
 * What earns points besides service, counted per piece by staff: 旧衣回收, 文明劝导. `measure` is the word it is counted with (件, 次). `capPerDay` is the most pieces
 * that may be counted for one person on one civil day, all units together. `from` and `until` are the first and the last civil day of a campaign; null: since
 * ever, until further notice.
 */
export const EarningAction = z
  .strictObject({
    code,
    name,
    measure: z.string().check(z.minLength(1), z.maxLength(4)),
    points: positive,
    capPerDay: positive,
    from: z.nullable(CivilDay),
    until: z.nullable(CivilDay),
  })
  .check(z.refine(({ from, until }) => from === null || until === null || from <= until))
export type EarningAction = z.infer<typeof EarningAction>

export const PointsPolicy = z.strictObject({
  pointsPerHour: count,
  /** Per platform code; 100 where a platform is not named. */
  platformCoefficientPercent: z.record(z.string(), count),
  ratingBonus: z.array(z.strictObject({ stars: z.int().check(z.gte(1), z.lte(5)), points: count })),
  capPointsPerRecord: positive,
  lotLifetimeMonths: positive,
  earningActions: z.array(EarningAction),
})

/** 礼遇: what so many hours of voluntary service earn, so often in a civil month or year. The version in force when it is used or activated counts. */
export const Benefit = z.strictObject({
  code,
  name,
  kind: BenefitKind,
  /** Who gives it: the department or partner that a list is passed on to. Null until the county says so. */
  givenBy: z.nullable(name),
  thresholdHours: positive,
  quotaPerPeriod: positive,
  period: z.enum(['month', 'year']),
})
export type Benefit = z.infer<typeof Benefit>

/** What an aim's value is computed from, both in percent: of the county's serving party members, how many registered (双报到); of those, how many reached `yearHours`. */
const AimMeasure = z.enum(['registeredPercent', 'hoursPercent'])

/** 双报到: how many serving party members the county counts (null: it has not said), and the hours of service a year that they strive for. */
const DualAffiliation = z.strictObject({
  memberCount: z.nullable(z.int().check(z.gte(10), z.lte(1_000_000))),
  yearHours: z.int().check(z.gte(1), z.lte(1000)),
})

/** 争取: what the county strives for in a year. `measure` null: nothing of ours can tell it yet. */
export const Aim = z.strictObject({
  code,
  name,
  target: count,
  unit: z.string(),
  measure: z.nullable(AimMeasure),
})
export type Aim = z.infer<typeof Aim>

/** 时间银行: the most a person may save in a civil year, and for how many days a gift waits for its receiver. */
const TimeBank = z.strictObject({ capMinutesPerYear: positive, giftDays: z.int().check(z.gte(1), z.lte(60)) })

/**
 * 爱心超市: for how many civil days a voucher waits, how many things a person may exchange in a civil month, and the family account: of how many people a family
 * may be who exchange with each other's points. Null where there is none: points between people move in no other way.
 */
const Rewards = z.strictObject({
  holdDays: positive,
  limitPerPersonPerMonth: positive,
  family: z.nullable(z.strictObject({ mostMembers: z.int().check(z.gte(2), z.lte(10)) })),
})

export const Policy = z.strictObject({
  schemaVersion: z.literal(9),
  tiers: z.strictObject({ center: name, institute: name, station: name, chain: z.string() }),
  platforms: z.array(Platform).check(z.minLength(1)),
  orderFlow: OrderFlow,
  hours: Hours,
  points: PointsPolicy,
  stars: Stars,
  /** Null where the county keeps none. Time credit is a unit of its own and never sold (rule-13). */
  timeBank: z.nullable(TimeBank),
  benefits: z.array(Benefit),
  rewards: Rewards,
  units: z.strictObject({ indicators: z.array(z.strictObject({ code, name, weightPercent: positive })) }),
  calendar: z.strictObject({
    serviceDay: z.nullable(z.int().check(z.gte(1), z.lte(28))),
    monthlyThemes: z.array(z.strictObject({ month: z.int().check(z.gte(1), z.lte(12)), theme: name })),
  }),
  /** Null where there is no 双报到: only where there is may anybody be asked whether they are a serving party member (rule-28). */
  people: z.strictObject({ dualAffiliation: z.nullable(DualAffiliation) }),
  aims: z.array(Aim),
})
export type Policy = z.infer<typeof Policy>
