/**
 * Consents (rules 20–22, 24): each purpose has a notice of its own, is agreed to on its own, and is withdrawn in the app at once. Refusing one never blocks
 * what does not need it. The notices' words, by version, stand in consent-notices.ts; who agrees names the version they read. `partyMembership` is given by
 * registering for 双报到 (affiliations.ts) and kept sealed with it: a plain row of it would tell who is a member (rule-28). It is withdrawn here like any other.
 */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { Instant } from './units.ts'

/**
 * `volunteerRecord` what registering needs · `publicName` the name as others address one on boards and team pages outside the team, instead of a masked one ·
 * `teamList` fellow members see name and skills · `photos` being seen on photos of services · `location` · `health` · `under14` any data of a child under
 * 14 · `partyMembership`, asked only where 双报到 is on (rule-28).
 */
export const consentPurposes = [
  'volunteerRecord',
  'publicName',
  'teamList',
  'photos',
  'location',
  'health',
  'under14',
  'partyMembership',
] as const
export const ConsentPurpose = z.enum(consentPurposes)
export type ConsentPurpose = z.infer<typeof ConsentPurpose>

/** What is agreed to by itself, and written down as said. */
export type SpokenPurpose = Exclude<ConsentPurpose, 'partyMembership'>
const isSpoken = (purpose: ConsentPurpose): purpose is SpokenPurpose => purpose !== 'partyMembership'
export const spokenPurposes = consentPurposes.filter(isSpoken)
const SpokenPurpose = z.enum(spokenPurposes)

/** Versions count from 1. */
const NoticeVersion = z.int().check(z.gte(1), z.lte(1000))

/** A purpose agreed to, and the version of its notice that was read. */
export const ConsentGiven = z.strictObject({ purpose: SpokenPurpose, noticeVersion: NoticeVersion })
export type ConsentGiven = z.infer<typeof ConsentGiven>

/** Where somebody stands with a purpose. `at` and `givenVersion` are of the last word on it; both null when there never was one. */
export const Consent = z.strictObject({
  purpose: ConsentPurpose,
  given: z.boolean(),
  givenVersion: z.nullable(NoticeVersion),
  at: z.nullable(Instant),
  noticeVersion: NoticeVersion,
})
export type Consent = z.infer<typeof Consent>

const Consents = z.strictObject({ items: z.array(Consent) })

/** Every purpose, in a fixed order. */
export const listConsents = endpoint({ name: 'listConsents', method: 'GET', path: '/v1/me/consents', reply: Consents })

/**
 * Agrees to one purpose, or withdraws it: at once, and what was held for it alone goes (rule-21). Agreeing needs the notice as it is now; saying the same
 * again changes nothing.
 */
export const saveConsent = endpoint({
  name: 'saveConsent',
  method: 'POST',
  path: '/v1/me/consents',
  body: z.union([
    z.strictObject({ ...ConsentGiven.shape, given: z.boolean() }),
    z.strictObject({ purpose: z.literal('partyMembership'), noticeVersion: NoticeVersion, given: z.literal(false) }),
  ]),
  reply: Consents,
  problems: ['notice-outdated'],
})
