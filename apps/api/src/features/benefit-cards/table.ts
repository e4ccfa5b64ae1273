import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'
import { people } from '../people/table.ts'

/** 礼遇卡: opened for a month or year by who has the hours, with what that was decided on; it is the consent to stand on the list. One that stands per period. */
export const benefitCards = pgTable(
  'benefit_cards',
  {
    countyId: countyId(),
    id: id().notNull(),
    personId: id('person_id').notNull(),
    /** The benefit's code in the policy of this version, whose words were read. */
    benefit: text('benefit').notNull(),
    policyVersion: integer('policy_version').notNull(),
    period: text('period').notNull(),
    thresholdHours: integer('threshold_hours').notNull(),
    earnedMinutes: integer('earned_minutes').notNull(),
    openedAt: at('opened_at').notNull(),
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    uniqueIndex('benefit_cards_one').on(t.countyId, t.personId, t.benefit, t.period).where(sql`ended_at is null`),
    index('benefit_cards_list').on(t.countyId, t.benefit, t.period).where(sql`ended_at is null`),
    check('benefit_cards_earned', sql`threshold_hours > 0 and earned_minutes >= threshold_hours * 60`),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
  ],
)
