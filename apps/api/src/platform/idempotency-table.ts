import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, bytes, countyId, id } from './columns.ts'

/**
 * One row per POST that took effect, written in its transaction: who sent which key to which route, the HMAC of the body, and the subject to
 * re-read on a replay — never the reply itself. Kept 30 days. Where asking is itself a secret, `actor_id` is a name that only the program can make.
 */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    countyId: countyId(),
    actorId: id('actor_id').notNull(),
    route: text('route').notNull(),
    key: text('key').notNull(),
    bodyHmac: bytes('body_hmac').notNull(),
    subjectId: id('subject_id'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyId, t.actorId, t.route, t.key] })],
)
