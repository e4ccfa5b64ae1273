import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { at, bytes, countyId, day, id } from '../../platform/columns.ts'
import { orders } from '../orders/table.ts'
import { units } from '../organisation/table.ts'
import { people } from '../people/table.ts'

/**
 * 结对. The household is somebody with an account, or is known by what stands sealed in `pairing_households` alone. `told_due_on` and `told_overdue_on`
 * are the visit days of which somebody was reminded: each once.
 */
export const pairings = pgTable(
  'pairings',
  {
    countyId: countyId(),
    id: id().notNull(),
    unitId: id('unit_id').notNull(),
    volunteerId: id('volunteer_id').notNull(),
    householdPersonId: id('household_person_id'),
    state: text('state', { enum: ['asked', 'going', 'declined', 'ended'] }).notNull(),
    everyDays: integer('every_days').notNull(),
    nextVisitDay: day('next_visit_on').notNull(),
    toldDueDay: day('told_due_on'),
    toldOverdueDay: day('told_overdue_on'),
    consentById: id('consent_by_id').notNull(),
    consentAt: at('consent_at').notNull(),
    madeById: id('made_by_id').notNull(),
    madeAt: at('made_at').notNull(),
    answeredAt: at('answered_at'),
    endedAt: at('ended_at'),
    endedById: id('ended_by_id'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index('pairings_volunteer').on(t.countyId, t.volunteerId),
    index('pairings_household').on(t.countyId, t.householdPersonId),
    index('pairings_unit').on(t.countyId, t.unitId),
    index('pairings_next').on(t.countyId, t.nextVisitDay, t.id).where(sql`state = 'going'`),
    uniqueIndex('pairings_once')
      .on(t.countyId, t.volunteerId, t.householdPersonId)
      .where(sql`state in ('asked', 'going')`),
    check('pairings_every', sql`every_days between 1 and 92`),
    check('pairings_two_people', sql`volunteer_id <> household_person_id`),
    check('pairings_ended', sql`(state = 'ended') = (ended_at is not null)`),
    foreignKey({ columns: [t.countyId, t.unitId], foreignColumns: [units.countyId, units.id] }),
    foreignKey({ columns: [t.countyId, t.volunteerId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.householdPersonId], foreignColumns: [people.countyId, people.id] }),
  ],
)

/** A household without an account: erasable, sealed. */
export const pairingHouseholds = pgTable(
  'pairing_households',
  {
    countyId: countyId(),
    pairingId: id('pairing_id').notNull(),
    nameSealed: bytes('name_sealed').notNull(),
    addressSealed: bytes('address_sealed').notNull(),
    phoneSealed: bytes('phone_sealed'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.pairingId] }),
    foreignKey({ columns: [t.countyId, t.pairingId], foreignColumns: [pairings.countyId, pairings.id] }),
  ],
)

/** A visit; its minutes are those of the records of its order. Words are erasable. */
export const pairingVisits = pgTable(
  'pairing_visits',
  {
    countyId: countyId(),
    id: id().notNull(),
    pairingId: id('pairing_id').notNull(),
    byId: id('by_id').notNull(),
    visitedDay: day('visited_on').notNull(),
    orderId: id('order_id'),
    words: text('words'),
    at: at('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index('pairing_visits_pairing').on(t.countyId, t.pairingId, t.visitedDay),
    uniqueIndex('pairing_visits_order').on(t.countyId, t.orderId, t.byId),
    foreignKey({ columns: [t.countyId, t.pairingId], foreignColumns: [pairings.countyId, pairings.id] }),
    foreignKey({ columns: [t.countyId, t.byId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.orderId], foreignColumns: [orders.countyId, orders.id] }),
  ],
)

/** Who goes in the volunteer's stead for a time, once they agreed. */
export const pairingSubstitutes = pgTable(
  'pairing_substitutes',
  {
    countyId: countyId(),
    pairingId: id('pairing_id').notNull(),
    personId: id('person_id').notNull(),
    fromDay: day('from_day').notNull(),
    untilDay: day('until_day').notNull(),
    state: text('state', { enum: ['asked', 'agreed', 'declined'] }).notNull(),
    namedById: id('named_by_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.pairingId, t.personId] }),
    index('pairing_substitutes_person').on(t.countyId, t.personId),
    check('pairing_substitutes_period', sql`until_day >= from_day`),
    foreignKey({ columns: [t.countyId, t.pairingId], foreignColumns: [pairings.countyId, pairings.id] }),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
  ],
)
