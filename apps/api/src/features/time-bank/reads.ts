import { yearSpan } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { TransferReason } from '@sidan/types/ledger'
import type * as bank from '@sidan/types/time-bank'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { findOrder } from '../orders/reads.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { pledgeActions } from './rules.ts'
import { countSaved } from './store.ts'

type Bank = AnswerOf<typeof bank.getTimeBank>
type Gift = AnswerOf<typeof bank.giveTime>

const balanceSql = (code: string) =>
  `coalesce((select balance from accounts where county_id = $1 and person_id = $2 and code = '${code}'), 0)::int`

/** A person's time bank: balances, what may be saved, gifts that wait. Refuses time-bank-off. */
export async function readTimeBank(tx: Tx, actor: Actor): Promise<Bank> {
  const { timeBank } = await policyOf(tx, actor.policyVersion)
  if (timeBank === null) return refuse('time-bank-off')
  const { from, to } = yearSpan(tx.now)
  const [row] = await tx.rows<Omit<Bank, 'savableMinutes' | 'gifts'>>({
    name: 'time-bank.mine',
    text: `select ${balanceSql('timeCredit')} as "ownMinutes", ${balanceSql('receivedCredit')} as "receivedMinutes", ${balanceSql('heldCredit')} as "heldMinutes",
        coalesce((select json_agg(s) from (
          select r.id as "recordId", coalesce(i.title, a.title, e.title, '') as title, r.service_day as "serviceDay", r.clocked_minutes + r.declared_minutes as minutes
          from service_records r
          left join orders o on o.county_id = r.county_id and o.id = r.order_id
          left join catalog_items i on i.county_id = o.county_id and i.id = o.item_id
          left join shifts h on h.county_id = r.county_id and h.id = r.shift_id
          left join activities a on a.county_id = h.county_id and a.id = h.activity_id
          left join record_texts e on e.county_id = r.county_id and e.record_id = r.chain_id
          where r.county_id = $1 and r.person_id = $2 and r.state = 'approved' and r.service_nature = 'voluntary' and r.clocked_minutes + r.declared_minutes > 0
            and not exists (select 1 from transfers t where t.county_id = r.county_id and t.reason = 'credit-save' and t.ref = r.chain_id)
            and not exists (select 1 from time_pledges p where p.county_id = r.county_id and p.order_id = r.order_id and p.state = 'held')
          order by r.started_at desc, r.id limit 50) s), '[]') as savable`,
    values: [tx.countyId, actor.personId],
  })
  if (!row) return refuse('internal-error')
  const saved = await countSaved(tx, actor.personId, from, to)
  return {
    ...row,
    savableMinutes: Math.max(0, timeBank.capMinutesPerYear - saved),
    gifts: await findGifts(tx, actor, null),
  }
}

/** Gifts of a person that wait, or one of whatever state. */
async function findGifts(tx: Tx, actor: Actor, giftId: string | null): Promise<Gift[]> {
  const rows = await tx.rows<Omit<Gift, 'offeredAt' | 'expiresAt'> & { offeredAt: Date; expiresAt: Date }>({
    name: 'time-bank.gifts',
    text: `select id as "giftId", minutes, state, case state when 'offered' then code end as code, offered_at as "offeredAt", expires_at as "expiresAt"
      from time_gifts where county_id = $1 and from_id = $2 and (id = $3 or ($3 is null and state = 'offered')) order by offered_at desc, id limit 50`,
    values: [tx.countyId, actor.personId, giftId],
  })
  return rows.map((row) => ({
    ...row,
    offeredAt: row.offeredAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }))
}

export const readGift = async (tx: Tx, actor: Actor, giftId: string): Promise<Gift> =>
  (await findGifts(tx, actor, giftId))[0] ?? refuse('not-found')

/** What somebody received, for them. */
export async function readReceived(
  tx: Tx,
  actor: Actor,
  giftId: string,
): Promise<AnswerOf<typeof bank.acceptTimeGift>> {
  const [row] = await tx.rows<AnswerOf<typeof bank.acceptTimeGift>>({
    name: 'time-bank.received',
    text: `select g.id as "giftId", g.minutes, p.display_name as "fromName" from time_gifts g
      join people p on p.county_id = g.county_id and p.id = g.from_id where g.county_id = $1 and g.id = $2 and g.to_id = $3`,
    values: [tx.countyId, giftId, actor.personId],
  })
  return row ?? refuse('not-found')
}

interface Movement {
  transferId: string | null
  account: 'timeCredit' | 'receivedCredit' | 'heldCredit'
  reason: TransferReason
  about: string | null
  recordId: string | null
  amountMinutes: number
  balanceMinutes: number
  at: Date
  /** The entry's place in its account: those of one moment stand as they were posted. */
  version: number
  total: number
}

const accounts = { timeCredit: 'own', receivedCredit: 'received', heldCredit: 'held' } as const

/** Movements of a person's three accounts of time credit, newest first; the total is the balances of the same snapshot. */
export async function readTimeCredit(
  tx: Tx,
  actor: Actor,
  asked: { cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof bank.listTimeCredit>> {
  const after = unpackCursor(asked.cursor, 'instant', 'whole', 'word')
  const rows = await tx.rows<Movement>({
    name: 'time-bank.movements',
    text: `with mine as (select id, code, balance from accounts where county_id = $1 and person_id = $2 and code in ('timeCredit', 'receivedCredit', 'heldCredit'))
      select m.*, (select coalesce(sum(balance), 0)::int from mine) as total
      from (select 1) one left join lateral (
        select e.transfer_id as "transferId", a.code as account, t.reason, coalesce(i.title, sa.title, rt.title) as about,
          r.id as "recordId", e.amount::int as "amountMinutes", e.balance_after::int as "balanceMinutes", t.recorded_at as at, e.account_version as version
        from mine a
        join entries e on e.county_id = $1 and e.account_id = a.id
        join transfers t on t.county_id = $1 and t.id = e.transfer_id
        left join service_records r on r.county_id = $1 and r.id = t.ref and r.person_id = $2
        left join time_pledges g on g.county_id = $1 and g.id = t.ref
        left join orders o on o.county_id = $1 and o.id = coalesce(r.order_id, g.order_id)
        left join catalog_items i on i.county_id = $1 and i.id = o.item_id
        left join shifts h on h.county_id = $1 and h.id = r.shift_id
        left join activities sa on sa.county_id = $1 and sa.id = h.activity_id
        left join record_texts rt on rt.county_id = $1 and rt.record_id = r.chain_id
        where $3::timestamptz is null or (t.recorded_at, e.account_version, a.code) < ($3, $4::int, $5::text)
        order by t.recorded_at desc, e.account_version desc, a.code desc limit $6) m on true`,
    values: [tx.countyId, actor.personId, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, asked.limit + 1],
  })
  const entries = rows.filter((row): row is Movement & { transferId: string } => row.transferId !== null)
  return {
    ...pageFrom(
      entries,
      asked.limit,
      (row) => packCursor(row.at.toISOString(), row.version, row.account),
      ({ version: _version, total: _total, ...row }) => ({
        ...row,
        account: accounts[row.account],
        at: row.at.toISOString(),
      }),
    ),
    totalMinutes: rows[0]?.total ?? 0,
  }
}

/** What is set aside for an order, for who asked for it alone, and whether staff did so from the pool, which they alone take back. Refuses not-found, time-bank-off. */
export async function readPledge(tx: Tx, actor: Actor, orderId: string): Promise<AnswerOf<typeof bank.getTimePledge>> {
  const { row: order } = await findOrder(tx, actor, orderId)
  if (order.requesterId !== actor.personId) return refuse('not-found')
  const { timeBank } = await policyOf(tx, actor.policyVersion)
  if (timeBank === null) return refuse('time-bank-off')
  const [found] = await tx.rows<Omit<AnswerOf<typeof bank.getTimePledge>, 'orderId' | 'allowedActions'>>({
    name: 'time-bank.pledge',
    text: `select p.minutes, p.state, coalesce(p.person_id is null and p.state is not null, false) as "fromPool", coalesce(p.paid_minutes, 0) as "paidMinutes", ${balanceSql('timeCredit')} + ${balanceSql('receivedCredit')} as "availableMinutes"
      from (select 1) one left join lateral (
        select minutes, state, paid_minutes, person_id from time_pledges where county_id = $1 and order_id = $3 order by created_at desc limit 1) p on true`,
    values: [tx.countyId, actor.personId, orderId],
  })
  if (!found) return refuse('internal-error')
  const allowed = pledgeActions(order.state, found.state)
  return { ...found, orderId, allowedActions: found.fromPool ? allowed.filter((one) => one !== 'release') : allowed }
}
