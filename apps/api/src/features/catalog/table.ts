import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { countyId, id } from '../../platform/columns.ts'
import { units } from '../organisation/table.ts'

/** Words of a tick: “狗”, “要爬楼梯”. */
export const risks = pgTable(
  'risks',
  {
    countyId: countyId(),
    code: text('code').notNull(),
    question: text('question').notNull(),
    icon: text('icon').notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyId, t.code] })],
)

/** What volunteers can do: “理发”, “水电”. */
export const skills = pgTable(
  'skills',
  { countyId: countyId(), code: text('code').notNull(), name: text('name').notNull() },
  (t) => [primaryKey({ columns: [t.countyId, t.code] })],
)

/** Papers that the county knows: “电工证”. */
export const qualificationKinds = pgTable(
  'qualification_kinds',
  {
    countyId: countyId(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    sortNo: integer('sort_no').notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyId, t.code] })],
)

/** The menu. `unit_id` null: offered at every station of the county; else in that unit's subtree only. */
export const catalogItems = pgTable(
  'catalog_items',
  {
    countyId: countyId(),
    id: id().notNull(),
    code: text('code').notNull(),
    title: text('title').notNull(),
    line: text('line').notNull(),
    icon: text('icon').notNull(),
    platformCode: text('platform_code').notNull(),
    unitId: id('unit_id'),
    place: text('place', { enum: ['home', 'station', 'either'] }).notNull(),
    durationMinutes: integer('duration_minutes').notNull(),
    answerWithinMinutes: integer('answer_within_minutes').notNull(),
    forGroup: boolean('for_group').notNull(),
    hazardous: boolean('hazardous').notNull(),
    requiredSkill: text('required_skill'),
    requiredQualification: text('required_qualification'),
    riskCodes: text('risk_codes').array().notNull(),
    sortNo: integer('sort_no').notNull(),
    active: boolean('active').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('catalog_items_code').on(t.countyId, t.code),
    index('catalog_items_unit').on(t.countyId, t.unitId, t.sortNo),
    foreignKey({ columns: [t.countyId, t.unitId], foreignColumns: [units.countyId, units.id] }),
  ],
)
