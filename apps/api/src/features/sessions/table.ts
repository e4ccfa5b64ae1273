import { foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, bytes, countyId, id } from '../../platform/columns.ts'
import { people } from '../people/table.ts'

/** Refresh tokens that descend from one sign-in; reuse of a used one revokes them all. */
export const sessionFamilies = pgTable(
  'session_families',
  {
    countyId: countyId(),
    id: id().notNull(),
    personId: id('person_id').notNull(),
    createdAt: at('created_at').notNull(),
    revokedAt: at('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index('session_families_person').on(t.countyId, t.personId),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
  ],
)

export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    countyId: countyId(),
    tokenHash: bytes('token_hash').notNull(),
    familyId: id('family_id').notNull(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.tokenHash] }),
    index('refresh_tokens_family').on(t.countyId, t.familyId),
    foreignKey({ columns: [t.countyId, t.familyId], foreignColumns: [sessionFamilies.countyId, sessionFamilies.id] }),
  ],
)

/** 扫码登录: a browser asks, a signed-in mini-program confirms; 2 minutes, one use, bound to the asking browser's secret. */
export const signInRequests = pgTable(
  'sign_in_requests',
  {
    countyId: countyId(),
    id: id().notNull(),
    shortCode: text('short_code').notNull(),
    browserSecretHash: bytes('browser_secret_hash').notNull(),
    expiresAt: at('expires_at').notNull(),
    confirmedById: id('confirmed_by_id'),
    confirmedAt: at('confirmed_at'),
    claimedAt: at('claimed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index('sign_in_requests_code').on(t.countyId, t.shortCode, t.expiresAt),
    foreignKey({ columns: [t.countyId, t.confirmedById], foreignColumns: [people.countyId, people.id] }),
  ],
)
