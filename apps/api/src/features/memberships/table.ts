import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'
import { people } from '../people/table.ts'
import { teams } from '../teams/table.ts'

/** 申请加入: one waits at a time per person and team; answered by a leader or staff above, taken back by who asked, over when the team closes. */
export const teamRequests = pgTable(
  'team_requests',
  {
    countyId: countyId(),
    id: id().notNull(),
    teamId: id('team_id').notNull(),
    personId: id('person_id').notNull(),
    showsName: boolean('shows_name').notNull(),
    state: text('state', { enum: ['waiting', 'accepted', 'refused', 'cancelled', 'over'] }).notNull(),
    reasonCode: text('reason_code'),
    askedAt: at('asked_at').notNull(),
    answeredById: id('answered_by_id'),
    answeredAt: at('answered_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    uniqueIndex('team_requests_one_waits').on(t.countyId, t.teamId, t.personId).where(sql`state = 'waiting'`),
    index('team_requests_person').on(t.countyId, t.personId),
    check('team_requests_answered', sql`state not in ('accepted', 'refused') or answered_by_id is not null`),
    check('team_requests_not_own', sql`answered_by_id <> person_id`),
    foreignKey({ columns: [t.countyId, t.teamId], foreignColumns: [teams.countyId, teams.id] }),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.answeredById], foreignColumns: [people.countyId, people.id] }),
  ],
)

/** Somebody was named to lead and has not said yes or no yet (rule-07). */
export const teamNamings = pgTable(
  'team_namings',
  {
    countyId: countyId(),
    teamId: id('team_id').notNull(),
    personId: id('person_id').notNull(),
    rank: text('rank', { enum: ['deputy', 'leader'] }).notNull(),
    namedById: id('named_by_id').notNull(),
    namedAt: at('named_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.teamId, t.personId] }),
    index('team_namings_person').on(t.countyId, t.personId),
    foreignKey({ columns: [t.countyId, t.teamId], foreignColumns: [teams.countyId, teams.id] }),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.namedById], foreignColumns: [people.countyId, people.id] }),
  ],
)

/** What a leader said to the members: erasable words. */
export const teamMessages = pgTable(
  'team_messages',
  {
    countyId: countyId(),
    id: id().notNull(),
    teamId: id('team_id').notNull(),
    authorId: id('author_id').notNull(),
    words: text('words').notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index('team_messages_team').on(t.countyId, t.teamId, t.at),
    foreignKey({ columns: [t.countyId, t.teamId], foreignColumns: [teams.countyId, teams.id] }),
    foreignKey({ columns: [t.countyId, t.authorId], foreignColumns: [people.countyId, people.id] }),
  ],
)
