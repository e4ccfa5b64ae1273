import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'
import { people } from '../people/table.ts'

/**
 * One row per words somebody wrote (rule-44); the words themselves lie where they belong. Others read them once they are `passed` (by WeChat) or
 * `shown` (by a person); `waiting` is before the check, `held` waits for a person, `hidden` was kept so. `asked_no` counts how often they were rewritten.
 */
export const wordChecks = pgTable(
  'word_checks',
  {
    countyId: countyId(),
    id: id().notNull(),
    kind: text('kind', {
      enum: [
        'orderNote',
        'orderResult',
        'orderRating',
        'orderReopening',
        'feedback',
        'teamWords',
        'teamMessage',
        'activity',
        'shiftReport',
      ],
    }).notNull(),
    subjectId: id('subject_id').notNull(),
    authorId: id('author_id').notNull(),
    askedNo: integer('asked_no').notNull(),
    state: text('state', { enum: ['waiting', 'passed', 'held', 'shown', 'hidden'] }).notNull(),
    holdReason: text('hold_reason', {
      enum: ['risky', 'review', 'no-openid', 'openid-inactive', 'too-long', 'unavailable'],
    }),
    label: integer('label'),
    askedAt: at('asked_at').notNull(),
    checkedAt: at('checked_at'),
    reviewedById: id('reviewed_by_id'),
    reviewedAt: at('reviewed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('word_checks_words').on(t.countyId, t.subjectId, t.kind),
    index('word_checks_held').on(t.countyId, t.askedAt, t.id).where(sql`state = 'held'`),
    index('word_checks_waiting').on(t.countyId, t.askedAt).where(sql`state = 'waiting'`),
    check('word_checks_held_has_reason', sql`state <> 'held' or hold_reason is not null`),
    check('word_checks_reviewed', sql`(state in ('shown', 'hidden')) = (reviewed_by_id is not null)`),
    check('word_checks_not_own', sql`reviewed_by_id <> author_id`),
    foreignKey({ columns: [t.countyId, t.authorId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.reviewedById], foreignColumns: [people.countyId, people.id] }),
  ],
)
