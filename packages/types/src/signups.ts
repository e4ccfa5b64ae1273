/** 报名, 候补, 点名 — who comes to a shift. Leaving and not coming never cost anything (rule-09). */
import * as z from 'zod/mini'
import { Activity, OpeningKind, Shift, SignupState } from './activities.ts'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { ActivityId, ChildId, OpeningId, PhotoHash, ShiftId, SignupId } from './ids.ts'
import { PersonRef } from './people.ts'
import { Count, Instant, text } from './units.ts'

const atShift = z.strictObject({ shiftId: ShiftId })
const atSignup = z.strictObject({ signupId: SignupId })

/** What sign-up may be refused for: the gates are asked again at check-in. */
const gates = [
  'volunteer-needed',
  'age-unknown',
  'age-not-fitting',
  'guardian-consent-needed',
  'qualification-missing',
  'insurance-missing',
] as const
const refusals = [
  'not-found',
  'activity-not-open',
  'sign-up-over',
  'shift-full',
  'already-signed-up',
  'shifts-overlap',
  'child-needed',
  'child-unknown',
  ...gates,
] as const

const whom = { openingId: OpeningId, childId: z.nullable(ChildId) }

/** Signs the caller, or a child of theirs, up: confirmed, asked (where staff admits), or on the waitlist when it is full. */
export const signUp = endpoint({
  name: 'signUp',
  method: 'POST',
  path: '/v1/shifts/:shiftId/sign-up',
  status: 201,
  params: atShift,
  body: z.strictObject(whom),
  reply: Activity,
  problems: refusals,
})

/** Signs up for all shifts of an activity that are still to come (a term's class): each stands alone, what could not be had is said. */
export const signUpForAll = endpoint({
  name: 'signUpForAll',
  method: 'POST',
  path: '/v1/activities/:activityId/sign-up',
  status: 201,
  params: z.strictObject({ activityId: ActivityId }),
  body: z.strictObject(whom),
  reply: Activity,
  problems: refusals,
})

/** Leaves, at any time before the shift ends, without a reason. Who waits moves up at once and is told. */
export const leaveShift = endpoint({
  name: 'leaveShift',
  method: 'POST',
  path: '/v1/signups/:signupId/leave',
  params: atSignup,
  reply: Activity,
  problems: ['not-found', 'sign-up-over'],
})

/** One who signed up, as who runs the shift sees them. A child's name and pick-up facts are shown to them alone. */
export const Attendee = z.strictObject({
  signupId: SignupId,
  openingId: OpeningId,
  openingName: z.string(),
  kind: OpeningKind,
  person: PersonRef,
  childName: z.nullable(z.string()),
  state: SignupState,
  waitingNo: z.nullable(z.int()),
  attendance: z.nullable(z.enum(['present', 'absent'])),
  absenceWords: z.nullable(z.string()),
  pickedUpAt: z.nullable(Instant),
})
export type Attendee = z.infer<typeof Attendee>

const Roll = z.strictObject({ shiftId: ShiftId, title: z.string(), shift: Shift, attendees: z.array(Attendee) })
export type Roll = z.infer<typeof Roll>

/** 名单: who asked, who is confirmed, who waits; for who runs the activity. */
export const getRoll = endpoint({
  name: 'getRoll',
  method: 'GET',
  path: '/v1/shifts/:shiftId/roll',
  params: atShift,
  reply: Roll,
  problems: ['not-found'],
})

/** Admits who asked, or does not, with a word on why. */
export const answerSignup = endpoint({
  name: 'answerSignup',
  method: 'POST',
  path: '/v1/signups/:signupId/answer',
  params: atSignup,
  body: z.strictObject({ admit: z.boolean(), words: z.nullable(text(60)) }),
  reply: Roll,
  problems: ['not-found', 'signup-not-asked', 'shift-full', 'shifts-overlap', ...gates],
})

/** 点名: who is there and who is not; not coming is noted with a reason if there is one, never a penalty. May be said again until a day after. */
export const callRoll = endpoint({
  name: 'callRoll',
  method: 'POST',
  path: '/v1/shifts/:shiftId/roll',
  params: atShift,
  body: z.strictObject({
    marks: z
      .array(z.strictObject({ signupId: SignupId, present: z.boolean(), words: z.nullable(text(60)) }))
      .check(z.minLength(1), z.maxLength(300)),
  }),
  reply: Roll,
  problems: ['not-found', 'roll-not-now', 'signup-unknown'],
})

/** A child is fetched: by whoever brings its pick-up code, once. */
export const pickUpChild = endpoint({
  name: 'pickUpChild',
  method: 'POST',
  path: '/v1/signups/:signupId/pick-up',
  params: atSignup,
  body: z.strictObject({ code: z.string().check(z.minLength(4), z.maxLength(20)) }),
  reply: Roll,
  problems: ['not-found', 'pick-up-code-wrong', 'child-not-there', 'too-many-wrong-codes'],
})

/** What came of a shift: person-times counted (人次) beyond who signed up; words and photos are optional (rule-29). */
export const reportShift = endpoint({
  name: 'reportShift',
  method: 'POST',
  path: '/v1/shifts/:shiftId/report',
  params: atShift,
  body: z.strictObject({
    othersServedTimes: z.int().check(z.gte(0), z.lte(100000)),
    words: z.nullable(text(300)),
    photos: z.array(PhotoHash).check(z.maxLength(9)),
  }),
  reply: z.strictObject({
    shiftId: ShiftId,
    /** 人次: who was there by the roll, and the others counted. */
    servedTimes: Count,
    /** 人数: different people by the roll; others have no identity and are not in it. */
    servedPeople: Count,
    volunteerCount: Count,
    words: z.nullable(z.string()),
    photos: z.array(PhotoHash),
    reportedAt: Instant,
  }),
  problems: ['not-found', 'roll-not-now', 'photo-refused'],
})

/** The caller's own shifts and those of their children: coming first, or past. Private details where confirmed. */
export const listMyShifts = endpoint({
  name: 'listMyShifts',
  method: 'GET',
  path: '/v1/me/shifts',
  query: z.strictObject({ past: z.optional(z.enum(['true', 'false'])), ...pageQuery }),
  reply: pageOf(
    z.strictObject({
      signupId: SignupId,
      shiftId: ShiftId,
      activityId: ActivityId,
      title: z.string(),
      place: z.string(),
      privateDetails: z.nullable(z.string()),
      startsAt: Instant,
      endsAt: Instant,
      kind: OpeningKind,
      openingName: z.string(),
      childName: z.nullable(z.string()),
      state: SignupState,
      waitingNo: z.nullable(z.int()),
      attendance: z.nullable(z.enum(['present', 'absent'])),
      /** The order-like check-in is open now (volunteers only). */
      mayClock: z.boolean(),
    }),
  ),
})
