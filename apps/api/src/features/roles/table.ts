import { endReasons } from '@sidan/types/role-grants'
import { roleNames } from '@sidan/types/roles'
import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { at, bytes, countyId, day, id } from '../../platform/columns.ts'
import { units } from '../organisation/table.ts'
import { partners } from '../partners/table.ts'
import { people } from '../people/table.ts'

/**
 * A role on a unit, with its history: a grant is ended, never deleted. A deputy's grant names the grant it stands in for. A role at a partner of the reward
 * store names the partner, and counts for nothing else; its unit is the one that deals with them.
 */
export const roleGrants = pgTable(
  'role_grants',
  {
    countyId: countyId(),
    id: id().notNull(),
    personId: id('person_id').notNull(),
    role: text('role', { enum: roleNames }).notNull(),
    unitId: id('unit_id').notNull(),
    partnerId: id('partner_id'),
    deputyForId: id('deputy_for_id'),
    fromDay: day('from_day').notNull(),
    untilDay: day('until_day'),
    grantedById: id('granted_by_id'),
    grantedAt: at('granted_at').notNull(),
    endedAt: at('ended_at'),
    endedById: id('ended_by_id'),
    endReason: text('end_reason', { enum: endReasons }),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    index('role_grants_person').on(t.countyId, t.personId),
    uniqueIndex('role_grants_held_once')
      .on(t.countyId, t.unitId, t.role, t.personId)
      .where(sql`ended_at is null and deputy_for_id is null and partner_id is null`),
    uniqueIndex('role_grants_at_partner_once')
      .on(t.countyId, t.partnerId, t.personId)
      .where(sql`ended_at is null and partner_id is not null`),
    check('role_grants_partner', sql`(role in ('partnerOwner', 'partnerClerk')) = (partner_id is not null)`),
    foreignKey({ columns: [t.countyId, t.partnerId], foreignColumns: [partners.countyId, partners.id] }),
    check('role_grants_reason_of_an_end', sql`end_reason is null or ended_at is not null`),
    index('role_grants_unit').on(t.countyId, t.unitId, t.role),
    foreignKey({ columns: [t.countyId, t.personId], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.unitId], foreignColumns: [units.countyId, units.id] }),
    foreignKey({ columns: [t.countyId, t.deputyForId], foreignColumns: [t.countyId, t.id] }),
  ],
)

/**
 * A role waiting for whoever brings its one-time code; only the code's hash is kept. `display_name` is what the person will be called. A code issued by
 * somebody is derived from the invitation's id and `round`, so that it can be shown to them again; a renewal counts the round up. `issued_by_id` is
 * null for one of the command line.
 */
export const roleInvitations = pgTable(
  'role_invitations',
  {
    countyId: countyId(),
    id: id().notNull(),
    codeHash: bytes('code_hash').notNull(),
    role: text('role', { enum: roleNames }).notNull(),
    unitId: id('unit_id').notNull(),
    partnerId: id('partner_id'),
    displayName: text('display_name').notNull(),
    createdAt: at('created_at').notNull(),
    expiresAt: at('expires_at').notNull(),
    acceptedById: id('accepted_by_id'),
    acceptedAt: at('accepted_at'),
    issuedById: id('issued_by_id'),
    importId: id('import_id'),
    round: integer('round').notNull().default(0),
    revokedAt: at('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.id] }),
    unique('role_invitations_code').on(t.countyId, t.codeHash),
    foreignKey({ columns: [t.countyId, t.unitId], foreignColumns: [units.countyId, units.id] }),
    index('role_invitations_unit').on(t.countyId, t.unitId, t.createdAt, t.id),
    index('role_invitations_import').on(t.countyId, t.importId, t.id),
    foreignKey({ columns: [t.countyId, t.acceptedById], foreignColumns: [people.countyId, people.id] }),
    foreignKey({ columns: [t.countyId, t.issuedById], foreignColumns: [people.countyId, people.id] }),
    check('role_invitations_partner', sql`(role in ('partnerOwner', 'partnerClerk')) = (partner_id is not null)`),
    foreignKey({ columns: [t.countyId, t.partnerId], foreignColumns: [partners.countyId, partners.id] }),
    check('role_invitations_used_or_revoked', sql`accepted_at is null or revoked_at is null`),
  ],
)
