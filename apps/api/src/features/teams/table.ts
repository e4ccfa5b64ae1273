import { boolean, foreignKey, index, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'
import { units } from '../organisation/table.ts'
import { people } from '../people/table.ts'

/** 总队, 支队, 分队, 小队, 大队, 特色队. */
export const teams = pgTable(
  'teams',
  {
    countyId: countyId(),
    id: id().notNull(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    level: text('level', { enum: ['corps', 'detachment', 'branch', 'squad', 'specialtyTeam', 'brigade'] }).notNull(),
    parentId: id('parent_id'),
    unitId: id('unit_id').notNull(),
    platformCode: text('platform_code'),
    skills: text('skills').array().notNull(),
    active: boolean('active').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('teams_code').on(t.countyId, t.code),
    index('teams_unit').on(t.countyId, t.unitId),
    foreignKey({ columns: [t.countyId, t.unitId], foreignColumns: [units.countyId, units.id] }),
    foreignKey({ columns: [t.countyId, t.parentId], foreignColumns: [t.countyId, t.id] }),
  ],
)

export const teamMembers = pgTable(
  'team_members',
  {
    countyId: countyId(),
    teamId: id('team_id').notNull(),
    personId: id('person_id').notNull(),
    leads: boolean('leads').notNull(),
    joinedAt: at('joined_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.teamId, t.personId] }),
    index('team_members_person').on(t.countyId, t.personId),
    foreignKey({ columns: [t.countyId, t.teamId], foreignColumns: [teams.countyId, teams.id] }),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
  ],
)
