import { addMonths, civilMonth, monthSpan } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { getCountyNumbers } from '@sidan/types/statistics'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { type Actor, deskOf } from '../roles/rules.ts'
import { readActivities } from '../roll-ups/reads.ts'

type Numbers = AnswerOf<typeof getCountyNumbers>

interface Row {
  loop: Numbers['loop']
  by_state: Numbers['byState']
  answered: { due: number; inTime: number }
  answered_before: { due: number; inTime: number }
  months: Numbers['months']
  clocked: number
  declared: number
  issued: number
  reversed: number
  spent: number
  expired: number
  institutes: Numbers['coverage']['institutes']
}

// $2/$3 the month, $4 the start of the month before, $5 the first of six months, $6 an institute or null for the whole county.
const numbersSql = `with mine as (
    select * from orders where county_id = $1 and ($6::uuid is null or institute_id = $6)),
  month as (select * from mine where submitted_at >= $2 and submitted_at < $3),
  answered as (
    select promised_at >= $2 as current, count(*)::int as due, (count(*) filter (where answered_at <= promised_at))::int as in_time
    from mine where promised_at >= $4 and promised_at < least($3::timestamptz, $7::timestamptz) and state <> 'cancelled' group by 1),
  records as (
    select station_id, clocked_minutes, declared_minutes from service_records
    where county_id = $1 and state = 'approved' and service_day >= ($2::timestamptz at time zone 'Asia/Shanghai')::date
      and service_day < ($3::timestamptz at time zone 'Asia/Shanghai')::date and ($6::uuid is null or institute_id = $6)),
  served as (
    select station_id as unit_id from records
    union
    select a.unit_id from shifts w join activities a on a.county_id = w.county_id and a.id = w.activity_id
    where w.county_id = $1 and w.state = 'open' and w.starts_at >= $2 and w.starts_at < $3 and w.ends_at <= $7::timestamptz
      and (w.reported_at is not null or exists (
        select 1 from signups g where g.county_id = w.county_id and g.shift_id = w.id and g.attendance = 'present'))),
  points as (
    select t.reason, e.issuer, sum(e.amount)::int as amount from transfers t join entries e on e.county_id = t.county_id and e.transfer_id = t.id
    where t.county_id = $1 and t.recorded_at >= $2 and t.recorded_at < $3 and e.unit = 'points' and e.issuer is not null
      and not exists (select 1 from transfers u where u.county_id = t.county_id and u.reverses = t.id and u.reason in ('redemption-undo', 'redemption-return')) group by 1, 2)
  select
    (select json_build_object('submitted', count(*), 'dispatched', count(dispatched_at),
      'accepted', count(*) filter (where assignee_id is not null), 'rated', count(rated_at)) from month) as loop,
    coalesce((select json_agg(json_build_object('state', s.state, 'count', s.n) order by s.state) from (select state, count(*) as n from month group by 1) s), '[]') as by_state,
    coalesce((select json_build_object('due', due, 'inTime', in_time) from answered where current), '{"due":0,"inTime":0}') as answered,
    coalesce((select json_build_object('due', due, 'inTime', in_time) from answered where not current), '{"due":0,"inTime":0}') as answered_before,
    coalesce((select json_agg(json_build_object('month', m.month, 'submitted', m.n)) from (
      select to_char(submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, count(*) as n from mine where submitted_at >= $5 and submitted_at < $3 group by 1) m), '[]') as months,
    (select coalesce(sum(clocked_minutes), 0)::int from records) as clocked,
    (select coalesce(sum(declared_minutes), 0)::int from records) as declared,
    coalesce((select -sum(amount) from points where issuer in ('serviceRecords', 'earningActions') and reason <> 'reversal'), 0)::int as issued,
    coalesce((select sum(amount) from points where issuer in ('serviceRecords', 'earningActions') and reason = 'reversal'), 0)::int as reversed,
    coalesce((select sum(amount) from points where reason = 'redemption-capture'), 0)::int as spent,
    coalesce((select sum(amount) from points where reason = 'lot-expiry'), 0)::int as expired,
    coalesce((select json_agg(json_build_object('unitId', i.id, 'name', i.name,
        'stations', (select count(*) from units s where s.county_id = i.county_id and s.institute_id = i.id and s.tier = 'station' and s.active),
        'covered', (select count(*) from units s where s.county_id = i.county_id and s.institute_id = i.id and s.tier = 'station' and s.active
          and s.id in (select unit_id from served))) order by i.code)
      from units i where i.county_id = $1 and i.tier = 'institute' and i.active and ($6::uuid is null or i.id = $6)), '[]') as institutes`

/** The loop in numbers for a month; the county's for its center, an institute's own for an institute. Points are the county's as a whole. */
export async function readCountyNumbers(tx: Tx, actor: Actor, month: string = civilMonth(tx.now)): Promise<Numbers> {
  const desk = deskOf(actor) ?? actor.grants.find((grant) => grant.role === 'auditor')
  if (!desk || !['center', 'institute'].includes(desk.tier)) return refuse('not-allowed')
  const span = monthSpan(month)
  const before = monthSpan(addMonths(month, -1))
  const months = [5, 4, 3, 2, 1, 0].map((back) => addMonths(month, -back))
  const instituteId = desk.tier === 'institute' ? desk.unitId : null
  const [row] = await tx.rows<Row>({
    name: 'statistics.numbers',
    text: numbersSql,
    values: [tx.countyId, span.from, span.to, before.from, monthSpan(addMonths(month, -5)).from, instituteId, tx.now],
  })
  if (!row) return refuse('internal-error')
  const submitted = new Map(row.months.map((found) => [found.month, found.submitted]))
  const sum = (pick: (institute: Numbers['coverage']['institutes'][number]) => number) =>
    row.institutes.reduce((total, one) => total + pick(one), 0)
  return {
    month,
    asOf: tx.now.toISOString(),
    loop: row.loop,
    answered: {
      due: row.answered.due,
      inTime: row.answered.inTime,
      dueLastMonth: row.answered_before.due,
      inTimeLastMonth: row.answered_before.inTime,
    },
    byState: row.by_state,
    months: months.map((one) => ({ month: one, submitted: submitted.get(one) ?? 0 })),
    clockedMinutes: row.clocked,
    declaredMinutes: row.declared,
    issuedPoints: row.issued,
    reversedPoints: row.reversed,
    spentPoints: row.spent,
    expiredPoints: row.expired,
    coverage: { stations: sum((one) => one.stations), covered: sum((one) => one.covered), institutes: row.institutes },
    activities: await readActivities(tx, { months, instituteId }),
  }
}
