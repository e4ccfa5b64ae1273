import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'
import { people } from '../people/table.ts'

/** People who exchange with each other's points. The code lets others in until it ends. */
export const families = pgTable(
  'families',
  {
    countyId: countyId(),
    id: id().notNull(),
    code: text('code').notNull(),
    codeUntil: at('code_by').notNull(),
    foundedAt: at('founded_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyId, t.id] }), unique('families_code').on(t.countyId, t.code)],
)

/** Who is, or was, in a family; in one at a time. */
export const familyMembers = pgTable(
  'family_members',
  {
    countyId: countyId(),
    id: id().notNull(),
    familyId: id('family_id').notNull(),
    personId: id('person_id').notNull(),
    shares: boolean('shares').notNull(),
    joinedAt: at('joined_at').notNull(),
    leftAt: at('left_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    uniqueIndex('family_members_one_family').on(t.countyId, t.personId).where(sql`left_at is null`),
    index('family_members_family').on(t.countyId, t.familyId, t.joinedAt, t.id),
    foreignKey({ columns: [t.countyId, t.familyId], foreignColumns: [families.countyId, families.id] }),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
  ],
)
