import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { at, bytes, countyId, id } from '../../platform/columns.ts'
import { units } from '../organisation/table.ts'
import { people } from '../people/table.ts'
import { teams } from '../teams/table.ts'

/** A calendar's link. Its token is derived from the id and never kept; the hash finds the row when a calendar program asks. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    countyId: countyId(),
    id: id().notNull(),
    personId: id('person_id').notNull(),
    kind: text('kind', { enum: ['mine', 'team', 'station'] }).notNull(),
    teamId: id('team_id'),
    unitId: id('unit_id'),
    tokenHash: bytes('token_hash').notNull(),
    openedAt: at('opened_at').notNull(),
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('calendar_feeds_token').on(t.countyId, t.tokenHash),
    index('calendar_feeds_person').on(t.countyId, t.personId),
    check(
      'calendar_feeds_about',
      sql`(team_id is not null) = (kind = 'team') and (unit_id is not null) = (kind = 'station')`,
    ),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.teamId], foreignColumns: [teams.countyId, teams.id] }),
    foreignKey({ columns: [t.countyId, t.unitId], foreignColumns: [units.countyId, units.id] }),
  ],
)
