import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, countyId, day, id } from '../../platform/columns.ts'
import { people } from '../people/table.ts'
import { serviceRecords } from '../records/table.ts'

/**
 * 认定弄虚作假, one for a record that was taken back. Nothing of it is in the books before it stands; its words are erasable. Who approved or entered the
 * record does not decide: the rules say so, and the sweep looks.
 */
export const fraudDecisions = pgTable(
  'fraud_decisions',
  {
    countyId: countyId(),
    recordId: id('record_id').notNull(),
    personId: id('person_id').notNull(),
    state: text('state', { enum: ['told', 'appealed', 'standing', 'lifted', 'ended'] }).notNull(),
    /** What the county bore when it was decided; since it stands, what was booked. */
    points: integer('points').notNull(),
    words: text('words'),
    decidedById: id('decided_by_id').notNull(),
    decidedAt: at('decided_at').notNull(),
    appealUntilOn: day('appeal_until_on').notNull(),
    appealWords: text('appeal_words'),
    appealedAt: at('appealed_at'),
    answerWords: text('answer_words'),
    answeredById: id('answered_by_id'),
    answeredAt: at('answered_at'),
    upheld: boolean('upheld'),
    standingAt: at('standing_at'),
    liftWords: text('lift_words'),
    liftedById: id('lifted_by_id'),
    liftedAt: at('lifted_at'),
    endedAt: at('ended_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.recordId] }),
    index('fraud_decisions_person').on(t.countyId, t.personId, t.decidedAt, t.recordId),
    index('fraud_decisions_open')
      .on(t.countyId, t.decidedAt, t.recordId)
      .where(sql`state in ('told', 'appealed', 'standing')`),
    check('fraud_decisions_points', sql`points >= 0`),
    check('fraud_decisions_not_own', sql`person_id not in (decided_by_id, answered_by_id, lifted_by_id)`),
    check('fraud_decisions_answered_by_another', sql`answered_by_id <> decided_by_id`),
    check(
      'fraud_decisions_answered',
      sql`(answered_at is null) = (answered_by_id is null) and (answered_at is null) = (upheld is null) and (answered_at is null or appealed_at is not null)`,
    ),
    check('fraud_decisions_told', sql`state <> 'told' or (appealed_at is null and standing_at is null)`),
    check(
      'fraud_decisions_appealed',
      sql`state <> 'appealed' or (appealed_at is not null and answered_at is null and standing_at is null)`,
    ),
    check('fraud_decisions_standing', sql`state <> 'standing' or standing_at is not null`),
    check('fraud_decisions_stands_answered', sql`standing_at is null or appealed_at is null or upheld is true`),
    check(
      'fraud_decisions_lifted',
      sql`(lifted_at is null) = (lifted_by_id is null) and (state = 'lifted') = (lifted_at is not null or upheld is false)`,
    ),
    check('fraud_decisions_ended', sql`(state = 'ended') = (ended_at is not null)`),
    foreignKey({ columns: [t.countyId, t.recordId], foreignColumns: [serviceRecords.countyId, serviceRecords.id] }),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.decidedById], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.answeredById], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.liftedById], foreignColumns: [people.countyId, people.id] }),
  ],
)
