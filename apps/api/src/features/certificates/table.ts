import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { at, bytes, countyId, id } from '../../platform/columns.ts'
import { people } from '../people/table.ts'
import { serviceRecords } from '../records/table.ts'

/** Public keys under which certificates of the county were signed: they outlive the secret that made them. */
export const certificateKeys = pgTable(
  'certificate_keys',
  {
    countyId: countyId(),
    keyId: text('key_id').notNull(),
    publicKey: text('public_key').notNull(),
    firstUsedAt: at('first_used_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyId, t.keyId] })],
)

/**
 * 志愿服务记录证明. `payload` is the signed text, byte by byte (types/certificates), which holds no full name: that is sealed beside it, for the PDF, until
 * its holder closes the account. `code` is what its number has besides the county.
 */
export const certificates = pgTable(
  'certificates',
  {
    countyId: countyId(),
    id: id().notNull(),
    personId: id('person_id').notNull(),
    code: text('code').notNull(),
    payload: text('payload').notNull(),
    signature: bytes('signature').notNull(),
    keyId: text('key_id').notNull(),
    nameSealed: bytes('name_sealed'),
    volunteerNo: text('volunteer_no').notNull(),
    state: text('state', { enum: ['valid', 'revoked', 'superseded'] }).notNull(),
    issuedAt: at('issued_at').notNull(),
    endedAt: at('ended_at'),
    revokedById: id('revoked_by_id'),
    revokedWords: text('revoked_words'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('certificates_code').on(t.countyId, t.code),
    index('certificates_person').on(t.countyId, t.personId, t.issuedAt, t.id),
    check('certificates_ended', sql`(state = 'valid') = (ended_at is null)`),
    check('certificates_revoked_by_somebody', sql`(state = 'revoked') = (revoked_by_id is not null)`),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.revokedById], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.keyId], foreignColumns: [certificateKeys.countyId, certificateKeys.keyId] }),
  ],
)

/** The records a certificate was made of, as they were then: it can be added up again. */
export const certificateRecords = pgTable(
  'certificate_records',
  {
    countyId: countyId(),
    certificateId: id('certificate_id').notNull(),
    recordId: id('record_id').notNull(),
    recordVersion: integer('record_version').notNull(),
    clockedMinutes: integer('clocked_minutes').notNull(),
    declaredMinutes: integer('declared_minutes').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.certificateId, t.recordId] }),
    index('certificate_records_record').on(t.countyId, t.recordId),
    foreignKey({ columns: [t.countyId, t.certificateId], foreignColumns: [certificates.countyId, certificates.id] }),
    foreignKey({ columns: [t.countyId, t.recordId], foreignColumns: [serviceRecords.countyId, serviceRecords.id] }),
  ],
)
