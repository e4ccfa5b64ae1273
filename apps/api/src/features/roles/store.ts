import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../platform/db.ts'
import { searchKeys, soundOf } from '../../platform/pinyin.ts'
import type { Place, UnitPlace } from './rules.ts'
import { roleGrants, roleInvitations } from './table.ts'

/** Somebody with an open account in this county. */
export async function findPerson(tx: Tx, personId: string): Promise<{ id: string } | undefined> {
  const [row] = await tx.rows<{ id: string }>({
    name: 'roles.person',
    text: 'select id from people where county_id = $1 and id = $2 and closed_at is null',
    values: [tx.countyId, personId],
  })
  return row
}

type Role = typeof roleGrants.$inferSelect.role

/** Adds a grant that lasts until it is ended; false when the person holds the role there already. */
export async function insertGrant(
  tx: Tx,
  grant: {
    id: string
    personId: string
    role: Role
    unitId: string
    partnerId?: string | null
    fromDay: string
    grantedById: string | null
  },
): Promise<boolean> {
  const made = await tx.db
    .insert(roleGrants)
    .values({ ...grant, countyId: tx.countyId, grantedAt: tx.now })
    .onConflictDoNothing()
    .returning({ id: roleGrants.id })
  return made.length === 1
}

/** Adds a deputy's grant beside the one it stands in for. */
export async function insertDeputy(
  tx: Tx,
  deputy: {
    id: string
    grantId: string
    personId: string
    role: Role
    unitId: string
    fromDay: string
    untilDay: string
    byId: string
  },
): Promise<void> {
  await tx.db.insert(roleGrants).values({
    countyId: tx.countyId,
    id: deputy.id,
    personId: deputy.personId,
    role: deputy.role,
    unitId: deputy.unitId,
    deputyForId: deputy.grantId,
    fromDay: deputy.fromDay,
    untilDay: deputy.untilDay,
    grantedById: deputy.byId,
    grantedAt: tx.now,
  })
}

/** A unit that is open, as what subtrees are compared with; undefined when it is not there or closed. */
export async function findPlace(tx: Tx, unitId: string): Promise<(Place & Pick<UnitPlace, 'tier'>) | undefined> {
  const [row] = await tx.rows<Place & Pick<UnitPlace, 'tier'>>({
    name: 'roles.place',
    text: 'select id as "stationId", institute_id as "instituteId", tier from units where county_id = $1 and id = $2 and active',
    values: [tx.countyId, unitId],
  })
  return row
}

/** A unit and its way up, locked against being closed meanwhile; undefined when it is not there or closed. */
export async function lockUnitPlace(tx: Tx, unitId: string): Promise<(UnitPlace & { name: string }) | undefined> {
  await tx.rows({
    name: 'roles.lock-unit',
    text: 'select 1 from units where county_id = $1 and id = $2 for share',
    values: [tx.countyId, unitId],
  })
  return findUnitPlace(tx, unitId)
}

/** A unit and its way up; undefined when it is not there or closed. */
export async function findUnitPlace(tx: Tx, unitId: string): Promise<(UnitPlace & { name: string }) | undefined> {
  const [row] = await tx.rows<UnitPlace & { name: string }>({
    name: 'roles.unit-place',
    text: `with recursive way as (
        select id, parent_id, 0 as steps from units where county_id = $1 and id = $2
        union all select u.id, u.parent_id, w.steps + 1 from units u join way w on u.id = w.parent_id where u.county_id = $1 and w.steps < 9)
      select u.id, u.tier, u.name, array(select id from way where steps > 0 order by steps) as "aboveIds"
      from units u where u.county_id = $1 and u.id = $2 and u.active`,
    values: [tx.countyId, unitId],
  })
  return row
}

/** Whether somebody keeps the unit now, for longer than a stead. */
export async function isKept(tx: Tx, unitId: string): Promise<boolean> {
  const rows = await tx.rows({
    name: 'roles.is-kept',
    text: `select 1 from role_grants where county_id = $1 and unit_id = $2 and role in ('keeper', 'countyKeeper')
      and ended_at is null and deputy_for_id is null limit 1`,
    values: [tx.countyId, unitId],
  })
  return rows.length === 1
}

/** A grant, locked. */
export async function lockGrant(tx: Tx, grantId: string) {
  const [row] = await tx.db
    .select()
    .from(roleGrants)
    .where(and(eq(roleGrants.countyId, tx.countyId), eq(roleGrants.id, grantId)))
    .for('no key update')
  return row
}

export async function endGrant(
  tx: Tx,
  grantId: string,
  byId: string,
  endReason: typeof roleGrants.$inferInsert.endReason = null,
): Promise<void> {
  await tx.db
    .update(roleGrants)
    .set({ endedAt: tx.now, endedById: byId, endReason })
    .where(and(eq(roleGrants.countyId, tx.countyId), eq(roleGrants.id, grantId)))
}

/** Adds an invitation to a role on a unit; earlier ones to the same are over. */
export async function insertInvitation(
  tx: Tx,
  invitation: { id: string; codeHash: Buffer; role: Role; unitId: string; displayName: string; expiresAt: Date },
): Promise<void> {
  const { role, unitId } = invitation
  await tx.db
    .delete(roleInvitations)
    .where(
      and(
        eq(roleInvitations.countyId, tx.countyId),
        eq(roleInvitations.role, role),
        eq(roleInvitations.unitId, unitId),
        isNull(roleInvitations.acceptedAt),
      ),
    )
  await tx.db.insert(roleInvitations).values({ ...invitation, countyId: tx.countyId, createdAt: tx.now })
}

/** An invitation by its code's hash, locked. */
export async function lockInvitation(tx: Tx, codeHash: Buffer) {
  const [row] = await tx.db
    .select()
    .from(roleInvitations)
    .where(and(eq(roleInvitations.countyId, tx.countyId), eq(roleInvitations.codeHash, codeHash)))
    .for('no key update')
  return row
}

/** The invitation is used; the person is called as it says. */
export async function endInvitation(
  tx: Tx,
  invitation: { id: string; displayName: string },
  personId: string,
): Promise<void> {
  await tx.db
    .update(roleInvitations)
    .set({ acceptedById: personId, acceptedAt: tx.now })
    .where(and(eq(roleInvitations.countyId, tx.countyId), eq(roleInvitations.id, invitation.id)))
  await tx.rows({
    text: 'update people set display_name = $3, name_pinyin = $4, name_search = $5 where county_id = $1 and id = $2',
    values: [
      tx.countyId,
      personId,
      invitation.displayName,
      soundOf(invitation.displayName),
      searchKeys(invitation.displayName),
    ],
  })
}

/** The county's center. */
export async function findCenter(tx: Tx): Promise<string | undefined> {
  const [row] = await tx.rows<{ id: string }>({
    text: `select id from units where county_id = $1 and tier = 'center'`,
    values: [tx.countyId],
  })
  return row?.id
}
