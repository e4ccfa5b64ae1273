import type { Tx } from '../../platform/db.ts'

/** What is counted, in the order of the columns; a team has no new volunteers. */
const measures = [
  'shifts_held_count',
  'orders_served_count',
  'served_times',
  'volunteer_times',
  'clocked_minutes',
  'declared_minutes',
] as const
const kinds = {
  unit: { table: 'unit_days', key: 'unit_id', columns: [...measures, 'new_volunteers_count'] },
  team: { table: 'team_days', key: 'team_id', columns: measures },
} as const
type Kind = keyof typeof kinds

/**
 * The one definition of every figure: `facts`, a row per thing done on one of the days of `due(day_on)`. $1 is the county, $2 the moment that is now.
 * A shift is held when it is over, was not called off, and somebody was there by its roll or it was reported.
 * Figures of people (人数) are none of them: those can be added neither over days nor over units.
 */
const factsSql = `days as (
    select day_on, day_on::timestamp at time zone 'Asia/Shanghai' as from_at, (day_on + 1)::timestamp at time zone 'Asia/Shanghai' as until_at from due),
  facts (unit_id, team_id, day_on, ${kinds.unit.columns.join(', ')}) as (
    select a.unit_id, a.team_id, d.day_on, 1, 0, coalesce(s.others_served_times, 0) + r.served, 0, 0, 0, 0
    from days d
    join shifts s on s.county_id = $1 and s.starts_at >= d.from_at and s.starts_at < d.until_at
    join activities a on a.county_id = s.county_id and a.id = s.activity_id
    cross join lateral (
      select count(*)::int as present, (count(*) filter (where o.kind <> 'volunteer'))::int as served
      from signups g join openings o on o.county_id = g.county_id and o.id = g.opening_id
      where g.county_id = s.county_id and g.shift_id = s.id and g.attendance = 'present') r
    where s.state = 'open' and s.ends_at <= $2::timestamptz and (s.reported_at is not null or r.present > 0)
    union all
    select o.station_id, o.assignee_team_id, d.day_on, 0, 1, coalesce(o.head_count, 1), 0, 0, 0, 0
    from days d
    join orders o on o.county_id = $1 and o.fulfilled_at is not null
      and coalesce(o.started_at, o.fulfilled_at) >= d.from_at and coalesce(o.started_at, o.fulfilled_at) < d.until_at
    where o.state in ('fulfilled', 'rated', 'closed')
    union all
    select v.station_id, coalesce(o.assignee_team_id, a.team_id), d.day_on, 0, 0, 0, 1, v.clocked_minutes, v.declared_minutes, 0
    from days d
    join service_records v on v.county_id = $1 and v.service_day = d.day_on and v.state = 'approved'
    left join orders o on o.county_id = v.county_id and o.id = v.order_id
    left join shifts s on s.county_id = v.county_id and s.id = v.shift_id
    left join activities a on a.county_id = s.county_id and a.id = s.activity_id
    union all
    select coalesce(v.registered_unit_id, (select u.id from units u where u.county_id = $1 and u.tier = 'center' order by u.code limit 1)), null,
      d.day_on, 0, 0, 0, 0, 0, 0, 1
    from days d
    join volunteers v on v.county_id = $1 and v.registered_at >= d.from_at and v.registered_at < d.until_at)`

const counted = (kind: Kind): string => {
  const { key, columns } = kinds[kind]
  return `${kind}_counts as (select ${key}, day_on, ${columns.map((one) => `sum(${one})::int as ${one}`).join(', ')}
    from facts where ${key} is not null group by ${key}, day_on)`
}
/** Rows that are as they should be are left alone. */
const saved = (kind: Kind): string => {
  const { table, key, columns } = kinds[kind]
  const all = (of: string) => `(${columns.map((one) => `${of}.${one}`).join(', ')})`
  return `${kind}_saved as (insert into ${table} as t (county_id, ${key}, day_on, ${columns.join(', ')})
      select $1, ${key}, day_on, ${columns.join(', ')} from ${kind}_counts
      on conflict (county_id, ${key}, day_on) do update set ${columns.map((one) => `${one} = excluded.${one}`).join(', ')}
      where ${all('t')} is distinct from ${all('excluded')}),
    ${kind}_gone as (delete from ${table} t using due where t.county_id = $1 and t.day_on = due.day_on
      and not exists (select 1 from ${kind}_counts c where c.${key} = t.${key} and c.day_on = t.day_on))`
}

/** Whoever folds holds the county's row until the transaction ends; a second waits, and sees what the first did. */
export async function lockState(tx: Tx): Promise<void> {
  await tx.rows({
    name: 'roll-ups.lock',
    text: `insert into roll_up_states (county_id) values ($1) on conflict (county_id) do update set county_id = excluded.county_id`,
    values: [tx.countyId],
  })
}

/** Marks the days of shifts that ended since this was last done: what time alone brings about. */
export async function markEnded(tx: Tx): Promise<void> {
  await tx.rows({
    name: 'roll-ups.mark-ended',
    text: `with state as (select coalesce(marked_until_at, '-infinity') as since from roll_up_states where county_id = $1),
        marked as (insert into roll_up_marks (county_id, day_on)
          select distinct $1::int, civil_day(s.starts_at) from shifts s, state
          where s.county_id = $1 and s.state = 'open' and s.ends_at > state.since and s.ends_at <= $2 on conflict do nothing)
      update roll_up_states set marked_until_at = greatest(marked_until_at, $2) where county_id = $1`,
    values: [tx.countyId, tx.now],
  })
}

/**
 * Takes the marks of up to so many days, the longest marked first, and counts those days anew, all by one snapshot. Returns how many; when no mark is
 * left, everything that was written until now is counted.
 */
export async function foldMarked(tx: Tx, days: number): Promise<number> {
  const [row] = await tx.rows<{ days: number }>({
    name: 'roll-ups.fold',
    text: `with due as (select day_on from roll_up_marks where county_id = $1 group by day_on order by min(made_at), day_on limit $3),
        taken as (delete from roll_up_marks m using due where m.county_id = $1 and m.day_on = due.day_on),
        ${factsSql},
        ${counted('unit')}, ${saved('unit')},
        ${counted('team')}, ${saved('team')},
        said as (update roll_up_states set folded_until_at = greatest(folded_until_at, $2) where county_id = $1
          and not exists (select 1 from roll_up_marks m where m.county_id = $1 and m.day_on not in (select day_on from due)))
      select count(*)::int as days from due`,
    values: [tx.countyId, tx.now, days],
  })
  return row?.days ?? 0
}

/** A day of a unit or team where what is kept is not what the facts come to. */
export interface Difference {
  kind: Kind
  id: string
  day: string
  kept: object | null
  counted: object | null
}

const difference = (kind: Kind): string => {
  const { table, key, columns } = kinds[kind]
  const object = (of: string) =>
    `case when ${of}.${key} is not null then json_build_object(${columns.map((one) => `'${one}', ${of}.${one}`).join(', ')}) end`
  const same = columns.map((one) => `t.${one} = c.${one}`).join(' and ')
  return `select '${kind}' as kind, coalesce(t.${key}, c.${key}) as id, coalesce(t.day_on, c.day_on)::text as day, ${object('t')} as kept, ${object('c')} as counted
    from (select * from ${table} where county_id = $1) t full join ${kind}_counts c on c.${key} = t.${key} and c.day_on = t.day_on
    where (${same}) is not true and coalesce(t.day_on, c.day_on) not in (select day_on from roll_up_marks where county_id = $1)`
}

/**
 * Counts every day of the county anew, marks those where what is kept is something else, and returns the first of them with how many there are. Days that
 * are marked already wait for their fold and are left out.
 */
export const markDifferences = (tx: Tx): Promise<(Difference & { differing: number })[]> =>
  tx.rows({
    name: 'roll-ups.differences',
    text: `with due as (
        select civil_day(starts_at) as day_on from shifts where county_id = $1 and ends_at <= $2
        union select civil_day(coalesce(started_at, fulfilled_at)) from orders where county_id = $1 and fulfilled_at is not null
        union select service_day from service_records where county_id = $1
        union select civil_day(registered_at) from volunteers where county_id = $1),
      ${factsSql}, ${counted('unit')}, ${counted('team')},
      differences as (${difference('unit')} union all ${difference('team')}),
      marked as (insert into roll_up_marks (county_id, day_on) select distinct $1::int, day::date from differences on conflict do nothing)
      select *, (count(*) over ())::int as differing from differences order by day, kind, id limit 20`,
    values: [tx.countyId, tx.now],
  })
