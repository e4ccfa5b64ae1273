import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../platform/db.ts'
import { roleGrants } from './table.ts'

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

/** A grant, locked. */
export async function lockGrant(tx: Tx, grantId: string) {
  const [row] = await tx.db
    .select()
    .from(roleGrants)
    .where(and(eq(roleGrants.countyId, tx.countyId), eq(roleGrants.id, grantId)))
    .for('no key update')
  return row
}

export async function endGrant(tx: Tx, grantId: string, byId: string): Promise<void> {
  await tx.db
    .update(roleGrants)
    .set({ endedAt: tx.now, endedById: byId })
    .where(and(eq(roleGrants.countyId, tx.countyId), eq(roleGrants.id, grantId)))
}
