/** 资质: what somebody may do by paper. Added by the person, verified by staff above their home station; it counts until its last day by itself (rule-05). */
import * as z from 'zod/mini'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { PhotoHash, QualificationId } from './ids.ts'
import { PersonRef } from './people.ts'
import { CivilDay, Instant, text } from './units.ts'

/** One-tap reasons for refusing a paper. */
export const QualificationRefusal = z.enum(['unreadable', 'not-matching', 'over', 'not-this-kind', 'other'])
export type QualificationRefusal = z.infer<typeof QualificationRefusal>

/** How long before its last day a paper is said to end soon. */
export const endingWithinDays = 30

const code = z.string().check(z.minLength(1), z.maxLength(40))

/** A kind of paper that the county knows: 电工证, 急救员证. */
export const QualificationKind = z.strictObject({ code, name: z.string() })
export type QualificationKind = z.infer<typeof QualificationKind>

/** `validUntilDay` is its last day; null: no end. `over`: that day is past. */
export const Qualification = z.strictObject({
  qualificationId: QualificationId,
  code,
  name: z.string(),
  issuer: z.string(),
  photo: z.nullable(PhotoHash),
  validUntilDay: z.nullable(CivilDay),
  over: z.boolean(),
  state: z.enum(['pending', 'verified', 'refused']),
  addedAt: Instant,
  refusal: z.nullable(z.strictObject({ reason: QualificationRefusal, words: z.nullable(z.string()) })),
})
export type Qualification = z.infer<typeof Qualification>

/** A paper as staff see it. */
export const SomebodysQualification = z.strictObject({
  ...Qualification.shape,
  person: PersonRef,
  homeStationName: z.nullable(z.string()),
  decidedByName: z.nullable(z.string()),
})
export type SomebodysQualification = z.infer<typeof SomebodysQualification>

const params = z.strictObject({ qualificationId: QualificationId })

/** This person's papers, newest first, and the kinds that can be added. */
export const listMyQualifications = endpoint({
  name: 'listMyQualifications',
  method: 'GET',
  path: '/v1/me/qualifications',
  reply: z.strictObject({ items: z.array(Qualification), kinds: z.array(QualificationKind) }),
})

/** Adds a paper, which then waits for staff. A photo is optional: staff may have seen the paper itself. */
export const addQualification = endpoint({
  name: 'addQualification',
  method: 'POST',
  path: '/v1/me/qualifications',
  status: 201,
  body: z.strictObject({
    code,
    issuer: text(40),
    photo: z.optional(PhotoHash),
    validUntilDay: z.optional(CivilDay),
  }),
  reply: Qualification,
  problems: ['volunteer-needed', 'qualification-unknown', 'qualification-waiting', 'paper-over', 'photo-refused'],
})

/** Takes a paper back: it is gone, with its photo’s name and whatever was said about it. */
export const removeQualification = endpoint({
  name: 'removeQualification',
  method: 'POST',
  path: '/v1/me/qualifications/:qualificationId/remove',
  params,
  reply: z.strictObject({ qualificationId: QualificationId, removed: z.literal(true) }),
  problems: ['not-found'],
})

/** What waits for the caller, oldest first; or what ends within 30 days, soonest first. Staff and auditors. */
export const listQualifications = endpoint({
  name: 'listQualifications',
  method: 'GET',
  path: '/v1/qualifications',
  query: z.strictObject({ filter: z.enum(['waiting', 'ending']), ...pageQuery }),
  reply: pageOf(SomebodysQualification),
  problems: ['not-allowed'],
})

const decided = ['not-found', 'not-allowed', 'own-qualification', 'qualification-not-pending'] as const

/** The paper is as it says. Without a photo, staff say that they saw it. */
export const verifyQualification = endpoint({
  name: 'verifyQualification',
  method: 'POST',
  path: '/v1/qualifications/:qualificationId/verify',
  params,
  body: z.strictObject({ paperSeen: z.boolean() }),
  reply: SomebodysQualification,
  problems: [...decided, 'evidence-needed', 'paper-over'],
})

/** Refuses it with a reason that its owner reads; they may add it again. */
export const refuseQualification = endpoint({
  name: 'refuseQualification',
  method: 'POST',
  path: '/v1/qualifications/:qualificationId/refuse',
  params,
  body: z.strictObject({ reason: QualificationRefusal, words: z.optional(text(100)) }),
  reply: SomebodysQualification,
  problems: [...decided],
})
