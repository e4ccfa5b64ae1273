import { endStates } from '@sidan/types/order-states'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../platform/db.ts'
import { units } from '../organisation/table.ts'

type Unit = typeof units.$inferSelect

/** A unit, locked: nothing is added below it, and nobody orders there, until this is over. */
export async function lockUnit(tx: Tx, unitId: string): Promise<Unit | undefined> {
  const [row] = await tx.db
    .select()
    .from(units)
    .where(and(eq(units.countyId, tx.countyId), eq(units.id, unitId)))
    .for('update')
  return row
}

/** Saves what changed. */
export async function saveUnitRow(
  tx: Tx,
  unitId: string,
  changed: Partial<Omit<Unit, 'countyId' | 'id'>>,
): Promise<void> {
  if (Object.keys(changed).length === 0) return
  await tx.db
    .update(units)
    .set(changed)
    .where(and(eq(units.countyId, tx.countyId), eq(units.id, unitId)))
}

/** Adds a unit; false when its short code is taken: another is drawn. */
export async function insertUnit(tx: Tx, unit: Omit<typeof units.$inferInsert, 'countyId'>): Promise<boolean> {
  const made = await tx.db
    .insert(units)
    .values({ ...unit, countyId: tx.countyId })
    .onConflictDoNothing({ target: [units.countyId, units.shortCode] })
    .returning({ id: units.id })
  return made.length === 1
}

/** Names and codes of the units below one, closed ones too: a code is never given twice. */
export const findChildren = (tx: Tx, unitId: string): Promise<{ code: string; name: string; active: boolean }[]> =>
  tx.rows({
    name: 'units.children',
    text: 'select code, name, active from units where county_id = $1 and parent_id = $2',
    values: [tx.countyId, unitId],
  })

/** Whether anything is open at a unit: an order, an activity that is not over, its shelf, a voucher to be fetched there, a partner it deals with, a unit below it. */
export async function isInUse(tx: Tx, unitId: string): Promise<boolean> {
  const [row] = await tx.rows<{ used: boolean }>({
    name: 'units.in-use',
    text: `select exists (select 1 from orders where county_id = $1 and station_id = $2 and state <> all ($3::text[]))
        or exists (select 1 from activities where county_id = $1 and unit_id = $2 and ends_at > $4 and cancelled_at is null)
        or exists (select 1 from reward_items where county_id = $1 and pick_up_unit_id = $2 and (active or held_count > 0))
        or exists (select 1 from partners where county_id = $1 and unit_id = $2 and closed_at is null)
        or exists (select 1 from units where county_id = $1 and parent_id = $2 and active) as used`,
    values: [tx.countyId, unitId, endStates, tx.now],
  })
  return row?.used ?? false
}

/** Ends every role on a unit that closes, and takes its invitations back; owners of a partner that it dealt with keep what is not settled. Returns whose roles they were. */
export async function endRoles(tx: Tx, unitId: string, byId: string): Promise<string[]> {
  await tx.rows({
    name: 'units.revoke',
    text: `update role_invitations set revoked_at = $3 where county_id = $1 and unit_id = $2 and accepted_at is null and revoked_at is null`,
    values: [tx.countyId, unitId, tx.now],
  })
  const ended = await tx.rows<{ person_id: string }>({
    name: 'units.end-roles',
    text: `update role_grants set ended_at = $3, ended_by_id = $4, end_reason = 'unit-closed'
      where county_id = $1 and unit_id = $2 and partner_id is null and ended_at is null returning person_id`,
    values: [tx.countyId, unitId, tx.now, byId],
  })
  return ended.map((row) => row.person_id)
}
