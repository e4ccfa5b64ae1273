import type { RedemptionState } from '@sidan/types/rewards'
import { parseShortCode } from '@sidan/types/short-codes'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { makeShortCode } from '../../platform/short-code.ts'
import type { ItemLimit, Verification } from './rules.ts'

export interface ItemRow extends ItemLimit {
  id: string
  title: string
  icon: string
  pricePoints: number
  stockCount: number
  active: boolean
  opensAt: Date | null
  pickUpUnitId: string
  partnerId: string | null
  feeFen: number | null
}

/** Loads an item locked. Refuses not-found. */
export async function lockItem(tx: Tx, itemId: string): Promise<ItemRow> {
  const [row] = await tx.rows<ItemRow>({
    name: 'rewards.lock-item',
    text: `select i.id, i.title, i.icon, i.price_points as "pricePoints", i.stock_count as "stockCount", i.active, i.pick_up_unit_id as "pickUpUnitId",
        i.partner_id as "partnerId", i.fee_fen as "feeFen", i.opens_at as "opensAt", i.limit_per_person as "limitPerPerson", i.limit_days as "limitDays"
      from reward_items i where i.county_id = $1 and i.id = $2 for no key update`,
    values: [tx.countyId, itemId],
  })
  return row ?? refuse('not-found')
}

/** Moves one piece between shelf, held and handed out. */
export async function moveStock(
  tx: Tx,
  itemId: string,
  by: { stock: number; held: number; handedOut: number },
): Promise<void> {
  await tx.rows({
    name: 'rewards.stock',
    text: `update reward_items set stock_count = stock_count + $3, held_count = held_count + $4, handed_out_count = handed_out_count + $5
      where county_id = $1 and id = $2`,
    values: [tx.countyId, itemId, by.stock, by.held, by.handedOut],
  })
}

/**
 * Takes one piece off the shelf, held now. Returns how many things this person exchanged since `monthFrom`, and how many of this one since `itemFrom`,
 * this one among them (what was given back does not count): asked after their points were held, which makes whatever they exchange at the same moment
 * wait for one another.
 */
export async function takePiece(
  tx: Tx,
  itemId: string,
  personId: string,
  { monthFrom, itemFrom }: { monthFrom: Date; itemFrom: Date },
): Promise<{ thisMonthCount: number; ofItemCount: number }> {
  const [row] = await tx.rows<{ month: number; item: number }>({
    name: 'rewards.take',
    text: `update reward_items set stock_count = stock_count - 1, held_count = held_count + 1 where county_id = $1 and id = $2
      returning (select count(*)::int from redemptions r where r.county_id = $1 and r.person_id = $3 and r.created_at >= $4
        and r.state in ('held', 'used')) as month, (select count(*)::int from redemptions r where r.county_id = $1 and r.person_id = $3
        and r.created_at >= $5 and r.item_id = $2 and r.state in ('held', 'used')) as item`,
    values: [tx.countyId, itemId, personId, monthFrom, itemFrom],
  })
  return row ? { thisMonthCount: row.month, ofItemCount: row.item } : refuse('not-found')
}

/** Inserts a held redemption; a typed code that is taken is drawn again. */
export async function insertRedemption(
  tx: Tx,
  row: { id: string; personId: string; payerId: string; item: ItemRow; pickUpBy: Date },
): Promise<void> {
  const rows = await tx.rows({
    name: 'rewards.insert',
    text: `insert into redemptions (county_id, id, person_id, item_id, title, icon, price_points, state, code, pick_up_unit_id, pick_up_by, created_at, partner_id, fee_fen, payer_id)
      values ($1, $2, $3, $4, $5, $6, $7, 'held', $8, $9, $10, $11, $12, $13, nullif($14::uuid, $3)) on conflict (county_id, code) do nothing returning 1`,
    values: [
      tx.countyId,
      row.id,
      row.personId,
      row.item.id,
      row.item.title,
      row.item.icon,
      row.item.pricePoints,
      makeShortCode(7),
      row.item.pickUpUnitId,
      row.pickUpBy,
      tx.now,
      row.item.partnerId,
      row.item.feeFen,
      row.payerId,
    ],
  })
  if (rows.length === 0) await insertRedemption(tx, row)
}

export interface RedemptionRow {
  id: string
  personId: string
  /** Whose points it holds: the holder's, or another's of the family. */
  payerId: string
  itemId: string
  title: string
  pricePoints: number
  state: RedemptionState
  pickUpBy: Date
  pickUpUnitId: string
  pickUpInstituteId: string | null
  partnerId: string | null
  holderName: string
}

const select = `select r.id, r.person_id as "personId", coalesce(r.payer_id, r.person_id) as "payerId", r.item_id as "itemId", r.title, r.price_points as "pricePoints", r.state, r.pick_up_by as "pickUpBy",
    r.pick_up_unit_id as "pickUpUnitId", u.institute_id as "pickUpInstituteId", r.partner_id as "partnerId", p.display_name as "holderName"
  from redemptions r
  join units u on u.county_id = r.county_id and u.id = r.pick_up_unit_id
  join people p on p.county_id = r.county_id and p.id = r.person_id`

const lockWhere = (tx: Tx, name: string, where: string, value: unknown): Promise<RedemptionRow[]> =>
  tx.rows({ name, text: `${select} where r.county_id = $1 and ${where}`, values: [tx.countyId, value] })

/** Loads a redemption locked, by its id. */
export async function lockRedemption(tx: Tx, id: string): Promise<RedemptionRow | undefined> {
  return (await lockWhere(tx, 'rewards.lock', 'r.id = $2 for no key update of r', id))[0]
}

/** Loads a redemption locked, by the code somebody typed. */
export async function lockByCode(tx: Tx, typed: string): Promise<RedemptionRow | undefined> {
  const code = parseShortCode(typed)
  if (code === null) return undefined
  return (await lockWhere(tx, 'rewards.lock-code', 'r.code = $2 for no key update of r', code))[0]
}

/** Vouchers that wait, of others, which this person's points pay for; locked. */
export const lockPaidBy = (tx: Tx, payerId: string): Promise<RedemptionRow[]> =>
  lockWhere(tx, 'rewards.paid-by', `r.payer_id = $2 and r.state = 'held' order by r.id for no key update of r`, payerId)

/** Vouchers nobody fetched in time, locked; those another worker holds are left to it. */
export const lockUnclaimed = (tx: Tx): Promise<RedemptionRow[]> =>
  lockWhere(
    tx,
    'rewards.unclaimed',
    `r.state = 'held' and r.pick_up_by <= $2 order by r.pick_up_by limit 100 for no key update of r skip locked`,
    tx.now,
  )

export async function endRedemption(tx: Tx, id: string, state: 'cancelled' | 'expired'): Promise<void> {
  const text = 'update redemptions set state = $3, ended_at = $4 where county_id = $1 and id = $2'
  await tx.rows({ name: 'rewards.end', text, values: [tx.countyId, id, state, tx.now] })
}

/** It is handed out: used, and once more verified. */
export async function useRedemption(tx: Tx, id: string, verification: Omit<Verification, 'at'>): Promise<void> {
  await tx.rows({
    name: 'rewards.use',
    text: `with used as (
        update redemptions set state = 'used', ended_at = $3, verified_by_id = $5 where county_id = $1 and id = $2
        returning id, pick_up_unit_id, partner_id)
      insert into voucher_verifications (county_id, id, redemption_id, by_id, unit_id, partner_id, at)
      select $1, $4, used.id, $5, used.pick_up_unit_id, used.partner_id, $3 from used`,
    values: [tx.countyId, id, tx.now, verification.id, verification.byId],
  })
}

/** The verification that stands, or else the last that was undone; asked with the redemption locked. */
export async function findVerification(tx: Tx, redemptionId: string): Promise<Verification | undefined> {
  const [row] = await tx.rows<Verification>({
    name: 'rewards.verification',
    text: `select id, by_id as "byId", at from voucher_verifications where county_id = $1 and redemption_id = $2
      order by undone_at desc nulls first, id desc limit 1`,
    values: [tx.countyId, redemptionId],
  })
  return row
}

/** Whether its holder and whoever paid are still there, and the place where it is fetched: none leaves before this transaction ends. */
export async function lockWhoAndWhere(tx: Tx, { personId, payerId, pickUpUnitId }: RedemptionRow): Promise<boolean> {
  const who = [...new Set([personId, payerId])]
  const rows = await tx.rows({
    name: 'rewards.lock-who-and-where',
    text: `select 1 from people p, units u where p.county_id = $1 and p.id = any ($2::uuid[]) and p.closed_at is null
      and u.county_id = $1 and u.id = $3 and u.active for share`,
    values: [tx.countyId, who, pickUpUnitId],
  })
  return rows.length === who.length
}

/** It is held again, and its verification undone. */
export async function holdAgain(tx: Tx, verificationId: string, byId: string): Promise<void> {
  await tx.rows({
    name: 'rewards.hold-again',
    text: `with undone as (
        update voucher_verifications set undone_at = $3, undone_by_id = $4 where county_id = $1 and id = $2 returning redemption_id)
      update redemptions r set state = 'held', ended_at = null, verified_by_id = null from undone
      where r.county_id = $1 and r.id = undone.redemption_id`,
    values: [tx.countyId, verificationId, tx.now, byId],
  })
}
