/** Writing an activity: a draft with its openings and shifts, published, changed, repeated, copied. */
import * as z from 'zod/mini'
import { Activity, ActivityCard, Audience, listCode, opening, SignUpMode } from './activities.ts'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { ActivityId, OrderId, TeamId, UnitId } from './ids.ts'
import { CivilDay, Instant, text } from './units.ts'

const places = {
  capacity: z.int().check(z.gte(1), z.lte(1000)),
  /** Admitted above the capacity because some never come. */
  overbook: z.int().check(z.gte(0), z.lte(100)),
  /** Longest waitlist. */
  waitlist: z.int().check(z.gte(0), z.lte(1000)),
}
/** One opening as it is written: every shift begins with these places. */
export const OpeningForm = z.strictObject({ ...opening, ...places })
export type OpeningForm = z.infer<typeof OpeningForm>

/** When; `signUpUntil` is the cut-off, no later than the start. */
export const ShiftForm = z.strictObject({ startsAt: Instant, endsAt: Instant, signUpUntil: z.nullable(Instant) })
export type ShiftForm = z.infer<typeof ShiftForm>

const written = {
  teamId: z.nullable(TeamId),
  title: text(40),
  place: text(60),
  /** What there is to do; a call cannot be published without it (rule-03). */
  content: z.string().check(z.trim(), z.maxLength(500)),
  /** What could go wrong and what is done about it; a call cannot be published without it (rule-03). */
  risks: z.string().check(z.trim(), z.maxLength(300)),
  platformCode: z.nullable(listCode),
  audience: Audience,
  /** Needs adults who are insured (rule-06, rule-16). */
  hazardous: z.boolean(),
  signUp: SignUpMode,
  /** Door code, phone of the host: shown to who is confirmed, and to who runs it. */
  privateDetails: z.nullable(text(200)),
}

/** A new activity: its openings (none when `signUp` is `none`) and its first shifts. */
export const ActivityForm = z.strictObject({
  unitId: UnitId,
  ...written,
  openings: z.array(OpeningForm).check(z.maxLength(8)),
  shifts: z.array(ShiftForm).check(z.minLength(1), z.maxLength(60)),
})
export type ActivityForm = z.infer<typeof ActivityForm>

const params = z.strictObject({ activityId: ActivityId })
const version = z.int().check(z.gte(1), z.lte(2 ** 31 - 2))
const unfinished = ['period-invalid', 'openings-wrong'] as const

/** Writes a draft, for staff in whose subtree the unit lies and for the named team's leaders. Nobody else sees it. */
export const draftActivity = endpoint({
  name: 'draftActivity',
  method: 'POST',
  path: '/v1/activities',
  status: 201,
  body: ActivityForm,
  reply: Activity,
  problems: ['not-allowed', 'not-found', 'skill-unknown', 'qualification-unknown', ...unfinished],
})

/** Publishes it; from then on it is found. rule-03: not without content and risks where volunteers are called. */
export const publishActivity = endpoint({
  name: 'publishActivity',
  method: 'POST',
  path: '/v1/activities/:activityId/publish',
  params,
  body: z.strictObject({ version }),
  reply: Activity,
  problems: ['not-found', 'not-allowed', 'activity-changed', 'activity-not-open', 'call-incomplete', 'period-invalid'],
})

/** Rewrites what it says; whoever signed up is told. */
export const changeActivity = endpoint({
  name: 'changeActivity',
  method: 'POST',
  path: '/v1/activities/:activityId/change',
  params,
  body: z.strictObject({ version, ...written }),
  reply: Activity,
  problems: [
    'not-found',
    'not-allowed',
    'activity-changed',
    'activity-not-open',
    'call-incomplete',
    'openings-wrong',
    'skill-unknown',
  ],
})

/** Adds shifts: as named, or the last one again for so many weeks (每周一次). */
export const addShifts = endpoint({
  name: 'addShifts',
  method: 'POST',
  path: '/v1/activities/:activityId/shifts',
  params,
  body: z.strictObject({
    version,
    shifts: z.array(ShiftForm).check(z.maxLength(60)),
    weeksMore: z.int().check(z.gte(0), z.lte(30)),
  }),
  reply: Activity,
  problems: ['not-found', 'not-allowed', 'activity-changed', 'activity-not-open', 'period-invalid'],
})

/** Copies it as a draft whose first shift begins on that day; nobody is copied. */
export const copyActivity = endpoint({
  name: 'copyActivity',
  method: 'POST',
  path: '/v1/activities/:activityId/copy',
  status: 201,
  params,
  body: z.strictObject({ firstDay: CivilDay }),
  reply: Activity,
  problems: ['not-found', 'not-allowed', 'period-invalid'],
})

/** Makes a draft from an order (a talk for sixty): title, place, time and unit are filled in, the rest is to be written. For staff of the order's unit. */
export const draftFromOrder = endpoint({
  name: 'draftFromOrder',
  method: 'POST',
  path: '/v1/orders/:orderId/activity',
  status: 201,
  params: z.strictObject({ orderId: OrderId }),
  reply: Activity,
  problems: ['not-found', 'not-allowed'],
})

const Named = z.strictObject({ code: z.string(), name: z.string() })

/** What an activity may name: the county's platforms, skills and kinds of papers. For who writes activities. */
export const getActivityForm = endpoint({
  name: 'getActivityForm',
  method: 'GET',
  path: '/v1/activities/form',
  reply: z.strictObject({ platforms: z.array(Named), skills: z.array(Named), qualifications: z.array(Named) }),
  problems: ['not-allowed'],
})

/** What the caller writes and runs: drafts, coming and past, of the units and teams they act for. */
export const listRunActivities = endpoint({
  name: 'listRunActivities',
  method: 'GET',
  path: '/v1/activities/run',
  query: z.strictObject({ past: z.optional(z.enum(['true', 'false'])), ...pageQuery }),
  reply: pageOf(ActivityCard),
  problems: ['not-allowed'],
})
