import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'
import { units } from '../organisation/table.ts'
import { partners } from '../partners/table.ts'
import { people } from '../people/table.ts'

/**
 * 礼遇 used: each scan of a changing code, with what it was decided on. Append-only but for being undone, once. `no` is the use's number in its period, at most
 * the quota, and belongs to one use that stands: however many scan at once, no more than the quota fit in.
 */
export const benefitUses = pgTable(
  'benefit_uses',
  {
    countyId: countyId(),
    id: id().notNull(),
    personId: id('person_id').notNull(),
    /** The benefit's code in the policy of this version. */
    benefit: text('benefit').notNull(),
    policyVersion: integer('policy_version').notNull(),
    /** A civil month `2026-11` or year `2026`. */
    period: text('period').notNull(),
    no: integer('no').notNull(),
    quotaPerPeriod: integer('quota_per_period').notNull(),
    thresholdHours: integer('threshold_hours').notNull(),
    earnedMinutes: integer('earned_minutes').notNull(),
    /** The step of the code that was shown. */
    step: integer('step').notNull(),
    usedAt: at('used_at').notNull(),
    unitId: id('unit_id').notNull(),
    /** Of the unit, where it was scanned by who works there. */
    partnerId: id('partner_id'),
    byId: id('by_id').notNull(),
    undoneAt: at('undone_at'),
    undoneById: id('undone_by_id'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('benefit_uses_code_once').on(t.countyId, t.personId, t.benefit, t.step),
    uniqueIndex('benefit_uses_within_quota')
      .on(t.countyId, t.personId, t.benefit, t.period, t.no)
      .where(sql`undone_at is null`),
    index('benefit_uses_person').on(t.countyId, t.personId, t.benefit, t.usedAt, t.id),
    index('benefit_uses_by').on(t.countyId, t.byId, t.usedAt, t.id),
    check('benefit_uses_no', sql`no between 1 and quota_per_period`),
    check('benefit_uses_earned', sql`threshold_hours > 0 and earned_minutes >= threshold_hours * 60`),
    check('benefit_uses_not_own', sql`by_id <> person_id`),
    check('benefit_uses_undone', sql`num_nonnulls(undone_at, undone_by_id) in (0, 2)`),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.unitId], foreignColumns: [units.countyId, units.id] }),
    foreignKey({ columns: [t.countyId, t.partnerId], foreignColumns: [partners.countyId, partners.id] }),
    foreignKey({ columns: [t.countyId, t.byId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.undoneById], foreignColumns: [people.countyId, people.id] }),
  ],
)
