import { statementStates } from '@sidan/types/partner-statements'
import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'
import { partners } from '../partners/table.ts'
import { people } from '../people/table.ts'

/** 对账单: what a partner handed out in a civil month, less what came back in it; its sums are never changed, only what is said about them. */
export const partnerStatements = pgTable(
  'partner_statements',
  {
    countyId: countyId(),
    id: id().notNull(),
    partnerId: id('partner_id').notNull(),
    month: text('month').notNull(),
    handedOutCount: integer('handed_out_count').notNull(),
    returnedCount: integer('returned_count').notNull(),
    /** Net of what came back; below 0 where more came back than was handed out. */
    points: integer('points').notNull(),
    compensationFen: integer('compensation_fen').notNull(),
    state: text('state', { enum: statementStates }).notNull(),
    issuedAt: at('issued_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('partner_statements_month').on(t.countyId, t.partnerId, t.month),
    check('partner_statements_month_is_one', sql`month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'`),
    check('partner_statements_counts', sql`least(handed_out_count, returned_count) >= 0`),
    check('partner_statements_state', sql`state in ('open', 'confirmed', 'disputed')`),
    foreignKey({ columns: [t.countyId, t.partnerId], foreignColumns: [partners.countyId, partners.id] }),
  ],
)

/** What was said about a statement, by either side. Rows stay; the words are a business's and the office's, not a person's own affairs. */
export const partnerStatementEvents = pgTable(
  'partner_statement_events',
  {
    countyId: countyId(),
    id: id().notNull(),
    statementId: id('statement_id').notNull(),
    kind: text('kind', { enum: ['confirmed', 'disputed', 'answered'] }).notNull(),
    words: text('words'),
    /** What an answer adds to the compensation, or takes off. */
    adjustmentFen: integer('adjustment_fen'),
    byId: id('by_id').notNull(),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index('partner_statement_events_of').on(t.countyId, t.statementId, t.at, t.id),
    check('partner_statement_events_words', sql`(kind = 'confirmed') = (words is null)`),
    check('partner_statement_events_adjustment', sql`(kind = 'answered') = (adjustment_fen is not null)`),
    foreignKey({
      columns: [t.countyId, t.statementId],
      foreignColumns: [partnerStatements.countyId, partnerStatements.id],
    }),
    foreignKey({ columns: [t.countyId, t.byId], foreignColumns: [people.countyId, people.id] }),
  ],
)
