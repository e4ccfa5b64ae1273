import { civilDay, civilMonth, monthSpan } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { CountyNumbers, getUnitNumbers } from '@sidan/types/statistics'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { toldOpenly } from './rules.ts'

type Activities = CountyNumbers['activities']

/** The civil days of a month, the second not of it any more. */
function daysOf(month: string): { from: string; to: string } {
  const { from, to } = monthSpan(month)
  return { from: civilDay(from), to: civilDay(to) }
}
const instant = (at: Date | null): string | null => at?.toISOString() ?? null

/** The moment until which all of the county is counted: a scalar for a statement whose $1 is the county. */
export const foldedUntilSql = '(select folded_until_at from roll_up_states where county_id = $1)'

const sums = (...columns: string[]) => columns.map((one) => `coalesce(sum(d.${one}), 0)::int as ${one}`).join(', ')

interface UnitRow {
  folded_until_at: Date | null
  shifts_held_count: number
  orders_served_count: number
  served_times: number
  volunteer_times: number
  new_volunteers_count: number
}

/** A month of a unit and all that lies below it, as everybody may read it (rule-07, rule-24). */
export async function readUnitNumbers(
  tx: Tx,
  unitId: string,
  month: string = civilMonth(tx.now),
): Promise<AnswerOf<typeof getUnitNumbers>> {
  const { from, to } = daysOf(month)
  const [row] = await tx.rows<UnitRow>({
    name: 'roll-ups.unit',
    text: `with recursive below as (
        select id from units where county_id = $1 and id = $2 and active
        union all select u.id from units u join below b on u.parent_id = b.id where u.county_id = $1)
      select ${foldedUntilSql} as folded_until_at,
        ${sums('shifts_held_count', 'orders_served_count', 'served_times', 'volunteer_times', 'new_volunteers_count')}
      from below b left join unit_days d on d.county_id = $1 and d.unit_id = b.id and d.day_on >= $3 and d.day_on < $4
      having count(b.id) > 0`,
    values: [tx.countyId, unitId, from, to],
  })
  if (!row) return refuse('not-found')
  return {
    unitId: unitId as AnswerOf<typeof getUnitNumbers>['unitId'],
    month,
    asOf: instant(row.folded_until_at),
    shiftsHeld: row.shifts_held_count,
    ordersServed: row.orders_served_count,
    servedTimes: toldOpenly(row.served_times),
    volunteerTimes: toldOpenly(row.volunteer_times),
    newVolunteers: toldOpenly(row.new_volunteers_count),
  }
}

// $2 the first of the months, $3 and $4 the month, $5 an institute or null for the whole county.
const activitiesSql = `with mine as (
    select d.*, u.institute_id from unit_days d join units u on u.county_id = d.county_id and u.id = d.unit_id
    where d.county_id = $1 and d.day_on >= $2 and d.day_on < $4 and ($5::uuid is null or u.institute_id = $5)),
  month as (select * from mine where day_on >= $3)
  select ${foldedUntilSql} as "asOf",
    (select coalesce(sum(shifts_held_count), 0)::int from month) as "shiftsHeld",
    (select coalesce(sum(orders_served_count), 0)::int from month) as "ordersServed",
    (select coalesce(sum(served_times), 0)::int from month) as "servedTimes",
    (select coalesce(sum(volunteer_times), 0)::int from month) as "volunteerTimes",
    (select coalesce(sum(new_volunteers_count), 0)::int from month) as "newVolunteers",
    (select count(distinct r.person_id)::int from service_records r where r.county_id = $1 and r.state = 'approved'
      and r.service_day >= $3 and r.service_day < $4 and ($5::uuid is null or r.institute_id = $5)) as "activeVolunteers",
    (select coalesce(json_agg(json_build_object('month', m.month, 'shiftsHeld', m.shifts, 'servedTimes', m.served)), '[]') from (
      select to_char(day_on, 'YYYY-MM') as month, sum(shifts_held_count)::int as shifts, sum(served_times)::int as served from mine group by 1) m) as months,
    (select coalesce(json_agg(json_build_object('unitId', i.id, 'name', i.name, 'shiftsHeld', m.shifts, 'ordersServed', m.orders, 'servedTimes', m.served)
        order by i.code), '[]')
      from units i
      cross join lateral (select coalesce(sum(shifts_held_count), 0)::int as shifts, coalesce(sum(orders_served_count), 0)::int as orders,
        coalesce(sum(served_times), 0)::int as served from month where institute_id = i.id) m
      where i.county_id = $1 and i.tier = 'institute' and i.active and ($5::uuid is null or i.id = $5)) as institutes`

/** What was done in the last of the months named, earliest first, and each month's sums; units by administrative code (rule-30). */
export async function readActivities(
  tx: Tx,
  { months, instituteId }: { months: readonly string[]; instituteId: string | null },
): Promise<Activities> {
  const [first = '', month = ''] = [months[0], months[months.length - 1]]
  const { from, to } = daysOf(month)
  const [row] = await tx.rows<Omit<Activities, 'asOf'> & { asOf: Date | null }>({
    name: 'roll-ups.activities',
    text: activitiesSql,
    values: [tx.countyId, daysOf(first).from, from, to, instituteId],
  })
  if (!row) return refuse('internal-error')
  const found = new Map(row.months.map((one) => [one.month, one]))
  return {
    ...row,
    asOf: instant(row.asOf),
    months: months.map((one) => found.get(one) ?? { month: one, shiftsHeld: 0, servedTimes: 0 }),
  }
}
