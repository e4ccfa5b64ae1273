import { parseShortCode } from '@sidan/types/short-codes'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../platform/db.ts'
import { makeShortCode } from '../../platform/short-code.ts'
import type { Served } from './rules.ts'
import { timeGifts, timePledges } from './table.ts'

/** A person's time credit, locked in id order as every posting does. */
export async function lockCredit(tx: Tx, personId: string): Promise<{ own: number; received: number; held: number }> {
  const rows = await tx.rows<{ code: string; balance: number }>({
    name: 'time-bank.lock',
    text: `select code, balance::int from accounts where county_id = $1 and person_id = $2
        and code in ('timeCredit', 'receivedCredit', 'heldCredit') order by id for no key update`,
    values: [tx.countyId, personId],
  })
  const of = (code: string) => rows.find((row) => row.code === code)?.balance ?? 0
  return { own: of('timeCredit'), received: of('receivedCredit'), held: of('heldCredit') }
}

/** What stands in the way of saving a record: that it was saved, or that somebody set time aside for its order. */
export async function findSaved(
  tx: Tx,
  record: { chainId: string; orderId: string | null },
): Promise<{ saved: boolean; pledged: boolean }> {
  const [found] = await tx.rows<{ saved: boolean; pledged: boolean }>({
    name: 'time-bank.saved',
    text: `select exists (select 1 from transfers where county_id = $1 and reason = 'credit-save' and ref = $2) as saved,
        exists (select 1 from time_pledges where county_id = $1 and order_id = $3 and state = 'held') as pledged`,
    values: [tx.countyId, record.chainId, record.orderId],
  })
  return found ?? { saved: false, pledged: false }
}

/** Minutes that a person saved between two moments: what was made, not what others paid. */
export async function countSaved(tx: Tx, personId: string, from: Date, to: Date): Promise<number> {
  const [row] = await tx.rows<{ minutes: number }>({
    name: 'time-bank.year',
    text: `select coalesce(-sum(e.amount), 0)::int as minutes from transfers t
      join service_records r on r.county_id = t.county_id and r.id = t.ref and r.person_id = $2
      join entries e on e.county_id = t.county_id and e.transfer_id = t.id and e.issuer = 'timeBank'
      where t.county_id = $1 and t.reason = 'credit-save' and t.recorded_at >= $3 and t.recorded_at < $4`,
    values: [tx.countyId, personId, from, to],
  })
  return row?.minutes ?? 0
}

/** Puts a gift down under a code that nobody else has. */
export async function insertGift(
  tx: Tx,
  gift: { id: string; fromId: string; minutes: number; expiresAt: Date },
): Promise<void> {
  const rows = await tx.rows({
    name: 'time-bank.insert-gift',
    text: `insert into time_gifts (county_id, id, from_id, code, minutes, state, offered_at, expires_at) values ($1, $2, $3, $4, $5, 'offered', $6, $7)
      on conflict (county_id, code) do nothing returning 1`,
    values: [tx.countyId, gift.id, gift.fromId, makeShortCode(8), gift.minutes, tx.now, gift.expiresAt],
  })
  if (rows.length === 0) await insertGift(tx, gift)
}

export type GiftRow = typeof timeGifts.$inferSelect

export async function lockGift(tx: Tx, giftId: string): Promise<GiftRow | undefined> {
  const [row] = await tx.db
    .select()
    .from(timeGifts)
    .where(and(eq(timeGifts.countyId, tx.countyId), eq(timeGifts.id, giftId)))
    .for('no key update')
  return row
}

/** The gift that a typed code names, locked. */
export async function lockGiftByCode(tx: Tx, typed: string): Promise<GiftRow | undefined> {
  const code = parseShortCode(typed)
  if (code === null) return undefined
  const [row] = await tx.db
    .select()
    .from(timeGifts)
    .where(and(eq(timeGifts.countyId, tx.countyId), eq(timeGifts.code, code)))
    .for('no key update')
  return row
}

/** Gifts whose time is over, locked; those another worker holds are left to it. */
export const lockLapsedGifts = (tx: Tx): Promise<GiftRow[]> =>
  tx.rows({
    name: 'time-bank.lapsed',
    text: `select id, from_id as "fromId", minutes from time_gifts where county_id = $1 and state = 'offered' and expires_at <= $2
      order by expires_at limit 200 for no key update skip locked`,
    values: [tx.countyId, tx.now],
  })

export async function endGift(
  tx: Tx,
  giftId: string,
  state: 'accepted' | 'cancelled' | 'expired',
  toId: string | null = null,
): Promise<void> {
  await tx.rows({
    name: 'time-bank.end-gift',
    text: 'update time_gifts set state = $3, to_id = $4, ended_at = $5 where county_id = $1 and id = $2',
    values: [tx.countyId, giftId, state, toId, tx.now],
  })
}

export type PledgeRow = typeof timePledges.$inferSelect

export async function insertPledge(
  tx: Tx,
  pledge: Pick<PledgeRow, 'id' | 'orderId' | 'personId' | 'setById' | 'minutes' | 'receivedMinutes'>,
): Promise<boolean> {
  const rows = await tx.rows({
    name: 'time-bank.insert-pledge',
    text: `insert into time_pledges (county_id, id, order_id, person_id, set_by_id, minutes, received_minutes, paid_minutes, state, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, 0, 'held', $8) on conflict do nothing returning 1`,
    values: [
      tx.countyId,
      pledge.id,
      pledge.orderId,
      pledge.personId,
      pledge.setById,
      pledge.minutes,
      pledge.receivedMinutes,
      tx.now,
    ],
  })
  return rows.length === 1
}

/** What is set aside for an order, locked. */
export async function lockPledge(tx: Tx, orderId: string): Promise<PledgeRow | undefined> {
  const [row] = await tx.db
    .select()
    .from(timePledges)
    .where(and(eq(timePledges.countyId, tx.countyId), eq(timePledges.orderId, orderId), eq(timePledges.state, 'held')))
    .for('no key update')
  return row
}

export async function endPledge(tx: Tx, pledgeId: string, paidMinutes: number): Promise<void> {
  await tx.rows({
    name: 'time-bank.end-pledge',
    text: `update time_pledges set state = case when $3 > 0 then 'paid' else 'released' end, paid_minutes = $3, ended_at = $4
      where county_id = $1 and id = $2`,
    values: [tx.countyId, pledgeId, paidMinutes, tx.now],
  })
}

/** Orders that time is held for and that are served or over. */
export async function findPledged(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ orderId: string }>({
    name: 'time-bank.pledged',
    text: `select p.order_id as "orderId" from time_pledges p join orders o on o.county_id = p.county_id and o.id = p.order_id
      where p.county_id = $1 and p.state = 'held' and o.state in ('fulfilled', 'rated', 'closed', 'rejected', 'cancelled', 'duplicate')
      order by p.created_at limit 200`,
    values: [tx.countyId],
  })
  return rows.map(({ orderId }) => orderId)
}

/** What was served at an order: its records locked, so that none is decided, corrected or saved at the same moment. */
export async function lockServed(tx: Tx, orderId: string): Promise<Served> {
  const [order] = await tx.rows<Pick<Served, 'state'>>({
    name: 'time-bank.order',
    text: 'select state from orders where county_id = $1 and id = $2 for no key update',
    values: [tx.countyId, orderId],
  })
  const rows = await tx.rows<{ chainId: string; personId: string; minutes: number; state: string; counts: boolean }>({
    name: 'time-bank.served',
    text: `select chain_id as "chainId", person_id as "personId", clocked_minutes + declared_minutes as minutes, state,
        service_nature = 'voluntary' and not exists (select 1 from transfers t where t.county_id = r.county_id and t.reason = 'credit-save' and t.ref = r.chain_id) as counts
      from service_records r where county_id = $1 and order_id = $2 order by started_at, id for no key update of r`,
    values: [tx.countyId, orderId],
  })
  return {
    state: order?.state ?? 'cancelled',
    undecided: rows.filter(({ state }) => ['pending', 'conflict', 'onNotice'].includes(state)).length,
    records: rows.filter(({ state, counts }) => state === 'approved' && counts),
  }
}

/** What a record's chain brought in time credit and was not taken back, and who paid it, a person's id or the issuer; undefined when nothing was saved. */
export async function findCredited(tx: Tx, chainId: string): Promise<{ minutes: number; payer: string } | undefined> {
  const [row] = await tx.rows<{ minutes: number; payer: string }>({
    name: 'time-bank.credited',
    text: `select (select sum(e.amount) from transfers t join entries e on e.county_id = t.county_id and e.transfer_id = t.id and e.amount > 0
          where t.county_id = s.county_id and t.id = s.id)::int - coalesce((
          select sum(e.amount) from service_records r join transfers b on b.county_id = r.county_id and b.reason = 'credit-take-back' and b.ref = r.id
          join entries e on e.county_id = b.county_id and e.transfer_id = b.id and e.amount > 0
          where r.county_id = s.county_id and r.chain_id = $2), 0)::int as minutes,
        (select coalesce(a.person_id::text, e.issuer) from entries e left join accounts a on a.county_id = e.county_id and a.id = e.account_id
          where e.county_id = s.county_id and e.transfer_id = s.id and e.amount < 0 limit 1) as payer
      from transfers s where s.county_id = $1 and s.reason = 'credit-save' and s.ref = $2`,
    values: [tx.countyId, chainId],
  })
  return row
}
