import { addDays, civilDay, weekday } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { getBalances, TransferReason } from '@sidan/types/ledger'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { findAbsorbed } from './store.ts'

/** The transfer of a fact. Refuses internal-error when there is none: whoever asks has posted it. */
export async function findTransfer(
  tx: Tx,
  reason: TransferReason,
  ref: string,
): Promise<{ id: string; policyVersion: number }> {
  const [row] = await tx.rows<{ id: string; policyVersion: number }>({
    name: 'ledger.transfer',
    text: 'select id, policy_version as "policyVersion" from transfers where county_id = $1 and reason = $2 and ref = $3',
    values: [tx.countyId, reason, ref],
  })
  return row ?? refuse('internal-error', `no ${reason} transfer of ${ref}`)
}

/** What records have earned so far in points, with a rating's bonus; those that earned none are left out. */
export async function earnedPoints(tx: Tx, recordIds: string[]): Promise<Map<string, number>> {
  const rows = await tx.rows<{ ref: string; points: number }>({
    name: 'ledger.earned',
    text: `select t.ref, sum(-e.amount)::int as points from transfers t
      join entries e on e.county_id = t.county_id and e.transfer_id = t.id and e.issuer = 'serviceRecords'
      where t.county_id = $1 and t.reason in ('record-points', 'rating-bonus') and t.ref = any ($2::uuid[]) group by t.ref`,
    values: [tx.countyId, recordIds],
  })
  return new Map(rows.map(({ ref, points }) => [ref, points]))
}

/** What somebody owes by the decision on a record, and which lots have paid of it; `undone` is a lot whose own record was corrected or taken back. */
export interface Debt {
  id: string
  remaining: number
  paid: { lotId: string; points: number; expiresOn: string; undone: boolean }[]
}

/** The debt of a record; none where nothing was booked. */
export async function findDebt(tx: Tx, recordId: string): Promise<Debt | undefined> {
  const [row] = await tx.rows<Debt>({
    name: 'ledger.debt',
    text: `select d.id, d.remaining::int, coalesce((select json_agg(json_build_object('lotId', p.lot_id, 'points', p.points, 'expiresOn', l.expires_on,
          'undone', exists (select 1 from transfers u where u.county_id = l.county_id and u.reverses = l.transfer_id)) order by l.expires_on, l.id)
        from (select e.county_id, e.lot_id, sum(e.amount)::int as points from entries e
          where e.county_id = d.county_id and e.debt_id = d.id and e.issuer = 'absorbed' group by 1, 2 having sum(e.amount) > 0) p
        join lots l on l.county_id = p.county_id and l.id = p.lot_id), '[]') as paid
      from transfers t join debts d on d.county_id = t.county_id and d.transfer_id = t.id
      where t.county_id = $1 and t.reason = 'fraud-owed' and t.ref = $2`,
    values: [tx.countyId, recordId],
  })
  return row
}

/** What the county has absorbed of a record's points, as it is read now: nothing is locked. */
export const readAbsorbed = (tx: Tx, chainId: string): Promise<number> => findAbsorbed(tx, chainId)

/**
 * Takes the locks of these people's earned minutes, for what is decided on them and posts none: until the transaction ends nobody else decides. Returns
 * the minutes; who never earned any is left out.
 */
export async function lockEarnedMinutes(tx: Tx, personIds: string[]): Promise<Map<string, number>> {
  const rows = await tx.rows<{ personId: string; minutes: number }>({
    name: 'ledger.lock-minutes',
    text: `select person_id as "personId", balance::int as minutes from accounts where county_id = $1 and person_id = any ($2::uuid[]) and code = 'earnedMinutes' order by id for no key update`,
    values: [tx.countyId, personIds],
  })
  return new Map(rows.map(({ personId, minutes }) => [personId, minutes]))
}

interface BalanceRow {
  available: number
  held: number
  owed: number
  clocked: number
  declared: number
  earned: number
  credit: number
  level: number
  expiring: number | null
  expires_on: string | null
  weeks: { monday: string; minutes: number }[]
}

/** A person's balances with stars and the last 26 weeks, in one statement. */
export async function readBalances(tx: Tx, actor: Actor): Promise<AnswerOf<typeof getBalances>> {
  const today = civilDay(tx.now)
  const thisMonday = addDays(today, 1 - weekday(today))
  const firstMonday = addDays(thisMonday, -25 * 7)
  const [row] = await tx.rows<BalanceRow>({
    name: 'ledger.balances',
    text: `select
        coalesce((select balance from accounts where county_id = $1 and person_id = $2 and code = 'available'), 0)::int as available,
        coalesce((select balance from accounts where county_id = $1 and person_id = $2 and code = 'held'), 0)::int as held,
        coalesce((select balance from accounts where county_id = $1 and person_id = $2 and code = 'owed'), 0)::int as owed,
        coalesce((select balance from accounts where county_id = $1 and person_id = $2 and code = 'earnedMinutes'), 0)::int as earned,
        coalesce((select to_level from star_changes where county_id = $1 and person_id = $2 order by no desc limit 1), 0) as level,
        coalesce((select sum(balance) from accounts where county_id = $1 and person_id = $2 and code in ('timeCredit', 'receivedCredit', 'heldCredit')), 0)::int as credit,
        r.clocked, r.declared, x.expiring, x.expires_on, r.weeks
      from (
        select coalesce(sum(clocked_minutes), 0)::int as clocked, coalesce(sum(declared_minutes), 0)::int as declared,
          coalesce((select json_agg(json_build_object('monday', w.monday, 'minutes', w.minutes)) from (
            select date_trunc('week', service_day)::date as monday, sum(clocked_minutes + declared_minutes)::int as minutes
            from service_records where county_id = $1 and person_id = $2 and state = 'approved' and service_day >= $3 group by 1) w), '[]') as weeks
        from service_records where county_id = $1 and person_id = $2 and state = 'approved' and service_nature = 'voluntary') r
      left join lateral (
        select sum(l.remaining)::int as expiring, l.expires_on from lots l
        join accounts a on a.county_id = l.county_id and a.id = l.account_id
        where l.county_id = $1 and a.person_id = $2 and l.remaining > 0 and l.expires_on >= $4
        group by l.expires_on order by l.expires_on limit 1) x on true`,
    values: [tx.countyId, actor.personId, firstMonday, today],
  })
  if (!row) return refuse('internal-error')
  const { stars, timeBank } = await policyOf(tx, actor.policyVersion)
  const { ladderHours } = stars
  const byMonday = new Map(row.weeks.map((week) => [week.monday, week.minutes]))
  const next = ladderHours[row.level]
  return {
    availablePoints: row.available,
    heldPoints: row.held,
    owedPoints: row.owed,
    clockedMinutes: row.clocked,
    declaredMinutes: row.declared,
    timeCreditMinutes: timeBank && row.credit,
    nextExpiry: row.expiring && row.expires_on ? { points: row.expiring, expiresOn: row.expires_on } : null,
    stars: {
      level: row.level,
      ladderHours,
      minutesToNext: next === undefined ? null : Math.max(0, next * 60 - row.earned),
    },
    weeks: Array.from({ length: 26 }, (_, index) => {
      const monday = addDays(firstMonday, index * 7)
      return { monday, minutes: byMonday.get(monday) ?? 0 }
    }),
  }
}
