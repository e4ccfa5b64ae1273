/** 家长同意: a minor serves only with a guardian's consent (rule-16), given on the guardian's own phone or on paper, and withdrawn at any time. */
import * as z from 'zod/mini'
import { AgeBand } from './ages.ts'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { GuardianConsentId, PhotoHash } from './ids.ts'
import { PersonRef } from './people.ts'
import { Instant, Phone, text } from './units.ts'

const code = z.string().check(z.minLength(4), z.maxLength(30))

/** A consent that stands. `guardianName` as they are called; on paper, as staff wrote it. */
export const GuardianConsent = z.strictObject({
  consentId: GuardianConsentId,
  how: z.enum(['inApp', 'paper']),
  givenAt: Instant,
  guardianName: z.string(),
})
export type GuardianConsent = z.infer<typeof GuardianConsent>

/** A minor this person agreed for. */
export const Ward = z.strictObject({ consentId: GuardianConsentId, minor: PersonRef, givenAt: Instant })
export type Ward = z.infer<typeof Ward>

/** Both sides: whether this person needs a guardian's consent and has it, and whom they agreed for. */
export const getGuardianship = endpoint({
  name: 'getGuardianship',
  method: 'GET',
  path: '/v1/me/guardianship',
  reply: z.strictObject({
    needed: z.boolean(),
    consent: z.nullable(GuardianConsent),
    request: z.nullable(z.strictObject({ expiresAt: Instant })),
    wards: z.array(Ward),
  }),
})

/** A minor gets a one-time code for a guardian, good for up to 7 days; one issued before is over. */
export const askGuardian = endpoint({
  name: 'askGuardian',
  method: 'POST',
  path: '/v1/me/guardian-requests',
  status: 201,
  body: z.strictObject({ goodForDays: z.int().check(z.gte(1), z.lte(7)) }),
  reply: z.strictObject({ code: z.string(), expiresAt: Instant }),
  problems: ['volunteer-needed', 'age-unknown', 'guardian-not-needed', 'consent-stands'],
})

/** Who asks behind a code, for a guardian to see before reading the notice. */
export const openGuardianRequest = endpoint({
  name: 'openGuardianRequest',
  method: 'POST',
  path: '/v1/guardian-consents/open',
  body: z.strictObject({ code }),
  reply: z.strictObject({ minorName: z.string(), stationName: z.nullable(z.string()), expiresAt: Instant }),
  problems: ['guardian-code-unknown', 'too-many-wrong-codes'],
})

/** A guardian agrees: a grown-up other than the minor, who has read the notice of this version (rule-20). */
export const agreeAsGuardian = endpoint({
  name: 'agreeAsGuardian',
  method: 'POST',
  path: '/v1/guardian-consents',
  status: 201,
  body: z.strictObject({ code, adult: z.boolean(), noticeVersion: z.int().check(z.gte(1), z.lte(1000)) }),
  reply: Ward,
  problems: ['guardian-code-unknown', 'too-many-wrong-codes', 'guardian-not-fitting', 'notice-changed'],
})

/** Staff record a consent on paper, with its photo. */
export const recordPaperConsent = endpoint({
  name: 'recordPaperConsent',
  method: 'POST',
  path: '/v1/guardian-consents/paper',
  status: 201,
  body: z.strictObject({
    personId: PersonRef.shape.personId,
    guardianName: text(20),
    guardianPhone: Phone,
    photo: PhotoHash,
  }),
  reply: GuardianConsent,
  problems: ['not-found', 'not-allowed', 'guardian-not-needed', 'consent-stands', 'photo-refused'],
})

/** Withdraws a consent, which counts at once: the guardian who gave it, or staff one on paper. */
export const withdrawGuardianConsent = endpoint({
  name: 'withdrawGuardianConsent',
  method: 'POST',
  path: '/v1/guardian-consents/:consentId/withdraw',
  params: z.strictObject({ consentId: GuardianConsentId }),
  reply: z.strictObject({ consentId: GuardianConsentId, withdrawn: z.literal(true) }),
  problems: ['not-found', 'not-allowed', 'consent-over'],
})

/** Volunteers under 18 of the caller's subtree, by name, with the consent that stands. Staff and auditors. */
export const listMinors = endpoint({
  name: 'listMinors',
  method: 'GET',
  path: '/v1/minors',
  query: z.strictObject(pageQuery),
  reply: pageOf(
    z.strictObject({
      person: PersonRef,
      ageBand: AgeBand,
      homeStationName: z.nullable(z.string()),
      consent: z.nullable(GuardianConsent),
    }),
  ),
  problems: ['not-allowed'],
})
