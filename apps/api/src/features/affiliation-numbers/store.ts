import type { Tx } from '../../platform/db.ts'
import type { Told } from './rules.ts'

interface Counted {
  centerId: string
  departmentIds: string[]
  lastCountedAt: Date | null
}

/** The center, the departments (open or not, for what somebody registered stays counted), and when they were counted last. */
export async function findCounted(tx: Tx): Promise<Counted> {
  const [row] = await tx.rows<Counted>({
    text: `select id as "centerId",
      array(select id from units where county_id = $1 and tier = 'department' order by code) as "departmentIds",
      (select max(computed_at) from affiliation_numbers where county_id = $1) as "lastCountedAt"
      from units where county_id = $1 and tier = 'center'`,
    values: [tx.countyId],
  })
  return row ?? { centerId: '', departmentIds: [], lastCountedAt: null }
}

/** Everybody with so many approved voluntary hours in a year, clocked or declared: whose are asked for is not said, so that no statement names a member. */
export async function findReached(tx: Tx, year: number, hours: number): Promise<Set<string>> {
  const rows = await tx.rows<{ personId: string }>({
    text: `select person_id as "personId" from service_records
      where county_id = $1 and state = 'approved' and service_nature = 'voluntary' and service_day >= make_date($2, 1, 1) and service_day < make_date($2 + 1, 1, 1)
      group by person_id having sum(clocked_minutes + declared_minutes) >= $3`,
    values: [tx.countyId, year, hours * 60],
  })
  return new Set(rows.map(({ personId }) => personId))
}

/** Puts a year's figures in the place of those of the month before. */
export async function replaceNumbers(tx: Tx, year: number, told: readonly Told[]): Promise<void> {
  await tx.rows({
    text: `insert into affiliation_numbers (county_id, year, unit_id, registered_count, hours_percent, computed_at)
      select $1, $2, t."unitId", t."registeredCount", t."hoursPercent", $4
      from jsonb_to_recordset($3::jsonb) as t("unitId" uuid, "registeredCount" int, "hoursPercent" int)
      on conflict (county_id, year, unit_id) do update set registered_count = excluded.registered_count,
        hours_percent = excluded.hours_percent, computed_at = excluded.computed_at`,
    values: [tx.countyId, year, JSON.stringify(told), tx.now],
  })
}
