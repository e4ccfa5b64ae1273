import { foreignKey, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'
import { people } from '../people/table.ts'

/** In-app notices, written in the transaction of what they tell. */
export const notices = pgTable(
  'notices',
  {
    countyId: countyId(),
    id: id().notNull(),
    personId: id('person_id').notNull(),
    kind: text('kind').notNull(),
    about: text('about').notNull(),
    orderId: id('order_id'),
    recordId: id('record_id'),
    redemptionId: id('redemption_id'),
    teamId: id('team_id'),
    activityId: id('activity_id'),
    shiftId: id('shift_id'),
    minutes: integer('minutes'),
    points: integer('points'),
    /** Why, as a person wrote it: erasable. `reason` is the code of a rule. */
    words: text('words'),
    reason: text('reason'),
    at: at('at').notNull(),
    readAt: at('read_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index('notices_person').on(t.countyId, t.personId, t.at, t.id),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
  ],
)
