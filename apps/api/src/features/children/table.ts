import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, bytes, countyId, id } from '../../platform/columns.ts'
import { people } from '../people/table.ts'

/**
 * A child without an account (rule-22), registered by a guardian after reading the notice of that version. Name, health note and who may fetch the
 * child are sealed. A removed child keeps its id alone, because what it was signed up for refers to it.
 */
export const children = pgTable(
  'children',
  {
    countyId: countyId(),
    id: id().notNull(),
    guardianId: id('guardian_id').notNull(),
    nameSealed: bytes('name_sealed'),
    ageBand: text('age_band', { enum: ['under14', 'from14', 'from16'] }).notNull(),
    pickUpNamesSealed: bytes('pick_up_names_sealed'),
    pickUpCodeNo: integer('pick_up_code_no').notNull(),
    noticeVersion: integer('notice_version').notNull(),
    dataConsentAt: at('data_consent_at').notNull(),
    healthNoteSealed: bytes('health_note_sealed'),
    healthConsentAt: at('health_consent_at'),
    registeredAt: at('registered_at').notNull(),
    removedAt: at('removed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index('children_guardian').on(t.countyId, t.guardianId, t.registeredAt, t.id),
    check('children_health_has_consent', sql`(health_note_sealed is null) = (health_consent_at is null)`),
    check(
      'children_removed_is_erased',
      sql`case when removed_at is null then name_sealed is not null and pick_up_names_sealed is not null
        else name_sealed is null and pick_up_names_sealed is null and health_note_sealed is null end`,
    ),
    foreignKey({ columns: [t.countyId, t.guardianId], foreignColumns: [people.countyId, people.id] }),
  ],
)
