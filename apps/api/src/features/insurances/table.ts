import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, bytes, countyId, day, id } from '../../platform/columns.ts'
import { people } from '../people/table.ts'

/** 保险: an accident insurance that staff recorded for a volunteer; both days are covered (rule-06). The policy number is sealed. */
export const insurances = pgTable(
  'insurances',
  {
    countyId: countyId(),
    id: id().notNull(),
    personId: id('person_id').notNull(),
    insurer: text('insurer').notNull(),
    policyNoSealed: bytes('policy_no_sealed'),
    fromDay: day('from_day').notNull(),
    untilDay: day('until_day').notNull(),
    recordedById: id('recorded_by_id').notNull(),
    recordedAt: at('recorded_at').notNull(),
    expiryToldAt: at('expiry_told_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index('insurances_person').on(t.countyId, t.personId, t.untilDay),
    index('insurances_ending').on(t.countyId, t.untilDay, t.id),
    check('insurances_period', sql`until_day >= from_day`),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.recordedById], foreignColumns: [people.countyId, people.id] }),
  ],
)
