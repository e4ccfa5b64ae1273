import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { at, bytes, countyId, id } from '../../platform/columns.ts'
import { people } from '../people/table.ts'
import { photos } from '../photos/table.ts'

/**
 * A guardian's consent to a minor's service (rule-16): given on the guardian's own account after reading the notice of that version (rule-20), or on
 * paper that staff recorded. It stands until it is withdrawn, and one stands per minor. A guardian without an account is known by sealed words.
 */
export const guardianConsents = pgTable(
  'guardian_consents',
  {
    countyId: countyId(),
    id: id().notNull(),
    minorId: id('minor_id').notNull(),
    guardianId: id('guardian_id'),
    how: text('how', { enum: ['inApp', 'paper'] }).notNull(),
    noticeVersion: integer('notice_version').notNull(),
    givenAt: at('given_at').notNull(),
    recordedById: id('recorded_by_id'),
    guardianNameSealed: bytes('guardian_name_sealed'),
    guardianPhoneSealed: bytes('guardian_phone_sealed'),
    photoHash: text('photo_hash'),
    withdrawnAt: at('withdrawn_at'),
    withdrawnById: id('withdrawn_by_id'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    uniqueIndex('guardian_consents_one_stands').on(t.countyId, t.minorId).where(sql`withdrawn_at is null`),
    index('guardian_consents_guardian').on(t.countyId, t.guardianId),
    check('guardian_consents_another', sql`guardian_id <> minor_id`),
    check('guardian_consents_in_app', sql`(how = 'inApp') = (guardian_id is not null)`),
    check('guardian_consents_paper', sql`(how = 'paper') = (recorded_by_id is not null)`),
    foreignKey({ columns: [t.countyId, t.minorId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.guardianId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.recordedById], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.photoHash], foreignColumns: [photos.countyId, photos.hash] }),
  ],
)

/** A minor's one-time code for a guardian: only its hash is kept, and a newer one replaces it. */
export const guardianRequests = pgTable(
  'guardian_requests',
  {
    countyId: countyId(),
    id: id().notNull(),
    minorId: id('minor_id').notNull(),
    codeHash: bytes('code_hash').notNull(),
    askedAt: at('asked_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('guardian_requests_code').on(t.countyId, t.codeHash),
    uniqueIndex('guardian_requests_one_open').on(t.countyId, t.minorId).where(sql`used_at is null`),
    foreignKey({ columns: [t.countyId, t.minorId], foreignColumns: [people.countyId, people.id] }),
  ],
)
