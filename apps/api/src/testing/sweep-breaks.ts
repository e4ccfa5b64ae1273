/** SQL that breaks what the sweep promises, behind the program's back: `$1` is the county. */

export const first = (table: string, where: string, column = 'id') =>
  `(select ${column} from ${table} where county_id = $1 and ${where} order by ${column} limit 1)`
export const somebody = (code: string, more = 'balance > 0') =>
  `(select id from accounts where county_id = $1 and code = '${code}' and ${more} order by id limit 1)`
export const change = (table: string, set: string, where: string) =>
  `update ${table} set ${set} where county_id = $1 and ${where}`
/** A copy of a row that differs in some columns, given as SQL. */
export const copy = (table: string, where: string, columns: Record<string, string>) =>
  `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object(${Object.entries(
    columns,
  )
    .map(([column, value]) => `'${column}', ${value}`)
    .join(', ')}))).* from (select * from ${table} where county_id = $1 and ${where} limit 1) t`
export const newUuid = 'gen_random_uuid()'
/** So many transfers of a reason, each named by its own id and reversing itself where nothing else is told: no fact is asked for. */
export const newTransfers = (reason = 'reversal', ref = 'n.id', count = 1) => `insert into transfers
    (county_id, id, reason, ref, policy_version, happened_at, recorded_at, reverses)
    select $1, n.id, '${reason}', ${ref}, (select max(version) from policies where county_id = $1), now(), now(), ${reason === 'reversal' ? 'n.id' : 'null'}
    from (select ${newUuid} as id from generate_series(1, ${count})) n returning id`
/** A transfer between issuers, which no account sees. */
export const beside = (
  reason: string,
  ref: string,
  takes = 5,
  gives = 5,
) => `with made as (${newTransfers(reason, ref)})
  insert into entries (county_id, transfer_id, line, issuer, unit, amount)
  select $1, id, line, 'expired', 'points', case line when 1 then ${gives} else -${takes} end from made, generate_series(1, 2) line`

/** A first entry on an account that somebody has not had until now, against an issuer. */
export const newAccount = (code: string, unit: string, amount: number) => `with account as (
    insert into accounts (county_id, id, person_id, code, balance, version)
    select $1, ${newUuid}, id, '${code}', ${amount}, 1 from people p where county_id = $1
      and not exists (select from accounts a where a.county_id = $1 and a.person_id = p.id) limit 1 returning id),
  made as (${newTransfers()})
  insert into entries (county_id, transfer_id, line, account_id, issuer, unit, amount, balance_after, account_version)
  select $1, made.id, 1, account.id, null, '${unit}', ${amount}, ${amount}, 1 from made, account
  union all select $1, id, 2, null, 'expired', '${unit}', -(${amount}), null, null from made`
/** A clock like another, with the scans that belong to it. */
export const newClock = (where: string, earlier: string) => `with made as (
    ${copy('clocks', where, { id: newUuid, started_at: `t.started_at - ${earlier}`, ended_at: `t.ended_at - ${earlier}` })} returning *)
  insert into clock_events
  select (jsonb_populate_record(null::clock_events, to_jsonb(e) || jsonb_build_object('event_id', ${newUuid}, 'clock_id', made.id, 'person_id', made.person_id))).*
  from made, (select distinct on (kind) * from clock_events where county_id = $1 and outcome = 'counted') e
  where e.kind = 'checkIn' or made.ended_at is not null`
