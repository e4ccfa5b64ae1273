import type { Tx } from '../../platform/db.ts'
import type { Left } from './rules.ts'

/** What one transfer moved for a record or a counting, from where, and what is left of its lot. */
interface Posted {
  id: string
  policyVersion: number
  happenedAt: Date
  issuer: 'serviceRecords' | 'earningActions'
  minutes: number
  points: number
  lotId: string | null
  lotRemaining: number
  expiresOn: string | null
}

/** Locks a person's accounts, in id order as every posting does. */
export async function lockPerson(tx: Tx, personId: string): Promise<void> {
  await tx.rows({
    name: 'ledger.lock-person',
    text: 'select 1 from accounts where county_id = $1 and person_id = $2 order by id for no key update',
    values: [tx.countyId, personId],
  })
}

/** Locks a person's accounts, and then reads what was posted for a record or a counting of theirs and not reversed before. */
export async function lockPosted(tx: Tx, personId: string, ref: string): Promise<Posted[]> {
  await lockPerson(tx, personId)
  return tx.rows<Posted>({
    name: 'ledger.posted',
    text: `select t.id, t.policy_version as "policyVersion", t.happened_at as "happenedAt", e.issuer,
        coalesce(-sum(e.amount) filter (where e.unit = 'minutes'), 0)::int as minutes, coalesce(-sum(e.amount) filter (where e.unit = 'points'), 0)::int as points,
        l.id as "lotId", coalesce(l.remaining, 0)::int as "lotRemaining", l.expires_on as "expiresOn"
      from transfers t
      join entries e on e.county_id = t.county_id and e.transfer_id = t.id and e.issuer in ('serviceRecords', 'earningActions')
      left join lots l on l.county_id = t.county_id and l.transfer_id = t.id
      where t.county_id = $1 and t.ref = $2 and t.reason in ('record-minutes', 'record-points', 'rating-bonus', 'action-points')
        and not exists (select 1 from transfers r where r.county_id = t.county_id and r.reverses = t.id)
      group by t.id, t.policy_version, t.happened_at, e.issuer, t.county_id, l.id, l.remaining, l.expires_on, t.reason order by t.reason, t.id`,
    values: [tx.countyId, ref],
  })
}

/**
 * Points of earlier versions of a record that are there again: a voucher had held them when their version was reversed, the newer version's points covered what
 * the county then stood for, and the voucher was given back. They are the newer version's now.
 */
export const findLeft = (tx: Tx, chainId: string): Promise<Left[]> =>
  tx.rows({
    name: 'ledger.left',
    text: `select l.id as "lotId", l.remaining::int as remaining, l.expires_on as "expiresOn" from service_records r
      join transfers t on t.county_id = r.county_id and t.ref = r.id
      join transfers u on u.county_id = t.county_id and u.reverses = t.id
      join lots l on l.county_id = t.county_id and l.transfer_id = t.id and l.remaining > 0
      where r.county_id = $1 and r.chain_id = $2 order by l.expires_on, l.id`,
    values: [tx.countyId, chainId],
  })

/** What the county stands for in a record's chain of versions, or for a counting: absorbed by reversals, less what newer versions covered, what came back, and what its debt paid. */
const absorbedOf = (chain: string): string => `(
  with moved as (
    select t.id, l.id as lot_id
    from (select ${chain} as id union select r.id from service_records r where r.county_id = $1 and r.chain_id = ${chain}) f
    join transfers t on t.county_id = $1 and t.ref = f.id
    left join lots l on l.county_id = t.county_id and l.transfer_id = t.id)
  select -coalesce(sum(amount), 0)::int from (
    select e.amount from (select id from moved union select t.id from transfers t join moved m on t.county_id = $1 and t.reverses = m.id) i
      join entries e on e.county_id = $1 and e.transfer_id = i.id and e.issuer = 'absorbed' and e.lot_id is null and e.unit = 'points'
    union all select e.amount from moved m join entries e on e.county_id = $1 and e.lot_id = m.lot_id and e.issuer = 'absorbed' and e.debt_id is null
    union all select e.amount from debts d join entries e on e.county_id = $1 and e.debt_id = d.id and e.issuer = 'absorbed'
      where d.county_id = $1 and d.transfer_id in (select id from moved)) x)`

/** Points of a record's chain that the county has absorbed: they are gone, and stay with the person. */
export async function findAbsorbed(tx: Tx, chainId: string): Promise<number> {
  const [row] = await tx.rows<{ points: number }>({
    name: 'ledger.absorbed',
    text: `select ${absorbedOf('$2::uuid')} as points`,
    values: [tx.countyId, chainId],
  })
  return row?.points ?? 0
}

/** A lot that a void returned points to. Where its record or counting was reversed meanwhile: the record's chain, or the counting, what the county has absorbed for it, and what is owed. */
export interface Returned {
  lotId: string
  remaining: number
  expiresOn: string
  chainId: string | null
  absorbed: number
  /** What the person owes for that record. */
  debtId: string | null
  owed: number
}

export async function findReturned(tx: Tx, voidId: string): Promise<Returned[]> {
  return tx.rows({
    name: 'ledger.returned',
    text: `with returned as (
        select distinct l.id, l.remaining, l.expires_on, case when undone.id is not null then coalesce(r.chain_id, k.id) end as chain_id from entries e
        join lots l on l.county_id = e.county_id and l.id = e.lot_id and l.remaining > 0
        left join transfers undone on undone.county_id = l.county_id and undone.reverses = l.transfer_id
        left join transfers t on t.county_id = l.county_id and t.id = l.transfer_id
        left join service_records r on r.county_id = t.county_id and r.id = t.ref
        left join action_counts k on k.county_id = t.county_id and k.id = t.ref
        where e.county_id = $1 and e.transfer_id = $2
      )
      select v.id as "lotId", v.remaining, v.expires_on as "expiresOn", v.chain_id as "chainId",
        case when v.chain_id is null then 0 else ${absorbedOf('v.chain_id')} end as absorbed, d.id as "debtId", coalesce(d.remaining, 0)::int as owed
      from returned v
      left join lateral (
        select d.id, d.remaining from service_records r
        join transfers t on t.county_id = r.county_id and t.ref = r.id and t.reason = 'fraud-owed'
        join debts d on d.county_id = t.county_id and d.transfer_id = t.id
        where r.county_id = $1 and r.chain_id = v.chain_id) d on true
      order by v.chain_id, v.id`,
    values: [tx.countyId, voidId],
  })
}

/** Points that end for a person on one day. */
interface Ending {
  personId: string
  expiresOn: string
  points: number
}

/**
 * What ends for whom in these days and was not told: the notice itself is the memory, one for each person and day. The people are locked first, so that of two
 * jobs the later one finds what the earlier one told, and nobody who closes their account meanwhile is told anything.
 */
export async function lockEnding(tx: Tx, fromDay: string, untilDay: string): Promise<Ending[]> {
  await tx.rows({
    name: 'ledger.lock-ending',
    text: `select 1 from people where county_id = $1 and id in (
        select a.person_id from lots l join accounts a on a.county_id = l.county_id and a.id = l.account_id
        where l.county_id = $1 and l.expires_on between $2 and $3 and l.remaining > 0)
      order by id for no key update`,
    values: [tx.countyId, fromDay, untilDay],
  })
  return tx.rows<Ending>({
    name: 'ledger.ending',
    text: `select a.person_id as "personId", l.expires_on as "expiresOn", sum(l.remaining)::int as points
      from lots l
      join accounts a on a.county_id = l.county_id and a.id = l.account_id
      join people p on p.county_id = a.county_id and p.id = a.person_id and p.closed_at is null
      where l.county_id = $1 and l.expires_on between $2 and $3 and l.remaining > 0 and not exists (
        select 1 from notices n where n.county_id = $1 and n.person_id = a.person_id and n.kind = 'points-expiring'
          and n.about = to_char(l.expires_on, 'YYYY-MM-DD'))
      group by a.person_id, l.expires_on order by l.expires_on, a.person_id`,
    values: [tx.countyId, fromDay, untilDay],
  })
}
