import { partnerKinds } from '@sidan/types/partners'
import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, countyId, id } from '../../platform/columns.ts'
import { units } from '../organisation/table.ts'
import { people } from '../people/table.ts'

/** 爱心商家: who gives things of the reward store out at a place of their own. The unit is the one that deals with them; who works there holds a role of roles/table.ts. */
export const partners = pgTable(
  'partners',
  {
    countyId: countyId(),
    id: id().notNull(),
    unitId: id('unit_id').notNull(),
    name: text('name').notNull(),
    kind: text('kind', { enum: partnerKinds }).notNull(),
    address: text('address').notNull(),
    addedById: id('added_by_id').notNull(),
    addedAt: at('added_at').notNull(),
    closedAt: at('closed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index('partners_unit').on(t.countyId, t.unitId, t.id),
    check('partners_kind', sql`kind in ('merchant', 'bank', 'other')`),
    foreignKey({ columns: [t.countyId, t.unitId], foreignColumns: [units.countyId, units.id] }),
    foreignKey({ columns: [t.countyId, t.addedById], foreignColumns: [people.countyId, people.id] }),
  ],
)
