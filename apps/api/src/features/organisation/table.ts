import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'

/** Reference table, no tenant: one row per county or prefecture. Only `units` references it. */
export const counties = pgTable('counties', {
  countyId: integer('county_id').primaryKey(),
  pinyin: text('pinyin').notNull().unique(),
  name: text('name').notNull(),
  organiser: text('organiser').notNull(),
  filingNumber: text('filing_number').notNull(),
  complaintsPhone: text('complaints_phone').notNull(),
  createdAt: at('created_at').notNull(),
  /** In a demo: when its story had been told to the end. A start that finds none begins it anew. */
  storyToldAt: at('story_told_at'),
})

/**
 * 中心, 所, 站, 点, 岗 and 县直单位. `institute_id` is the unit's own id for an institute and its parent's for a station, so that a subtree is one
 * comparison. `code` is the statistical division code or the preset's; lists are sorted by it, never by rank (rule-30). The responsible person (第一责任人)
 * stands there as they agreed to, and since when.
 */
export const units = pgTable(
  'units',
  {
    countyId: countyId(),
    id: id().notNull(),
    code: text('code').notNull(),
    tier: text('tier', { enum: ['center', 'institute', 'station', 'site', 'post', 'department'] }).notNull(),
    name: text('name').notNull(),
    parentId: id('parent_id'),
    instituteId: id('institute_id'),
    shortCode: text('short_code').notNull(),
    phone: text('phone').notNull(),
    address: text('address').notNull(),
    opensAt: text('opens_at').notNull(),
    closesAt: text('closes_at').notNull(),
    responsibleName: text('responsible_name'),
    responsibleRole: text('responsible_role'),
    responsibleConsentAt: at('responsible_consent_at'),
    adjacentCodes: text('adjacent_codes').array().notNull(),
    active: boolean('active').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('units_code').on(t.countyId, t.code),
    unique('units_short_code').on(t.countyId, t.shortCode),
    index('units_parent').on(t.countyId, t.parentId, t.code),
    foreignKey({ columns: [t.countyId], foreignColumns: [counties.countyId] }),
    foreignKey({ columns: [t.countyId, t.parentId], foreignColumns: [t.countyId, t.id] }),
  ],
)
