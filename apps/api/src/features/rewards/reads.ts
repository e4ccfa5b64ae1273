import type { AnswerOf } from '@sidan/types/endpoint'
import type { getRedemption, listMyRedemptions, listRewardItems, RedemptionState } from '@sidan/types/rewards'
import type { Crypto } from '../../platform/crypto.ts'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { voucherSecret } from './rules.ts'

interface Shelf {
  id: string
  title: string
  icon: string
  price_points: number
  stock_count: number
  pick_up_unit_id: string
  pick_up_name: string
  pick_up_address: string | null
  limit_per_person: number | null
  limit_days: number | null
  opens_at: Date | null
  available: number
  all_count: number
}

/** The shelf of the caller's station, its institute and the center, cheapest first, and what the caller has. */
export async function readRewardItems(
  tx: Tx,
  actor: Actor,
  asked: { cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listRewardItems>> {
  const after = unpackCursor(asked.cursor, 'whole', 'id')
  const rows = await tx.rows<Shelf>({
    name: 'rewards.shelf',
    text: `with balance as (
        select coalesce((select balance from accounts where county_id = $1 and person_id = $2 and code = 'available'), 0)::int as points),
      places as (
        select u.id from units u where u.county_id = $1 and (u.tier = 'center' or $3::uuid is null or u.id = $3
          or u.id = (select h.institute_id from units h where h.county_id = $1 and h.id = $3))),
      shelf as (
        select i.* from reward_items i where i.county_id = $1 and i.active and i.pick_up_unit_id in (select id from places))
      select s.id, s.title, s.icon, s.price_points, s.stock_count, s.pick_up_unit_id, coalesce(pa.name, u.name) as pick_up_name, pa.address as pick_up_address,
        b.points as available,
        s.limit_per_person, s.limit_days, s.opens_at,
        (select count(*)::int from shelf) as all_count
      from balance b
      left join shelf s on $4::int is null or (s.price_points, s.id) > ($4, $5::uuid)
      left join units u on u.county_id = $1 and u.id = s.pick_up_unit_id
      left join partners pa on pa.county_id = $1 and pa.id = s.partner_id
      order by s.price_points, s.id limit $6`,
    values: [tx.countyId, actor.personId, actor.homeStationId, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1],
  })
  const first = rows[0]
  const available = first?.available ?? 0
  const shelf = rows.filter((row) => row.id !== null)
  return {
    ...pageFrom(
      shelf,
      asked.limit,
      (row) => packCursor(row.price_points, row.id),
      (row) => ({
        itemId: row.id,
        title: row.title,
        icon: row.icon,
        pricePoints: row.price_points,
        stockCount: row.stock_count,
        pickUpUnitId: row.pick_up_unit_id,
        pickUpName: row.pick_up_name,
        pickUpAddress: row.pick_up_address,
        limit:
          row.limit_per_person !== null && row.limit_days !== null
            ? { perPerson: row.limit_per_person, days: row.limit_days }
            : null,
        opensAt: row.opens_at !== null && row.opens_at > tx.now ? row.opens_at.toISOString() : null,
      }),
    ),
    availablePoints: available,
    allCount: first?.all_count ?? 0,
  }
}

interface Own {
  id: string
  title: string
  icon: string
  price_points: number
  state: RedemptionState
  code: string
  pick_up_name: string
  pick_up_address: string | null
  pick_up_by: Date
  created_at: Date
  ended_at: Date | null
  verified_by_name: string | null
  payer_name: string | null
}

const ownSql = `select r.id, r.title, r.icon, r.price_points, r.state, r.code, coalesce(pa.name, u.name) as pick_up_name, pa.address as pick_up_address,
    r.pick_up_by, r.created_at, r.ended_at,
    v.display_name as verified_by_name, py.display_name as payer_name
  from redemptions r
  join units u on u.county_id = r.county_id and u.id = r.pick_up_unit_id
  left join people py on py.county_id = r.county_id and py.id = r.payer_id
  left join partners pa on pa.county_id = r.county_id and pa.id = r.partner_id
  left join people v on v.county_id = r.county_id and v.id = r.verified_by_id`

function redemptionOf(row: Own, crypto: Crypto): AnswerOf<typeof getRedemption> {
  const held = row.state === 'held'
  return {
    redemptionId: row.id,
    title: row.title,
    icon: row.icon,
    pricePoints: row.price_points,
    state: row.state,
    pickUpName: row.pick_up_name,
    pickUpAddress: row.pick_up_address,
    pickUpBy: row.pick_up_by.toISOString(),
    createdAt: row.created_at.toISOString(),
    usedAt: row.state === 'used' ? (row.ended_at?.toISOString() ?? null) : null,
    verifiedByName: row.verified_by_name,
    payerName: row.payer_name,
    secret: held ? voucherSecret(row.id, crypto.deriveSecret('voucher', row.id)) : null,
    code: held ? row.code : null,
    allowedActions: held ? ['cancel'] : [],
  }
}

/** One redemption of the caller's own. */
export async function readRedemption(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  id: string,
): Promise<AnswerOf<typeof getRedemption>> {
  const [row] = await tx.rows<Own>({
    name: 'rewards.one',
    text: `${ownSql} where r.county_id = $1 and r.person_id = $2 and r.id = $3`,
    values: [tx.countyId, actor.personId, id],
  })
  return row ? redemptionOf(row, crypto) : refuse('not-found')
}

/** 我换过的: newest first. */
export async function readMyRedemptions(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  asked: { cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listMyRedemptions>> {
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const rows = await tx.rows<Own>({
    name: 'rewards.mine',
    text: `${ownSql} where r.county_id = $1 and r.person_id = $2 and ($3::timestamptz is null or (r.created_at, r.id) < ($3, $4::uuid))
      order by r.created_at desc, r.id desc limit $5`,
    values: [tx.countyId, actor.personId, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1],
  })
  return pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.created_at.toISOString(), row.id),
    (row) => redemptionOf(row, crypto),
  )
}
