/** Units (中心, 所, 站, 点, 县直单位) and the station page behind a wall code. */
import * as z from 'zod/mini'
import { ActivityCard } from './activities.ts'
import { CatalogItem } from './catalog.ts'
import { endpoint } from './endpoint.ts'
import { CountyId, CountyIdText, UnitId } from './ids.ts'
import { Instant } from './units.ts'

export const UnitTier = z.enum(['center', 'institute', 'station', 'site', 'post', 'department'])
export type UnitTier = z.infer<typeof UnitTier>

export const UnitRef = z.strictObject({ unitId: UnitId, name: z.string(), tier: UnitTier })
export type UnitRef = z.infer<typeof UnitRef>

/** The county as its pages name it; organiser and filing number stand at the foot of entry pages (rule-32). */
export const County = z.strictObject({
  countyId: CountyId,
  name: z.string(),
  organiser: z.string(),
  filingNumber: z.string(),
  complaintsPhone: z.string(),
})
export type County = z.infer<typeof County>

/** `shortCode` is what the wall code carries; `opensAt`/`closesAt` are `HH:MM`, Asia/Shanghai. */
export const Station = z.strictObject({
  unitId: UnitId,
  name: z.string(),
  tier: UnitTier,
  instituteName: z.nullable(z.string()),
  shortCode: z.string(),
  phone: z.string(),
  address: z.string(),
  opensAt: z.string(),
  closesAt: z.string(),
  openNow: z.boolean(),
  onDutyName: z.nullable(z.string()),
  responsibleName: z.nullable(z.string()),
})
export type Station = z.infer<typeof Station>

/** All that the page behind a wall code shows, in one reply and without signing in. */
export const StationPage = z.strictObject({
  county: County,
  station: Station,
  platforms: z.array(z.strictObject({ code: z.string(), name: z.string(), itemCount: z.int() })),
  items: z.array(CatalogItem),
  thisWeek: z.array(ActivityCard),
  asOf: Instant,
})
export type StationPage = z.infer<typeof StationPage>

export const listCounties = endpoint({
  name: 'listCounties',
  method: 'GET',
  path: '/v1/counties',
  access: 'public',
  reply: z.strictObject({ items: z.array(County), demo: z.boolean() }),
})

/** Children of a unit (of the center when none is named), by administrative code (rule-30: never by rank). */
export const listUnits = endpoint({
  name: 'listUnits',
  method: 'GET',
  path: '/v1/counties/:countyId/units',
  access: 'public',
  params: z.strictObject({ countyId: CountyIdText }),
  query: z.strictObject({ parentId: z.optional(UnitId) }),
  reply: z.strictObject({
    items: z.array(z.strictObject({ ...UnitRef.shape, shortCode: z.nullable(z.string()), childCount: z.int() })),
  }),
  problems: ['not-found'],
})

export const getStationPage = endpoint({
  name: 'getStationPage',
  method: 'GET',
  path: '/v1/counties/:countyId/stations/:code',
  access: 'public',
  params: z.strictObject({ countyId: CountyIdText, code: z.string().check(z.maxLength(20)) }),
  reply: StationPage,
  problems: ['not-found'],
})
