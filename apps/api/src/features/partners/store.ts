import type { PartnerKind } from '@sidan/types/partners'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../platform/db.ts'
import type { UnitPlace } from '../roles/rules.ts'
import type { PartnerPlace } from './rules.ts'
import { partners } from './table.ts'

interface PlaceRow {
  id: string
  name: string
  closed: boolean
  unitId: string
  tier: UnitPlace['tier']
  aboveIds: string[]
}

/** Of partner `p` and its unit `u`: the units above that, up to the center. */
export const aboveIdsSql = `array_remove(array[case when u.tier = 'station' then u.institute_id end,
    (select c.id from units c where c.county_id = u.county_id and c.tier = 'center' and c.id <> u.id)], null)`

const placeSql = `select p.id, p.name, p.closed_at is not null as closed, u.id as "unitId", u.tier, ${aboveIdsSql} as "aboveIds"
  from partners p join units u on u.county_id = p.county_id and u.id = p.unit_id where p.county_id = $1 and p.id = $2`

const placeOf = (row: PlaceRow): PartnerPlace => ({
  id: row.id,
  name: row.name,
  closed: row.closed,
  unit: { id: row.unitId, tier: row.tier, aboveIds: row.aboveIds },
})

/** A partner as a place; undefined when there is none. */
export async function findPartner(tx: Tx, partnerId: string): Promise<PartnerPlace | undefined> {
  const [row] = await tx.rows<PlaceRow>({ name: 'partners.place', text: placeSql, values: [tx.countyId, partnerId] })
  return row && placeOf(row)
}

/** The same, locked: whoever puts something of theirs on a shelf or lets somebody in waits for one who closes them, and the other way round. */
export async function lockPartner(
  tx: Tx,
  partnerId: string,
  how: 'share' | 'update' = 'update',
): Promise<PartnerPlace | undefined> {
  const [row] = await tx.rows<PlaceRow>({
    name: `partners.lock-${how}`,
    text: `${placeSql} for ${how} of p`,
    values: [tx.countyId, partnerId],
  })
  return row && placeOf(row)
}

export interface Written {
  name: string
  kind: PartnerKind
  address: string
}

/** Whether an open partner of the unit, another than this one, is called so. */
export async function isNameTaken(tx: Tx, unitId: string, name: string, exceptId: string): Promise<boolean> {
  const rows = await tx.rows({
    name: 'partners.name-taken',
    text: 'select 1 from partners where county_id = $1 and unit_id = $2 and name = $3 and id <> $4 and closed_at is null',
    values: [tx.countyId, unitId, name, exceptId],
  })
  return rows.length > 0
}

export async function insertPartner(
  tx: Tx,
  partner: Written & { id: string; unitId: string; addedById: string },
): Promise<void> {
  await tx.db.insert(partners).values({ ...partner, countyId: tx.countyId, addedAt: tx.now })
}

export async function savePartner(
  tx: Tx,
  partnerId: string,
  changed: Partial<Written & { closedAt: Date }>,
): Promise<void> {
  if (Object.keys(changed).length === 0) return
  await tx.db
    .update(partners)
    .set(changed)
    .where(and(eq(partners.countyId, tx.countyId), eq(partners.id, partnerId)))
}

/** Whether something of theirs can be exchanged, or waits to be fetched. */
export async function isPartnerInUse(tx: Tx, partnerId: string): Promise<boolean> {
  const rows = await tx.rows({
    name: 'partners.in-use',
    text: `select 1 from reward_items where county_id = $1 and partner_id = $2 and active
      union all select 1 from redemptions where county_id = $1 and partner_id = $2 and state = 'held' limit 1`,
    values: [tx.countyId, partnerId],
  })
  return rows.length > 0
}

/** Clerks leave, and nobody who was invited comes any more. Returns who left. */
export async function endClerks(tx: Tx, partnerId: string, byId: string): Promise<string[]> {
  await tx.rows({
    name: 'partners.revoke-invitations',
    text: `update role_invitations set revoked_at = $3 where county_id = $1 and partner_id = $2 and accepted_at is null and revoked_at is null`,
    values: [tx.countyId, partnerId, tx.now],
  })
  const rows = await tx.rows<{ person_id: string }>({
    name: 'partners.end-clerks',
    text: `update role_grants set ended_at = $3, ended_by_id = $4, end_reason = 'unit-closed'
      where county_id = $1 and partner_id = $2 and role = 'partnerClerk' and ended_at is null returning person_id`,
    values: [tx.countyId, partnerId, tx.now, byId],
  })
  return rows.map((row) => row.person_id)
}

/** Who owns a partner now. */
export async function findOwners(tx: Tx, partnerId: string): Promise<string[]> {
  const rows = await tx.rows<{ person_id: string }>({
    name: 'partners.owners',
    text: `select person_id from role_grants where county_id = $1 and partner_id = $2 and role = 'partnerOwner' and ended_at is null`,
    values: [tx.countyId, partnerId],
  })
  return rows.map((row) => row.person_id)
}
