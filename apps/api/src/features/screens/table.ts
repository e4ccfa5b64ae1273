import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { at, bytes, countyId, id } from '../../platform/columns.ts'
import { orders } from '../orders/table.ts'
import { units } from '../organisation/table.ts'
import { people } from '../people/table.ts'
import { shifts } from '../shifts/table.ts'

/**
 * Who shows rotating codes: a wall's screen, enrolled by a keeper, or somebody's phone, for one shift or order that they run. Nothing is removed: an event
 * of the clock that comes late names the screen it saw.
 */
export const screens = pgTable(
  'screens',
  {
    countyId: countyId(),
    id: id().notNull(),
    unitId: id('unit_id').notNull(),
    kind: text('kind', { enum: ['wall', 'phone'] }).notNull(),
    /** Names it within a code. */
    shortCode: text('short_code').notNull(),
    name: text('name').notNull(),
    tokenHash: bytes('token_hash'),
    shiftId: id('shift_id'),
    orderId: id('order_id'),
    /** Who enrolled a wall's screen; who shows the codes on their phone. */
    byId: id('by_id').notNull(),
    enrolledAt: at('enrolled_at').notNull(),
    lastSeenAt: at('last_seen_at'),
    revokedAt: at('revoked_at'),
    revokedById: id('revoked_by_id'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('screens_short_code').on(t.countyId, t.shortCode),
    unique('screens_token').on(t.countyId, t.tokenHash),
    unique('screens_one_phone_per_shift').on(t.countyId, t.byId, t.shiftId),
    unique('screens_one_phone_per_order').on(t.countyId, t.byId, t.orderId),
    index('screens_unit').on(t.countyId, t.unitId, t.enrolledAt),
    check('screens_wall_has_token', sql`(kind = 'wall') = (token_hash is not null)`),
    check('screens_phone_is_for_one', sql`num_nonnulls(shift_id, order_id) = case kind when 'phone' then 1 else 0 end`),
    check('screens_revoked_by_somebody', sql`(revoked_at is null) = (revoked_by_id is null)`),
    foreignKey({ columns: [t.countyId, t.unitId], foreignColumns: [units.countyId, units.id] }),
    foreignKey({ columns: [t.countyId, t.byId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.revokedById], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.shiftId], foreignColumns: [shifts.countyId, shifts.id] }),
    foreignKey({ columns: [t.countyId, t.orderId], foreignColumns: [orders.countyId, orders.id] }),
  ],
)

/** A device that shows a code and waits for a keeper to type it; hashes alone. */
export const screenRequests = pgTable(
  'screen_requests',
  {
    countyId: countyId(),
    id: id().notNull(),
    codeHash: bytes('code_hash').notNull(),
    tokenHash: bytes('token_hash').notNull(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('screen_requests_token').on(t.countyId, t.tokenHash),
    index('screen_requests_code').on(t.countyId, t.codeHash, t.expiresAt),
  ],
)
