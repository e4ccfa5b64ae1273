/**
 * A county with many ledger entries, for measuring. A hundred people fill it through the ledger's own function: they serve day by day, each service an order
 * with its events, a clock with its scans and a record, and every fifth day they exchange what they earned. Everybody else is a copy of them with ids of
 * their own.
 */
import type { CountyId } from '@sidan/types/ids'
import type { Database, Tx } from '../platform/db.ts'

const peopleCount = 100
const entriesOfThem = 50_000

const orderSteps = 'submitted triaged dispatched accepted inService fulfilled closed'.split(' ')
const verbs = 'submit triage dispatch accept start fulfill close'.split(' ')

const peopleSql = `insert into people (county_id, id, display_name, name_pinyin, remembered_risks, created_at)
  select $1, gen_random_uuid(), '李师傅', 'li', '{}', now() from generate_series(1, $2)`

/** A day on which everybody served an hour: $1 the county, $2 how many days after the first. */
const daySql = [
  `create temp table served on commit drop as
    select p.id as person_id, gen_random_uuid() as order_id, gen_random_uuid() as record_id, gen_random_uuid() as clock_id,
      timestamptz '2024-01-01T01:00:00Z' + $2::int * interval '1 day' as at, i.id as item_id, i.platform_code, s.id as station_id, s.institute_id,
      k.id as keeper_id, v.version as policy_version
    from people p,
      (select * from catalog_items where county_id = $1 and platform_code <> 'care' order by id limit 1) i,
      (select * from units where county_id = $1 and tier = 'station' order by id limit 1) s,
      (select id from people where county_id = $1 and display_name = '何主任') k,
      (select max(version) as version from policies where county_id = $1) v
    where p.county_id = $1 and p.display_name <> '何主任'`,
  `insert into orders (county_id, id, short_code, item_id, platform_code, requester_id, requester_kind, institute_id, station_id, place, slot_part, risks,
      state, version, promised_at, escalation_level, policy_version, assignee_id, submitted_at, started_at, fulfilled_at, closed_at)
    select $1, order_id, order_id::text, item_id, platform_code, keeper_id, 'self', institute_id, station_id, 'home', 'any', '[]',
      'closed', ${verbs.length}, at, 0, policy_version, person_id, at, at, at, at from served where $2::int is not null`,
  `insert into order_events (county_id, order_id, no, verb, from_state, to_state, by_id, at)
    select $1, order_id, no, verb, lag(to_state) over (partition by order_id order by no), to_state, keeper_id, at from served,
      unnest('{${verbs}}'::text[], '{${orderSteps}}'::text[]) with ordinality as e (verb, to_state, no) where $2::int is not null`,
  `insert into clocks (county_id, id, person_id, order_id, grade, started_at, closes_by, ended_at, ended_how)
    select $1, clock_id, person_id, order_id, 'A', at, at + interval '2 hours', at + interval '1 hour', 'byCode' from served where $2::int is not null`,
  `insert into clock_events (county_id, person_id, event_id, kind, order_id, code_kind, device_at, queued_no, received_at, counted_at, outcome, grade, clock_id)
    select $1, person_id, gen_random_uuid(), kind, order_id, 'service-code', at, 0, at, at, 'counted', 'A', clock_id
    from served, unnest('{checkIn,checkOut}'::text[]) kind where $2::int is not null`,
  `insert into service_records (county_id, id, chain_id, version, person_id, order_id, institute_id, station_id, platform_code, state, service_day,
      started_at, ended_at, clocked_minutes, declared_minutes, grade, checked_out, service_nature, policy_version, decided_by_id, decided_at, created_at)
    select $1, record_id, record_id, 1, person_id, order_id, institute_id, station_id, platform_code, 'approved', at::date,
      at, at + interval '1 hour', 60, 0, 'A', 'byCode', 'voluntary', policy_version, keeper_id, at, at from served where $2::int is not null`,
  ...[
    ['record-minutes', 'minutes', 60, 'earnedMinutes'],
    ['record-points', 'points', 10, 'available'],
  ].map(
    ([
      reason,
      unit,
      amount,
      account,
    ]) => `select count(post_transfer($1, gen_random_uuid(), '${reason}', record_id, policy_version, at, at, at::date, null,
      jsonb_build_array(jsonb_build_object('unit', '${unit}', 'amount', ${amount}, 'from', '{"issuer": "serviceRecords"}'::jsonb,
        'to', jsonb_build_object('person', person_id, 'account', '${account}'), 'expiresOn', '2030-12-31')))) from served where $2::int is not null`,
  ),
]

/** A day on which everybody exchanges 20 points; four vouchers in six are used, one is given back, one waits. */
const exchangeSql = [
  `create temp table bought on commit drop as
    select s.*, gen_random_uuid() as redemption_id, gen_random_uuid() as hold_id, i.id as reward_id, i.title, i.icon, i.pick_up_unit_id,
      (array['used', 'used', 'used', 'used', 'cancelled', 'held'])[1 + row_number() over () % 6] as state
    from served s, (select * from reward_items where county_id = $1 and price_points = 20 limit 1) i where $2::int is not null`,
  `insert into redemptions (county_id, id, person_id, item_id, title, icon, price_points, state, code, pick_up_unit_id, pick_up_by, created_at, ended_at, verified_by_id)
    select $1, redemption_id, person_id, reward_id, title, icon, 20, state, redemption_id::text, pick_up_unit_id, at, at,
      case when state <> 'held' then at end, case when state = 'used' then keeper_id end from bought where $2::int is not null`,
  `insert into voucher_verifications (county_id, id, redemption_id, by_id, at)
    select $1, redemption_id, redemption_id, keeper_id, at from bought where state = 'used' and $2::int is not null`,
  ...[
    ['redemption-hold', 'hold_id', 'true', 'available', `jsonb_build_object('person', person_id, 'account', 'held')`],
    ['redemption-capture', 'gen_random_uuid()', `state = 'used'`, 'held', `'{"issuer": "rewardStore"}'::jsonb`],
    [
      'redemption-void',
      'gen_random_uuid()',
      `state = 'cancelled'`,
      'held',
      `jsonb_build_object('person', person_id, 'account', 'available')`,
    ],
  ].map(
    ([
      reason,
      id,
      where,
      from,
      to,
    ]) => `select count(post_transfer($1, ${id}, '${reason}', redemption_id, policy_version, at, at, at::date,
      ${reason === 'redemption-void' ? 'hold_id' : 'null'}, jsonb_build_array(jsonb_build_object('unit', 'points', 'amount', 20,
        'from', jsonb_build_object('person', person_id, 'account', '${from}'), 'to', ${to}, 'of', hold_id)))) from bought where ${where} and $2::int is not null`,
  ),
  `update reward_items i set held_count = held_count + b.held, handed_out_count = handed_out_count + b.used, received_count = received_count + b.held + b.used
    from (select reward_id, count(*) filter (where state = 'held') as held, count(*) filter (where state = 'used') as used from bought group by 1) b
    where i.county_id = $1 and i.id = b.reward_id and $2::int is not null`,
]

export const countOf = async (tx: Tx, table: string): Promise<number> => {
  const [row] = await tx.rows<{ count: number }>({
    text: `select count(*) as count from ${table} where county_id = $1`,
    values: [tx.countyId],
  })
  return row?.count ?? 0
}

/** Fills the county day by day. Rows beside the ledger go in behind triggers and foreign keys, which would only take time. */
async function fill(admin: Database, countyId: CountyId): Promise<void> {
  await admin.inCounty(countyId, async (tx) => {
    await tx.query({ text: peopleSql, values: [countyId, peopleCount] })
    await tx.query({
      text: `update people set display_name = '何主任' where id = (select min(id::text)::uuid from people)`,
    })
  })
  for (let day = 0, reached = 0; reached < entriesOfThem; day += 1) {
    await admin.inCounty(countyId, async (tx) => {
      await tx.query({ text: 'set local statement_timeout = 0; set local session_replication_role = replica' })
      for (const text of day % 5 === 4 ? [...daySql, ...exchangeSql] : daySql)
        await tx.query({ text, values: [countyId, day] })
      reached = await countOf(tx, 'entries')
    })
    // As the server does by itself where days are days.
    if (day < 5 || day % 20 === 0) await admin.reference({ text: 'set statement_timeout = 0; analyze' })
  }
}

/** What is copied with a person; whatever else an id names stays the same for everybody. */
const copied =
  'people orders order_events clocks clock_events service_records redemptions voucher_verifications accounts transfers lots entries'.split(
    ' ',
  )
const shared = 'item_id station_id institute_id requester_id by_id decided_by_id verified_by_id pick_up_unit_id'.split(
  ' ',
)

const columnsSql = `select c.relname as table, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns,
    string_agg(case
      when a.attname in ('short_code', 'code') and c.relname in ('orders', 'redemptions') then format('%I || ''-'' || n', a.attname)
      when a.atttypid = 'uuid'::regtype and a.attname <> all ($2) then format('md5(%I::text || n)::uuid', a.attname)
      else quote_ident(a.attname) end, ', ' order by a.attnum) as values
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relname = any ($1) group by c.relname`

/** Everybody once more, so many times, each with all that they did. */
async function copyPeople(admin: Database, countyId: CountyId, copies: number): Promise<void> {
  await admin.inCounty(countyId, async (tx) => {
    await tx.query({ text: `set local statement_timeout = 0; set local session_replication_role = replica` })
    const tables = await tx.rows<{ table: string; columns: string; values: string }>({
      text: columnsSql,
      values: [copied, shared],
    })
    for (const { table, columns, values } of tables)
      await tx.query({
        text: `insert into ${table} (${columns}) select ${values} from (select * from ${table}) t, generate_series(1, ${copies}) n`,
      })
    await tx.query({
      text: `update reward_items set held_count = held_count * ${copies + 1}, handed_out_count = handed_out_count * ${copies + 1},
        received_count = stock_count + (held_count + handed_out_count) * ${copies + 1}`,
    })
  })
}

/** What the vouchers took had come in. */
const movesSql = `insert into reward_stock_moves (county_id, id, item_id, kind, count, at)
  select i.county_id, gen_random_uuid(), i.id, 'received', i.received_count - m.count, now()
  from reward_items i, lateral (select coalesce(sum(count), 0) as count from reward_stock_moves m where m.county_id = i.county_id and m.item_id = i.id) m
  where i.county_id = $1 and i.received_count > m.count`

/** Fills a county that is set up with 50,000 entries, so many times. `admin` is a superuser's. */
export async function fillCounty(admin: Database, countyId: CountyId, times: number): Promise<void> {
  await fill(admin, countyId)
  await copyPeople(admin, countyId, times - 1)
  await admin.inCounty(countyId, (tx) => tx.query({ text: movesSql, values: [countyId] }))
}
