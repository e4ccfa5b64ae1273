import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { at, countyId, day, id } from '../../platform/columns.ts'
import { orders } from '../orders/table.ts'
import { people } from '../people/table.ts'
import { shifts } from '../shifts/table.ts'

/**
 * 志愿服务记录, of service at an order or at a shift. `station_id` is the unit it lies at, whichever its tier: an activity may be the institute's or the
 * center's own. `platform_code` is null where an activity belongs to none. A correction is a new row with the same `chain_id` and the next `version`, and the
 * one before it stays as `corrected`, with who undid it, or with nobody where a check-out came after the clock was closed by itself; nothing is deleted.
 * Two records of a person that are pending, on notice or approved never overlap: `service_records_no_overlap` (EXCLUDE) in the migrations holds that.
 */
export const serviceRecords = pgTable(
  'service_records',
  {
    countyId: countyId(),
    id: id().notNull(),
    chainId: id('chain_id').notNull(),
    source: text('source', { enum: ['clock', 'manual'] })
      .notNull()
      .default('clock'),
    /** Who entered it by hand. */
    enteredById: id('entered_by_id'),
    version: integer('version').notNull(),
    personId: id('person_id').notNull(),
    orderId: id('order_id'),
    shiftId: id('shift_id'),
    instituteId: id('institute_id'),
    stationId: id('station_id').notNull(),
    platformCode: text('platform_code'),
    state: text('state', {
      enum: ['pending', 'onNotice', 'approved', 'rejected', 'withdrawn', 'conflict', 'corrected', 'reversed'],
    }).notNull(),
    serviceDay: day('service_day').notNull(),
    startedAt: at('started_at').notNull(),
    endedAt: at('ended_at').notNull(),
    clockedMinutes: integer('clocked_minutes').notNull(),
    declaredMinutes: integer('declared_minutes').notNull(),
    grade: text('grade', { enum: ['A', 'B', 'C'] }).notNull(),
    checkedOut: text('checked_out', { enum: ['byCode', 'automatic', 'byHand'] }).notNull(),
    serviceNature: text('service_nature', { enum: ['voluntary', 'duty', 'penaltySubstitute'] }).notNull(),
    conflictWithId: id('conflict_with_id'),
    policyVersion: integer('policy_version').notNull(),
    decidedById: id('decided_by_id'),
    decidedAt: at('decided_at'),
    /** The last day of its public notice; null where the policy has none. */
    noticeEndsOn: day('notice_ends_on'),
    /** Who approved it then, and when: stays, whoever rejects it on an objection. */
    noticedById: id('noticed_by_id'),
    noticedAt: at('noticed_at'),
    /** Who corrected or reversed it. */
    undoneById: id('undone_by_id'),
    undoneAt: at('undone_at'),
    createdAt: at('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('service_records_version').on(t.countyId, t.chainId, t.version),
    index('service_records_person').on(t.countyId, t.personId, t.startedAt, t.id),
    index('service_records_order').on(t.countyId, t.orderId),
    index('service_records_shift').on(t.countyId, t.shiftId),
    index('service_records_pending_station')
      .on(t.countyId, t.stationId, t.createdAt, t.id)
      .where(sql`state in ('pending', 'conflict')`),
    index('service_records_pending_institute')
      .on(t.countyId, t.instituteId, t.createdAt, t.id)
      .where(sql`state in ('pending', 'conflict')`),
    index('service_records_pending').on(t.countyId, t.createdAt, t.id).where(sql`state in ('pending', 'conflict')`),
    index('service_records_on_notice').on(t.countyId, t.noticeEndsOn, t.id).where(sql`state = 'onNotice'`),
    index('service_records_day').on(t.countyId, t.serviceDay),
    check(
      'service_records_where',
      sql`num_nonnulls(order_id, shift_id) = 1 or (source = 'manual' and num_nonnulls(order_id, shift_id) = 0)`,
    ),
    check('service_records_platform', sql`platform_code is not null or shift_id is not null`),
    check('service_records_period', sql`ended_at > started_at`),
    check('service_records_minutes', sql`clocked_minutes >= 0 and declared_minutes >= 0`),
    check(
      'service_records_decided',
      sql`state not in ('onNotice', 'approved', 'rejected') or (decided_by_id is not null and decided_at is not null)`,
    ),
    check(
      'service_records_by_hand',
      sql`(source = 'manual') = (entered_by_id is not null) and (source = 'clock' or clocked_minutes = 0)`,
    ),
    check(
      'service_records_notice',
      sql`(noticed_by_id is null) = (noticed_at is null) and (state <> 'onNotice' or (notice_ends_on is not null and noticed_by_id is not null))`,
    ),
    check('service_records_not_own_entry', sql`decided_by_id <> entered_by_id`),
    check('service_records_not_own', sql`decided_by_id <> person_id`),
    check('service_records_not_undone_own', sql`undone_by_id <> person_id`),
    check(
      'service_records_undone',
      sql`(state in ('corrected', 'reversed')) = (undone_at is not null) and (undone_by_id is not null or undone_at is null or (state = 'corrected' and checked_out = 'automatic' and decided_by_id is null)) and (undone_by_id is null or undone_at is not null)`,
    ),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.orderId], foreignColumns: [orders.countyId, orders.id] }),
    foreignKey({ columns: [t.countyId, t.shiftId], foreignColumns: [shifts.countyId, shifts.id] }),
  ],
)

/** Words of a rejection, why a record was corrected or reversed, and what was said and shown when it was entered by hand: erasable. */
export const recordTexts = pgTable(
  'record_texts',
  {
    countyId: countyId(),
    recordId: id('record_id').notNull(),
    rejectionWords: text('rejection_words'),
    undoneWords: text('undone_words'),
    title: text('title'),
    entryWords: text('entry_words'),
    entryPhotos: text('entry_photos').array(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.recordId] }),
    foreignKey({ columns: [t.countyId, t.recordId], foreignColumns: [serviceRecords.countyId, serviceRecords.id] }),
  ],
)
