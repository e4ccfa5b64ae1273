/** Registering as a volunteer in two minutes, and what is kept of one: bands, lists and half days, no birthday and no ID number (rules 16, 18, 20). */
import * as z from 'zod/mini'
import { AgeBand } from './ages.ts'
import { ConsentGiven } from './consents.ts'
import { endpoint } from './endpoint.ts'
import { UnitId } from './ids.ts'
import { UnitRef } from './organisation.ts'
import { Instant } from './units.ts'
import { NationalVolunteerNo } from './volunteer-numbers.ts'

export const Language = z.enum(['mandarin', 'dialect', 'signLanguage', 'minority', 'english', 'other'])
export type Language = z.infer<typeof Language>

/** When somebody has time: weekday 1 (Monday) to 7 and part of day, e.g. `4-morning`. */
export const FreeTime = z.string().check(z.regex(/^[1-7]-(morning|afternoon|evening)$/))

const SkillCode = z.string().check(z.minLength(1), z.maxLength(40))

/** What a volunteer tells of themselves; `areas` are units where they like to serve, none named means near home. */
const Told = z.strictObject({
  ageBand: AgeBand,
  skills: z.array(SkillCode).check(z.maxLength(60)),
  languages: z.array(Language).check(z.maxLength(6)),
  times: z.array(FreeTime).check(z.maxLength(21)),
  areas: z.array(UnitId).check(z.maxLength(20)),
})

export const VolunteerProfile = z.strictObject({
  volunteerNo: z.string(),
  ageBand: z.nullable(AgeBand),
  skills: z.array(z.string()),
  languages: z.array(Language),
  times: z.array(z.string()),
  areas: z.array(UnitRef),
  /** The last four of a national volunteer number brought along; null when none was. */
  nationalNoMasked: z.nullable(z.string()),
  /** False while paused. */
  active: z.boolean(),
  registeredAt: Instant,
})
export type VolunteerProfile = z.infer<typeof VolunteerProfile>

/** The caller's profile, and what the county offers to choose from; `profile` is null for who is not registered. */
export const VolunteerForm = z.strictObject({
  profile: z.nullable(VolunteerProfile),
  skills: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  areas: z.array(UnitRef),
})
export type VolunteerForm = z.infer<typeof VolunteerForm>

const path = '/v1/me/volunteer'

export const getVolunteerForm = endpoint({ name: 'getVolunteerForm', method: 'GET', path, reply: VolunteerForm })

/**
 * Registers the caller. The consents name the notices that were read: `volunteerRecord` is needed, and `under14` for a child; the others are free. A minor
 * registers, and serves once a guardian agreed (rule-16).
 */
export const registerVolunteer = endpoint({
  name: 'registerVolunteer',
  method: 'POST',
  path,
  status: 201,
  body: z.strictObject({
    consents: z.array(ConsentGiven).check(z.maxLength(8)),
    ...Told.shape,
    nationalNo: z.optional(NationalVolunteerNo),
  }),
  reply: VolunteerForm,
  problems: [
    'consent-needed',
    'notice-outdated',
    'already-volunteer',
    'skill-unknown',
    'not-found',
    'id-number-refused',
    'national-no-taken',
  ],
})

/** Corrects the profile; what is not named stays, null forgets the national number. `active: false` pauses, `true` comes back. */
export const saveProfile = endpoint({
  name: 'saveProfile',
  method: 'POST',
  path: `${path}/profile`,
  body: z.strictObject({
    ageBand: z.optional(AgeBand),
    skills: z.optional(Told.shape.skills),
    languages: z.optional(Told.shape.languages),
    times: z.optional(Told.shape.times),
    areas: z.optional(Told.shape.areas),
    nationalNo: z.optional(z.nullable(NationalVolunteerNo)),
    active: z.optional(z.boolean()),
  }),
  reply: VolunteerForm,
  problems: [
    'volunteer-needed',
    'consent-needed',
    'skill-unknown',
    'not-found',
    'id-number-refused',
    'national-no-taken',
  ],
})
