import { foreignKey, index, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { at, bytes, countyId, day, id } from '../../platform/columns.ts'
import { units } from '../organisation/table.ts'
import { people } from '../people/table.ts'

/** A role on a unit, with its history: a grant is ended, never deleted. A deputy's grant names the grant it stands in for. */
export const roleGrants = pgTable(
  'role_grants',
  {
    countyId: countyId(),
    id: id().notNull(),
    personId: id('person_id').notNull(),
    role: text('role', { enum: ['countyKeeper', 'keeper', 'staff', 'gridWorker', 'merchant', 'auditor'] }).notNull(),
    unitId: id('unit_id').notNull(),
    deputyForId: id('deputy_for_id'),
    fromDay: day('from_day').notNull(),
    untilDay: day('until_day'),
    grantedById: id('granted_by_id'),
    grantedAt: at('granted_at').notNull(),
    endedAt: at('ended_at'),
    endedById: id('ended_by_id'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index('role_grants_person').on(t.countyId, t.personId),
    index('role_grants_unit').on(t.countyId, t.unitId, t.role),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.unitId], foreignColumns: [units.countyId, units.id] }),
    foreignKey({ columns: [t.countyId, t.deputyForId], foreignColumns: [t.countyId, t.id] }),
  ],
)

/** A role waiting for whoever brings its one-time code; only the code's hash is kept. `display_name` is what the person will be called. */
export const roleInvitations = pgTable(
  'role_invitations',
  {
    countyId: countyId(),
    id: id().notNull(),
    codeHash: bytes('code_hash').notNull(),
    role: text('role', { enum: ['countyKeeper', 'keeper', 'staff', 'gridWorker', 'merchant', 'auditor'] }).notNull(),
    unitId: id('unit_id').notNull(),
    displayName: text('display_name').notNull(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    acceptedById: id('accepted_by_id'),
    acceptedAt: at('accepted_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('role_invitations_code').on(t.countyId, t.codeHash),
    foreignKey({ columns: [t.countyId, t.unitId], foreignColumns: [units.countyId, units.id] }),
    foreignKey({ columns: [t.countyId, t.acceptedById], foreignColumns: [people.countyId, people.id] }),
  ],
)
