import type { Tx } from '../../platform/db.ts'
import type { Place } from '../roles/rules.ts'

export interface NewInsurance {
  id: string
  personId: string
  insurer: string
  policyNoSealed: Buffer | null
  fromDay: string
  untilDay: string
}

/** Adds an insurance; false when one of this insurer covers some of these days already. */
export async function insertInsurance(tx: Tx, row: NewInsurance, byId: string): Promise<boolean> {
  const rows = await tx.rows({
    name: 'insurances.insert',
    text: `insert into insurances (county_id, id, person_id, insurer, policy_no_sealed, from_day, until_day, recorded_by_id, recorded_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict on constraint insurances_no_overlap do nothing returning 1`,
    values: [
      tx.countyId,
      row.id,
      row.personId,
      row.insurer,
      row.policyNoSealed,
      row.fromDay,
      row.untilDay,
      byId,
      tx.now,
    ],
  })
  return rows.length === 1
}

/** An insurance with where its owner belongs, locked. */
export async function lockInsurance(tx: Tx, id: string): Promise<(Place & { personId: string }) | undefined> {
  const [row] = await tx.rows<Place & { personId: string }>({
    name: 'insurances.lock',
    text: `select n.person_id as "personId", coalesce(p.home_station_id::text, '') as "stationId", u.institute_id as "instituteId"
      from insurances n
      join people p on p.county_id = n.county_id and p.id = n.person_id
      left join units u on u.county_id = p.county_id and u.id = p.home_station_id
      where n.county_id = $1 and n.id = $2 for no key update of n`,
    values: [tx.countyId, id],
  })
  return row
}

export async function deleteInsurance(tx: Tx, id: string): Promise<void> {
  await tx.rows({
    name: 'insurances.delete',
    text: 'delete from insurances where county_id = $1 and id = $2',
    values: [tx.countyId, id],
  })
}

/** Marks what ends by `lastDay` as told and names it, once each: one row per person. What a later one outlasts is not told. */
export async function markEnding(
  tx: Tx,
  today: string,
  lastDay: string,
): Promise<{ personId: string; names: string }[]> {
  return tx.rows({
    text: `with told as (
        update insurances set expiry_told_at = $4
        where county_id = $1 and expiry_told_at is null and until_day between $2 and $3 returning person_id, insurer, until_day)
      select t.person_id as "personId", string_agg(distinct t.insurer, '、') as names from told t
      where not exists (select 1 from insurances l where l.county_id = $1 and l.person_id = t.person_id and l.until_day > t.until_day)
      group by t.person_id`,
    values: [tx.countyId, today, lastDay, tx.now],
  })
}
