import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, bytes, countyId, id } from '../../platform/columns.ts'
import { certificateKeys } from '../certificates/table.ts'
import { transfers } from '../ledger/table.ts'
import { people } from '../people/table.ts'

/** 抽查: append-only. `payload` is the signed text, byte by byte (types/audit-walks): ids and numbers alone. */
export const auditWalks = pgTable(
  'audit_walks',
  {
    countyId: countyId(),
    id: id().notNull(),
    payload: text('payload').notNull(),
    signature: bytes('signature').notNull(),
    keyId: text('key_id').notNull(),
    drawnById: id('drawn_by_id').notNull(),
    drawnAt: at('drawn_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index('audit_walks_drawn').on(t.countyId, t.drawnAt, t.id),
    foreignKey({ columns: [t.countyId, t.drawnById], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.keyId], foreignColumns: [certificateKeys.countyId, certificateKeys.keyId] }),
  ],
)

/** One minute or point that was drawn: the `position`-th of all, found in a movement that begins after `before` of them. */
export const auditDraws = pgTable(
  'audit_draws',
  {
    countyId: countyId(),
    walkId: id('walk_id').notNull(),
    no: integer('no').notNull(),
    position: integer('position').notNull(),
    before: integer('before').notNull(),
    moved: integer('moved').notNull(),
    transferId: id('transfer_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.walkId, t.no] }),
    check('audit_draws_lie_in_their_movement', sql`position > "before" and position <= "before" + moved`),
    foreignKey({ columns: [t.countyId, t.walkId], foreignColumns: [auditWalks.countyId, auditWalks.id] }),
    foreignKey({ columns: [t.countyId, t.transferId], foreignColumns: [transfers.countyId, transfers.id] }),
  ],
)
