import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { at, countyId, day, id } from '../../platform/columns.ts'
import { people } from '../people/table.ts'
import { photos } from '../photos/table.ts'

/**
 * 资质: what somebody may do by paper (first aid, electrician). It counts from the day staff verified it to its last day, by itself: nobody has to end
 * it. A renewed paper is another row. `decided_by_id` is null only for what was taken over from before there was a table.
 */
export const qualifications = pgTable(
  'qualifications',
  {
    countyId: countyId(),
    id: id().notNull(),
    personId: id('person_id').notNull(),
    code: text('code').notNull(),
    issuer: text('issuer').notNull(),
    photoHash: text('photo_hash'),
    validUntilDay: day('valid_until_day'),
    state: text('state', { enum: ['pending', 'verified', 'refused'] }).notNull(),
    addedAt: at('added_at').notNull(),
    decidedById: id('decided_by_id'),
    decidedAt: at('decided_at'),
    expiryToldAt: at('expiry_told_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index('qualifications_person').on(t.countyId, t.personId, t.state, t.code),
    uniqueIndex('qualifications_one_pending').on(t.countyId, t.personId, t.code).where(sql`state = 'pending'`),
    index('qualifications_waiting').on(t.countyId, t.addedAt, t.id).where(sql`state = 'pending'`),
    index('qualifications_ending').on(t.countyId, t.validUntilDay, t.id).where(sql`state = 'verified'`),
    check('qualifications_decided', sql`(state = 'pending') = (decided_at is null)`),
    check('qualifications_not_own', sql`decided_by_id <> person_id`),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.decidedById], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.photoHash], foreignColumns: [photos.countyId, photos.hash] }),
  ],
)

/** Why one was refused: a one-tap reason, and words if there were any. */
export const qualificationRefusals = pgTable(
  'qualification_refusals',
  {
    countyId: countyId(),
    qualificationId: id('qualification_id').notNull(),
    reason: text('reason').notNull(),
    words: text('words'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.qualificationId] }),
    foreignKey({
      columns: [t.countyId, t.qualificationId],
      foreignColumns: [qualifications.countyId, qualifications.id],
    }).onDelete('cascade'),
  ],
)
