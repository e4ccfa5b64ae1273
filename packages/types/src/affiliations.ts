/**
 * 双报到 (rule-28): a serving party member says which department of the county they work at and at which station they live. Only where the county's policy
 * has it, only by themselves, and after a notice of its own (purpose `partyMembership`). What is kept is sealed and tells nobody who is a member; others see
 * sums of ten people or more, and never who has not taken part. Withdrawing is `saveConsent`: what was held is erased at once.
 */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { UnitId } from './ids.ts'
import { UnitRef } from './organisation.ts'
import { Count, Instant } from './units.ts'

/** As in consents.ts. */
const NoticeVersion = z.int().check(z.gte(1), z.lte(1000))

/** What somebody registered, for themselves alone. */
export const Affiliation = z.strictObject({
  department: UnitRef,
  station: UnitRef,
  noticeVersion: NoticeVersion,
  registeredAt: Instant,
})
export type Affiliation = z.infer<typeof Affiliation>

/** `offered`: the county has 双报到. `noticeVersion` is of the notice to read before registering. */
export const MyAffiliation = z.strictObject({
  offered: z.boolean(),
  noticeVersion: NoticeVersion,
  affiliation: z.nullable(Affiliation),
})
export type MyAffiliation = z.infer<typeof MyAffiliation>

export const getAffiliation = endpoint({
  name: 'getAffiliation',
  method: 'GET',
  path: '/v1/me/affiliation',
  reply: MyAffiliation,
})

/** Registers, or changes what was registered; agreeing to the notice as it is now goes with it (rule-20). `not-found`: no such department, or station. */
export const saveAffiliation = endpoint({
  name: 'saveAffiliation',
  method: 'POST',
  path: '/v1/me/affiliation',
  body: z.strictObject({ departmentId: UnitId, stationId: UnitId, noticeVersion: NoticeVersion }),
  reply: MyAffiliation,
  problems: ['dual-affiliation-off', 'notice-outdated', 'not-found'],
  discreet: true,
})

/** Why a figure is not told. `fewPeople`: fewer than ten make it up. `notCounted`: no month has counted yet. */
export const Hidden = z.enum(['fewPeople', 'notCounted'])
export type Hidden = z.infer<typeof Hidden>

/** A figure over fewer people than this is told to nobody (rule-28). */
export const fewestPeople = 10

/**
 * Of the members who registered: how many, and the share who reached the hours of the county's aim, which counts as if at least one had and one had not, so
 * that it never tells of all or none. Both are null together, with the reason beside them. The county's are over the departments of ten or more, and over the
 * others together where that tells of none of them.
 */
const figures = {
  registered: z.nullable(Count),
  hoursPercent: z.nullable(z.int().check(z.gte(0), z.lte(99))),
  hidden: z.nullable(Hidden),
}
export const AffiliationFigures = z.strictObject(figures)
export type AffiliationFigures = z.infer<typeof AffiliationFigures>

const Year = z.string().check(z.regex(/^20\d\d$/))

/**
 * A year's figures, departments by code and never by rank (rule-30): all and the county's for keepers, staff and auditors of the center, their own for those
 * of a department. The same for everybody who sees them, so that nobody can subtract; counted once a month, so that nobody sees what one record changed.
 */
export const listAffiliationNumbers = endpoint({
  name: 'listAffiliationNumbers',
  method: 'GET',
  path: '/v1/affiliation-numbers',
  query: z.strictObject({ year: z.optional(Year) }),
  reply: z.strictObject({
    year: Year,
    asOf: z.nullable(Instant),
    yearHours: Count,
    county: z.nullable(AffiliationFigures),
    departments: z.array(z.strictObject({ department: UnitRef, ...figures })),
  }),
  problems: ['not-allowed', 'dual-affiliation-off'],
})
