/**
 * 活动 — what a unit or a team offers by itself. An activity has openings (who is looked for: 引导员, 参加的孩子) and shifts (when); each shift has so many
 * places per opening. `draft → published → cancelled`; it is over when its last shift is.
 */
import * as z from 'zod/mini'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { ActivityId, ChildId, CountyIdText, OpeningId, ShiftId, SignupId, TeamId, UnitId } from './ids.ts'
import { CivilDay, Count, Instant, text } from './units.ts'

export const ActivityState = z.enum(['draft', 'published', 'cancelled'])
export type ActivityState = z.infer<typeof ActivityState>

/** `none`: just come, nobody is counted beforehand; `open`: whoever fits has the place at once; `approval`: staff or the leader admits. */
export const SignUpMode = z.enum(['none', 'open', 'approval'])
export type SignUpMode = z.infer<typeof SignUpMode>

export const Audience = z.enum(['everybody', 'children', 'youth', 'elderly', 'families', 'inNeed'])
export type Audience = z.infer<typeof Audience>

/** Who is looked for: a volunteer (hours are clocked), somebody who takes part, or a child whom a guardian signs up. */
export const OpeningKind = z.enum(['volunteer', 'participant', 'child'])
export type OpeningKind = z.infer<typeof OpeningKind>

/** A code of the county's lists: a platform, a qualification, a skill. */
export const listCode = z.string().check(z.regex(/^[a-z0-9][A-Za-z0-9-]{0,39}$/))
/** What an opening asks for. */
export const opening = {
  kind: OpeningKind,
  name: text(20),
  /** rule-05, rule-16: youngest and oldest age in years; null: any. */
  ageFrom: z.nullable(z.literal([14, 16, 18])),
  ageUpTo: z.nullable(z.literal([59, 69])),
  /** rule-05: without it nobody is admitted. */
  qualification: z.nullable(listCode),
  /** A skill that helps; nobody is refused for it. */
  skill: z.nullable(listCode),
}

/** Places of one opening in one shift. `free` counts what can still be had at once, `waiting` who waits. */
export const Places = z.strictObject({
  openingId: OpeningId,
  ...opening,
  capacity: Count,
  confirmed: Count,
  free: Count,
  waiting: Count,
  waitlist: Count,
})
export type Places = z.infer<typeof Places>

/** Of one's own: `asked` waits to be admitted, `waiting` stands on the waitlist at `waitingNo` (1 is next). */
export const SignupState = z.enum(['asked', 'confirmed', 'waiting', 'refused', 'left', 'cancelled'])
export type SignupState = z.infer<typeof SignupState>

/** The caller's own sign-up, or that of a child of theirs. */
export const OwnSignup = z.strictObject({
  signupId: SignupId,
  openingId: OpeningId,
  childId: z.nullable(ChildId),
  childName: z.nullable(z.string()),
  state: SignupState,
  waitingNo: z.nullable(z.int()),
})
export type OwnSignup = z.infer<typeof OwnSignup>

export const ShiftState = z.enum(['open', 'cancelled'])

/** `allowedActions` come from the rules that decide. */
export const Shift = z.strictObject({
  shiftId: ShiftId,
  startsAt: Instant,
  endsAt: Instant,
  signUpUntil: Instant,
  state: ShiftState,
  places: z.array(Places),
  mine: z.array(OwnSignup),
  allowedActions: z.array(z.enum(['signUp', 'leave', 'roll', 'report', 'change', 'cancel'])),
})
export type Shift = z.infer<typeof Shift>

/** One line of a list: an activity at the time of its next shift (of its last, when all are over). */
export const ActivityCard = z.strictObject({
  activityId: ActivityId,
  shiftId: ShiftId,
  title: z.string(),
  place: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  unitId: UnitId,
  unitName: z.string(),
  platformCode: z.nullable(z.string()),
  audience: Audience,
  signUp: SignUpMode,
  /** Volunteers and others still looked for in that shift; null where nobody signs up. */
  freeVolunteers: z.nullable(Count),
  freeParticipants: z.nullable(Count),
  shiftCount: Count,
  state: ActivityState,
})
export type ActivityCard = z.infer<typeof ActivityCard>

/** All of an activity that this caller may see: private details and people only where they may (rule-07). */
export const Activity = z.strictObject({
  activityId: ActivityId,
  version: z.int(),
  state: ActivityState,
  unitId: UnitId,
  unitName: z.string(),
  unitPhone: z.string(),
  teamId: z.nullable(TeamId),
  teamName: z.nullable(z.string()),
  title: z.string(),
  place: z.string(),
  content: z.string(),
  risks: z.string(),
  platformCode: z.nullable(z.string()),
  audience: Audience,
  hazardous: z.boolean(),
  signUp: SignUpMode,
  privateDetails: z.nullable(z.string()),
  cancelWords: z.nullable(z.string()),
  /** The words wait for a check and are not shown to others yet (rule-44). */
  wordsWait: z.boolean(),
  shifts: z.array(Shift),
  allowedActions: z.array(z.enum(['publish', 'change', 'cancel', 'copy', 'addShifts'])),
})
export type Activity = z.infer<typeof Activity>

/** One activity; works signed out, and says more to who is signed in. Drafts are there for who may write them. */
export const getActivity = endpoint({
  name: 'getActivity',
  method: 'GET',
  path: '/v1/counties/:countyId/activities/:activityId',
  access: 'public',
  params: z.strictObject({ countyId: CountyIdText, activityId: ActivityId }),
  reply: Activity,
  problems: ['not-found'],
})

/** 找点事做: published shifts of the coming four weeks, nearest first, then by time; works signed out. */
export const findActivities = endpoint({
  name: 'findActivities',
  method: 'GET',
  path: '/v1/counties/:countyId/activities',
  access: 'public',
  params: z.strictObject({ countyId: CountyIdText }),
  query: z.strictObject({
    /** Near this unit; without it near the caller's home station, or anywhere. */
    unitId: z.optional(UnitId),
    /** Only what lies in this institute; for the center, what it and the departments offer. */
    withinId: z.optional(UnitId),
    fromDay: z.optional(CivilDay.check(z.regex(/^20/))),
    toDay: z.optional(CivilDay.check(z.regex(/^20/))),
    audience: z.optional(Audience),
    platformCode: z.optional(listCode),
    skill: z.optional(listCode),
    /** Only where this kind is still looked for. */
    lookingFor: z.optional(OpeningKind),
    ...pageQuery,
  }),
  reply: pageOf(ActivityCard),
  problems: ['not-found'],
})

const ChoiceCount = z.strictObject({ code: z.string(), name: z.string(), count: Count })

/** How many activities of the coming four weeks there are, by what one can choose them by. */
export const ActivityChoices = z.strictObject({
  /** The center (with the departments), then every institute by area code, those without any too: a map of tiles. */
  places: z.array(z.strictObject({ unitId: UnitId, name: z.string(), count: Count })),
  platforms: z.array(ChoiceCount),
  /** Skills that are looked for; the caller's own are `yours`. */
  skills: z.array(z.strictObject({ ...ChoiceCount.shape, yours: z.boolean() })),
})
export type ActivityChoices = z.infer<typeof ActivityChoices>

/** 哪里有: what there is to choose by; works signed out. */
export const countActivities = endpoint({
  name: 'countActivities',
  method: 'GET',
  path: '/v1/counties/:countyId/activity-choices',
  access: 'public',
  params: z.strictObject({ countyId: CountyIdText }),
  reply: ActivityChoices,
  problems: ['not-found'],
})
