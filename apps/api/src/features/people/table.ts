import { ageBands } from '@sidan/types/ages'
import { boolean, foreignKey, index, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at, bytes, countyId, id } from '../../platform/columns.ts'
import { units } from '../organisation/table.ts'

/**
 * Somebody with an account. `display_name` is how others read them (surname and word, rule-27); the full name is sealed, `name_search` holds what both are
 * found by (platform/pinyin). Address, phone and openid are sealed; the blind indexes find a row by phone or openid within the county.
 * `remembered_risks` prefills the next order's ticks: `{ dog: false, stairs: true }`. `demo_line` says in a demo why one would play this person.
 */
export const people = pgTable(
  'people',
  {
    countyId: countyId(),
    id: id().notNull(),
    displayName: text('display_name').notNull(),
    namePinyin: text('name_pinyin').notNull(),
    nameSearch: text('name_search').notNull().default(''),
    nameSealed: bytes('name_sealed'),
    homeStationId: id('home_station_id'),
    addressSealed: bytes('address_sealed'),
    phoneSealed: bytes('phone_sealed'),
    phoneIndex: bytes('phone_index'),
    openidSealed: bytes('openid_sealed'),
    openidIndex: bytes('openid_index'),
    rememberedRisks: jsonb('remembered_risks').$type<Record<string, boolean>>().notNull(),
    demoLine: text('demo_line'),
    closedAt: at('closed_at'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('people_openid').on(t.countyId, t.openidIndex),
    index('people_phone').on(t.countyId, t.phoneIndex),
    index('people_home_station').on(t.countyId, t.homeStationId, t.namePinyin),
    foreignKey({ columns: [t.countyId, t.homeStationId], foreignColumns: [units.countyId, units.id] }),
  ],
)

/**
 * `availability` holds what suits: weekday 1–7 and part of day, e.g. `4-morning`. `volunteer_no` is never an ID number (rule-18). `age_band` is null until
 * asked (rule-16: a band, never a birthday). `areas` are units (institutes, stations) where they like to serve; none named means near home. A number of
 * the national system is kept sealed, and once per county, so that nobody registers twice. `registered_unit_id` is where they were at home when they
 * registered (null, and so the center's, where they had not said): it is what they are counted at, and stays when they move or leave.
 */
export const volunteers = pgTable(
  'volunteers',
  {
    countyId: countyId(),
    personId: id('person_id').notNull(),
    volunteerNo: text('volunteer_no').notNull(),
    skills: text('skills').array().notNull(),
    availability: text('availability').array().notNull(),
    ageBand: text('age_band', { enum: ageBands }),
    languages: text('languages').array().notNull().default([]),
    areas: uuid('areas').array().notNull().default([]),
    nationalNoSealed: bytes('national_no_sealed'),
    nationalNoIndex: bytes('national_no_index'),
    active: boolean('active').notNull(),
    registeredAt: at('registered_at').notNull(),
    registeredUnitId: id('registered_unit_id'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.personId] }),
    unique('volunteers_no').on(t.countyId, t.volunteerNo),
    unique('volunteers_national_no').on(t.countyId, t.nationalNoIndex),
    index('volunteers_registered').on(t.countyId, t.registeredAt),
    foreignKey({ columns: [t.countyId, t.registeredUnitId], foreignColumns: [units.countyId, units.id] }),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
  ],
)
