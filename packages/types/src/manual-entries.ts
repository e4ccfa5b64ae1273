/** 补录: service that no clock measured, declared with a reason and a photo, decided on by somebody else, and kept apart on every total. */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { PersonId, PhotoHash, ShiftId, UnitId } from './ids.ts'
import { ServiceRecord } from './records.ts'
import { Instant, Minutes, text } from './units.ts'

/** Where it was: a shift that the person was confirmed for, or something else, named in words, at a unit and for a platform of the policy's. */
const Where = z.union([
  z.strictObject({ shiftId: ShiftId }),
  z.strictObject({ title: text(40), unitId: UnitId, platformCode: text(40) }),
])

/**
 * Enters a record by hand: for oneself, or for a volunteer (`personId`) by staff of the unit. It waits for approval by another person, as the weakest evidence.
 * Policy says how long one may be, how much a person may have in a calendar month, and how many days back.
 */
export const enterRecord = endpoint({
  name: 'enterRecord',
  method: 'POST',
  path: '/v1/records/enter',
  body: z.strictObject({
    personId: z.nullable(PersonId),
    where: Where,
    startedAt: Instant,
    endedAt: Instant,
    /** Why it was not clocked. */
    words: text(200),
    photos: z.array(PhotoHash).check(z.minLength(1), z.maxLength(3)),
  }),
  status: 201,
  reply: ServiceRecord,
  problems: [
    'not-found',
    'not-allowed',
    'manual-entry-off',
    'manual-entry-too-long',
    'manual-entry-too-late',
    'manual-entry-over-month',
    'period-wrong',
    'record-overlaps',
    'photo-refused',
    'skill-unknown',
    'volunteer-needed',
    'age-unknown',
    'age-not-fitting',
    'guardian-consent-needed',
    'qualification-missing',
    'insurance-missing',
  ],
})

/** What one needs to enter service by hand: the policy's limits (null where nothing is entered by hand), the county's platforms, the unit where it counts (one's desk, or home station), and one's own shifts of late that no record names. */
export const getEntryForm = endpoint({
  name: 'getEntryForm',
  method: 'GET',
  path: '/v1/records/entry-form',
  reply: z.strictObject({
    limits: z.nullable(
      z.strictObject({ capMinutesPerRecord: Minutes, capMinutesPerMonth: Minutes, withinDays: z.int() }),
    ),
    platforms: z.array(z.strictObject({ code: z.string(), name: z.string() })),
    unit: z.nullable(z.strictObject({ unitId: UnitId, name: z.string() })),
    shifts: z.array(z.strictObject({ shiftId: ShiftId, title: z.string(), startsAt: Instant, endsAt: Instant })),
  }),
})
