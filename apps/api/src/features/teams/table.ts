import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { at, bytes, countyId, id } from '../../platform/columns.ts'
import { units } from '../organisation/table.ts'
import { people } from '../people/table.ts'

/**
 * 总队, 支队, 分队, 小队, 大队, 特色队. `join_code_no` counts the codes by which one could join: the code itself is derived from it and never kept, its
 * hash finds the team; no hash, no code. `page_words` are others' to read once they were checked (word_checks).
 */
export const teams = pgTable(
  'teams',
  {
    countyId: countyId(),
    id: id().notNull(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    level: text('level', { enum: ['corps', 'detachment', 'branch', 'squad', 'specialtyTeam', 'brigade'] }).notNull(),
    kind: text('kind', {
      enum: ['volunteerTeam', 'socialOrganisation', 'merchantStreetCommittee', 'talkGroup', 'university', 'enterprise'],
    })
      .notNull()
      .default('volunteerTeam'),
    parentId: id('parent_id'),
    unitId: id('unit_id').notNull(),
    platformCode: text('platform_code'),
    skills: text('skills').array().notNull(),
    pageWords: text('page_words'),
    joinCodeNo: integer('join_code_no').notNull().default(0),
    joinCodeHash: bytes('join_code_hash'),
    active: boolean('active').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('teams_code').on(t.countyId, t.code),
    unique('teams_join_code').on(t.countyId, t.joinCodeHash),
    index('teams_unit').on(t.countyId, t.unitId),
    index('teams_parent').on(t.countyId, t.parentId),
    check('teams_not_own_parent', sql`parent_id <> id`),
    check('teams_closed_has_no_code', sql`active or join_code_hash is null`),
    foreignKey({ columns: [t.countyId, t.unitId], foreignColumns: [units.countyId, units.id] }),
    foreignKey({ columns: [t.countyId, t.parentId], foreignColumns: [t.countyId, t.id] }),
  ],
)

/** Who is in a team. `shows_name`: fellow members may read the name (rule-07); who leads is always named. */
export const teamMembers = pgTable(
  'team_members',
  {
    countyId: countyId(),
    teamId: id('team_id').notNull(),
    personId: id('person_id').notNull(),
    rank: text('rank', { enum: ['member', 'deputy', 'leader'] }).notNull(),
    showsName: boolean('shows_name').notNull().default(false),
    joinedAt: at('joined_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.teamId, t.personId] }),
    index('team_members_person').on(t.countyId, t.personId),
    check('team_members_rank', sql`rank in ('member', 'deputy', 'leader')`),
    foreignKey({ columns: [t.countyId, t.teamId], foreignColumns: [teams.countyId, teams.id] }),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
  ],
)
