import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, bytes, countyId, id } from '../../platform/columns.ts'
import { orders } from '../orders/table.ts'
import { units } from '../organisation/table.ts'
import { people } from '../people/table.ts'
import { teams } from '../teams/table.ts'

/**
 * 活动: what a unit, or a team of it, offers by itself. `starts_at` to `ends_at` spans its open shifts, kept with them in the same transaction.
 * rule-03: nothing that calls volunteers is published without content and risks. `private_details_sealed` is for who is confirmed.
 */
export const activities = pgTable(
  'activities',
  {
    countyId: countyId(),
    id: id().notNull(),
    unitId: id('unit_id').notNull(),
    teamId: id('team_id'),
    title: text('title').notNull(),
    place: text('place').notNull(),
    content: text('content').notNull().default(''),
    risks: text('risks').notNull().default(''),
    platformCode: text('platform_code'),
    audience: text('audience', { enum: ['everybody', 'children', 'youth', 'elderly', 'families', 'inNeed'] })
      .notNull()
      .default('everybody'),
    hazardous: boolean('hazardous').notNull().default(false),
    signUp: text('sign_up', { enum: ['none', 'open', 'approval'] })
      .notNull()
      .default('none'),
    privateDetailsSealed: bytes('private_details_sealed'),
    state: text('state', { enum: ['draft', 'published', 'cancelled'] })
      .notNull()
      .default('published'),
    version: integer('version').notNull().default(1),
    startsAt: at('starts_at').notNull(),
    endsAt: at('ends_at').notNull(),
    orderId: id('order_id'),
    copiedFromId: id('copied_from_id'),
    draftedById: id('drafted_by_id'),
    publishedById: id('published_by_id'),
    publishedAt: at('published_at'),
    cancelledAt: at('cancelled_at'),
    cancelWords: text('cancel_words'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index('activities_unit').on(t.countyId, t.unitId, t.startsAt),
    index('activities_team').on(t.countyId, t.teamId, t.startsAt),
    index('activities_coming').on(t.countyId, t.endsAt, t.id).where(sql`state = 'published'`),
    check('activities_period', sql`ends_at > starts_at`),
    check(
      'activities_published',
      sql`state <> 'published' or (published_by_id is not null and published_at is not null)`,
    ),
    check('activities_cancelled', sql`(state = 'cancelled') = (cancelled_at is not null)`),
    check('activities_call_complete', sql`state <> 'published' or sign_up = 'none' or (content <> '' and risks <> '')`),
    foreignKey({ columns: [t.countyId, t.unitId], foreignColumns: [units.countyId, units.id] }),
    foreignKey({ columns: [t.countyId, t.teamId], foreignColumns: [teams.countyId, teams.id] }),
    foreignKey({ columns: [t.countyId, t.orderId], foreignColumns: [orders.countyId, orders.id] }),
    foreignKey({ columns: [t.countyId, t.copiedFromId], foreignColumns: [t.countyId, t.id] }),
    foreignKey({ columns: [t.countyId, t.draftedById], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.publishedById], foreignColumns: [people.countyId, people.id] }),
  ],
)

/** 岗位: who is looked for, the same in each shift of the activity. */
export const openings = pgTable(
  'openings',
  {
    countyId: countyId(),
    id: id().notNull(),
    activityId: id('activity_id').notNull(),
    sortNo: integer('sort_no').notNull(),
    kind: text('kind', { enum: ['volunteer', 'participant', 'child'] }).notNull(),
    name: text('name').notNull(),
    qualification: text('qualification'),
    skill: text('skill'),
    ageFrom: integer('age_from'),
    ageUpTo: integer('age_up_to'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index('openings_activity').on(t.countyId, t.activityId, t.sortNo),
    foreignKey({ columns: [t.countyId, t.activityId], foreignColumns: [activities.countyId, activities.id] }),
  ],
)
