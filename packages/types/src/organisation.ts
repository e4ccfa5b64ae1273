/** Units (中心, 所, 站, 点, 县直单位) and the station page behind a wall code. */
import * as z from 'zod/mini'
import { ActivityCard } from './activities.ts'
import { CatalogItem } from './catalog.ts'
import { endpoint } from './endpoint.ts'
import { CountyId, CountyIdText, UnitId } from './ids.ts'
import { Instant, Phone, text } from './units.ts'

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
  responsibleRole: z.nullable(z.string()),
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

/** Children of a unit (of the center when none is named), or the county's departments, by administrative code (rule-30: never by rank). */
export const listUnits = endpoint({
  name: 'listUnits',
  method: 'GET',
  path: '/v1/counties/:countyId/units',
  access: 'public',
  params: z.strictObject({ countyId: CountyIdText }),
  query: z.strictObject({ parentId: z.optional(UnitId), kind: z.optional(z.enum(['tiers', 'departments'])) }),
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

/** `HH:MM`, Asia/Shanghai. */
const ClockTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))

/** 第一责任人: how they are called and what they are, as they agreed to stand on the station page (rule-07). */
const Responsible = z.strictObject({ displayName: text(20), roleWord: text(30), consented: z.literal(true) })

/** What a unit says of itself, for who cares for it. `allowedActions` is for the caller. */
export const CaredUnit = z.strictObject({
  ...UnitRef.shape,
  code: z.string(),
  shortCode: z.string(),
  parent: z.nullable(UnitRef),
  phone: z.string(),
  address: z.string(),
  opensAt: z.string(),
  closesAt: z.string(),
  responsibleName: z.nullable(z.string()),
  responsibleRole: z.nullable(z.string()),
  open: z.boolean(),
  allowedActions: z.array(z.enum(['save', 'add', 'close'])),
})
export type CaredUnit = z.infer<typeof CaredUnit>

const ofUnit = z.strictObject({ unitId: UnitId })

export const getUnit = endpoint({
  name: 'getUnit',
  method: 'GET',
  path: '/v1/units/:unitId',
  params: ofUnit,
  reply: CaredUnit,
  problems: ['not-found', 'not-allowed'],
})

/** Changes what is named; `responsible: null` takes the person off the station page. */
export const saveUnit = endpoint({
  name: 'saveUnit',
  method: 'POST',
  path: '/v1/units/:unitId',
  params: ofUnit,
  body: z.strictObject({
    phone: z.optional(Phone),
    address: z.optional(text(120)),
    opensAt: z.optional(ClockTime),
    closesAt: z.optional(ClockTime),
    responsible: z.optional(z.nullable(Responsible)),
  }),
  reply: CaredUnit,
  problems: ['not-found', 'not-allowed', 'hours-invalid'],
})

/** Adds a 点 or 岗 under an institute or a station; its code follows its parent's. */
export const addUnit = endpoint({
  name: 'addUnit',
  method: 'POST',
  path: '/v1/units/:unitId/units',
  status: 201,
  params: ofUnit,
  body: z.strictObject({
    tier: z.enum(['site', 'post']),
    name: text(40),
    phone: Phone,
    address: text(120),
    opensAt: ClockTime,
    closesAt: ClockTime,
  }),
  reply: CaredUnit,
  problems: ['not-found', 'not-allowed', 'unit-name-taken', 'hours-invalid'],
})

/** Closes a station, 点 or 岗 where nothing is open; its roles end with it. */
export const closeUnit = endpoint({
  name: 'closeUnit',
  method: 'POST',
  path: '/v1/units/:unitId/close',
  params: ofUnit,
  reply: CaredUnit,
  problems: ['not-found', 'not-allowed', 'unit-in-use'],
})
