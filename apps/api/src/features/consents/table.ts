import type { SpokenPurpose } from '@sidan/types/consents'
import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'
import { people } from '../people/table.ts'

/**
 * Append-only: every word on a purpose, given or withdrawn; the last one counts. `no` counts a person's words from 1, `by_id` is who said it (a child's
 * guardian, else the person), `notice_version` the notice that was read. Membership of the party is never said here, where anybody could read it (rule-28): that
 * consent lies sealed with what it is for, in `affiliations`.
 */
export const consents = pgTable(
  'consents',
  {
    countyId: countyId(),
    personId: id('person_id').notNull(),
    no: integer('no').notNull(),
    purpose: text('purpose').$type<SpokenPurpose>().notNull(),
    given: boolean('given').notNull(),
    noticeVersion: integer('notice_version').notNull(),
    byId: id('by_id').notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.personId, t.no] }),
    check('consents_tell_no_member', sql`purpose <> 'partyMembership'`),
    index('consents_last').on(t.countyId, t.personId, t.purpose, t.no),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.byId], foreignColumns: [people.countyId, people.id] }),
  ],
)
