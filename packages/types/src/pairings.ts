/** 结对: a volunteer looks in on a household every so many days. Only the pair, the substitute for the time and staff above see it. */
import * as z from 'zod/mini'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { OrderId, PairingId, PairingVisitId, PersonId, UnitId } from './ids.ts'
import { UnitRef } from './organisation.ts'
import { PersonRef } from './people.ts'
import { CivilDay, Instant, Minutes, Phone, text } from './units.ts'

/** `asked`: the volunteer was asked and has not said yes or no yet (rule-09). */
export const PairingState = z.enum(['asked', 'going', 'declined', 'ended'])
export type PairingState = z.infer<typeof PairingState>

export const PairingAction = z.enum(['answer', 'visit', 'reveal', 'nameSubstitute', 'answerSubstitute', 'end'])
export type PairingAction = z.infer<typeof PairingAction>

/** A visit: its minutes are the clock's, of the order it was made on; null without one. Words are others' to read once they were checked (rule-44). */
const PairingVisit = z.strictObject({
  visitId: PairingVisitId,
  visitedOn: CivilDay,
  byName: z.string(),
  words: z.nullable(z.string()),
  orderId: z.nullable(OrderId),
  minutes: z.nullable(Minutes),
})

const Substitute = z.strictObject({
  ...PersonRef.shape,
  fromDay: CivilDay,
  untilDay: CivilDay,
  state: z.enum(['asked', 'agreed', 'declined']),
})

const line = {
  pairingId: PairingId,
  unit: UnitRef,
  volunteer: PersonRef,
  householdName: z.string(),
  state: PairingState,
  everyDays: z.int(),
  nextVisitOn: CivilDay,
  overdue: z.boolean(),
}
export const PairingLine = z.strictObject(line)
export type PairingLine = z.infer<typeof PairingLine>

export const Pairing = z.strictObject({
  ...line,
  madeAt: Instant,
  visits: z.array(PairingVisit),
  substitutes: z.array(Substitute),
  allowedActions: z.array(PairingAction),
})
export type Pairing = z.infer<typeof Pairing>

const ofPairing = z.strictObject({ pairingId: PairingId })

/** Who is looked in on: somebody with an account, or a household known by name, address and phone alone. */
const Household = z.union([
  z.strictObject({ personId: PersonId }),
  z.strictObject({ name: text(20), address: text(120), phone: z.nullable(Phone) }),
])
export type Household = z.infer<typeof Household>

/** Staff of the unit or above pair a volunteer with a household, whose consent they have (rule-20); the volunteer is asked. */
export const setUpPairing = endpoint({
  name: 'setUpPairing',
  method: 'POST',
  path: '/v1/pairings',
  status: 201,
  body: z.strictObject({
    unitId: UnitId,
    volunteerId: PersonId,
    household: Household,
    everyDays: z.int().check(z.gte(1), z.lte(92)),
    firstVisitOn: CivilDay,
    consentGiven: z.boolean(),
  }),
  reply: Pairing,
  problems: ['not-found', 'not-allowed', 'target-unknown', 'consent-needed', 'period-invalid', 'already-paired'],
})

/** The volunteer says yes or no, freely (rule-09). */
export const answerPairing = endpoint({
  name: 'answerPairing',
  method: 'POST',
  path: '/v1/pairings/:pairingId/answer',
  params: ofPairing,
  body: z.strictObject({ accept: z.boolean() }),
  reply: Pairing,
  problems: ['not-found', 'not-allowed', 'pairing-not-open'],
})

/** Ends it kindly: either of the pair, or staff above; the others are told. */
export const endPairing = endpoint({
  name: 'endPairing',
  method: 'POST',
  path: '/v1/pairings/:pairingId/end',
  params: ofPairing,
  reply: Pairing,
  problems: ['not-found', 'not-allowed', 'pairing-not-open'],
})

export const getPairing = endpoint({
  name: 'getPairing',
  method: 'GET',
  path: '/v1/pairings/:pairingId',
  params: ofPairing,
  reply: Pairing,
  problems: ['not-found'],
})

/** 我结对的: the caller’s own, as volunteer, substitute or household. */
export const listMyPairings = endpoint({
  name: 'listMyPairings',
  method: 'GET',
  path: '/v1/me/pairings',
  reply: z.strictObject({ items: z.array(PairingLine) }),
})

/** Pairings of the caller’s subtree that go on, whose visit is due first on top; for staff. */
export const listPairings = endpoint({
  name: 'listPairings',
  method: 'GET',
  path: '/v1/pairings',
  query: z.strictObject(pageQuery),
  reply: pageOf(PairingLine),
  problems: ['not-allowed'],
})

/** Writes down a visit; the order it was made on, if there was one, has the minutes: nothing is typed twice (rule-30). */
export const recordVisit = endpoint({
  name: 'recordVisit',
  method: 'POST',
  path: '/v1/pairings/:pairingId/visits',
  status: 201,
  params: ofPairing,
  body: z.strictObject({ visitedOn: CivilDay, orderId: z.optional(OrderId), words: z.optional(text(200)) }),
  reply: Pairing,
  problems: ['not-found', 'not-allowed', 'pairing-not-open', 'period-invalid', 'visit-order-unknown'],
})

/** Somebody goes in the volunteer’s stead for a time (both days included), if they agree. */
export const nameSubstitute = endpoint({
  name: 'nameSubstitute',
  method: 'POST',
  path: '/v1/pairings/:pairingId/substitutes',
  params: ofPairing,
  body: z.strictObject({ personId: PersonId, fromDay: CivilDay, untilDay: CivilDay }),
  reply: Pairing,
  problems: ['not-found', 'not-allowed', 'pairing-not-open', 'target-unknown', 'period-invalid'],
})

export const answerSubstitute = endpoint({
  name: 'answerSubstitute',
  method: 'POST',
  path: '/v1/pairings/:pairingId/substitutes/answer',
  params: ofPairing,
  body: z.strictObject({ accept: z.boolean() }),
  reply: z.strictObject({ pairingId: PairingId, accepted: z.boolean() }),
  problems: ['not-found', 'not-named'],
})

/** Address and phone, for who goes there now; each look is written down (rule-27). */
export const revealHousehold = endpoint({
  name: 'revealHousehold',
  method: 'POST',
  path: '/v1/pairings/:pairingId/contact',
  params: ofPairing,
  reply: z.strictObject({
    pairingId: PairingId,
    name: z.string(),
    address: z.nullable(z.string()),
    phone: z.nullable(z.string()),
  }),
  problems: ['not-found', 'contact-not-yours'],
})
