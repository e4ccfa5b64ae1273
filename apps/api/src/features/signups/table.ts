import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'
import { activities } from '../activities/table.ts'
import { people } from '../people/table.ts'
import { shiftPlaces } from '../shifts/table.ts'

/**
 * 报名: a person, or a child of theirs, at a place in a shift. Rows are kept: who left and comes back has a second one. `attendee_id` is the child's id, or
 * the person's; an attendee has one open sign-up per shift, and two confirmed ones never overlap in time (`signups_no_overlap`, EXCLUDE, in the
 * migrations). `queued_at` orders the waitlist; `starts_at` and `ends_at` are the shift's, moved with it.
 */
export const signups = pgTable(
  'signups',
  {
    countyId: countyId(),
    id: id().notNull(),
    activityId: id('activity_id').notNull(),
    shiftId: id('shift_id').notNull(),
    openingId: id('opening_id').notNull(),
    personId: id('person_id').notNull(),
    childId: id('child_id'),
    attendeeId: id('attendee_id').notNull(),
    state: text('state', { enum: ['asked', 'confirmed', 'waiting', 'refused', 'left', 'cancelled'] }).notNull(),
    startsAt: at('starts_at').notNull(),
    endsAt: at('ends_at').notNull(),
    queuedAt: at('queued_at').notNull(),
    signedUpAt: at('signed_up_at').notNull(),
    endedAt: at('ended_at'),
    answeredById: id('answered_by_id'),
    answeredAt: at('answered_at'),
    attendance: text('attendance', { enum: ['present', 'absent'] }),
    markedById: id('marked_by_id'),
    markedAt: at('marked_at'),
    pickedUpAt: at('picked_up_at'),
    /** Told once that the shift comes near. */
    remindedAt: at('reminded_at'),
    /** Why somebody was not admitted, or did not come: erasable. */
    words: text('words'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    uniqueIndex('signups_one_open')
      .on(t.countyId, t.shiftId, t.attendeeId)
      .where(sql`state in ('asked', 'confirmed', 'waiting')`),
    index('signups_person').on(t.countyId, t.personId, t.startsAt, t.id),
    index('signups_queue').on(t.countyId, t.shiftId, t.openingId, t.queuedAt, t.id).where(sql`state = 'waiting'`),
    index('signups_undecided').on(t.countyId, t.startsAt).where(sql`state in ('asked', 'waiting')`),
    index('signups_unreminded').on(t.countyId, t.startsAt).where(sql`state = 'confirmed' and reminded_at is null`),
    index('signups_shift').on(t.countyId, t.shiftId),
    check('signups_attendee', sql`attendee_id = coalesce(child_id, person_id)`),
    check('signups_ended', sql`(state in ('refused', 'left', 'cancelled')) = (ended_at is not null)`),
    check('signups_attendance', sql`attendance is null or (marked_by_id is not null and marked_at is not null)`),
    foreignKey({ columns: [t.countyId, t.activityId], foreignColumns: [activities.countyId, activities.id] }),
    foreignKey({
      columns: [t.countyId, t.shiftId, t.openingId],
      foreignColumns: [shiftPlaces.countyId, shiftPlaces.shiftId, shiftPlaces.openingId],
    }),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.answeredById], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.markedById], foreignColumns: [people.countyId, people.id] }),
  ],
)
