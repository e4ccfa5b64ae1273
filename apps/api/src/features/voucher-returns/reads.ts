import { addDays, civilDay, momentOf } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { RedemptionState } from '@sidan/types/rewards'
import type { listGivenAtUnit, returnVoucher } from '@sidan/types/voucher-returns'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { maySeePartner } from '../partners/rules.ts'
import { findPartner } from '../partners/store.ts'
import { maySeeShelf } from '../reward-shelf/rules.ts'
import type { Actor } from '../roles/rules.ts'
import { findPlace } from '../roles/store.ts'
import { offersReturn, returnableSince } from './rules.ts'

interface GivenRow {
  id: string | null
  verification_id: string
  title: string
  icon: string
  price_points: number
  state: RedemptionState
  person_id: string
  holder_name: string
  by_id: string
  by_name: string
  at: Date
  returned_at: Date | null
  return_words: string | null
  station_id: string
  institute_id: string | null
  partner_id: string | null
  today_count: number
  today_points: number
}

type Given = AnswerOf<typeof listGivenAtUnit>
interface Asked {
  cursor?: string | undefined
  limit: number
}

const placeSql = {
  unit: 'v.unit_id = $2 and v.partner_id is null',
  partner: 'v.partner_id = $2',
}

/** What was handed out at a place in the days in which it can be brought back, with the day's totals, from one query. */
async function findGiven(tx: Tx, actor: Actor, at: 'unit' | 'partner', placeId: string, asked: Asked): Promise<Given> {
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const since = returnableSince(tx.now)
  const today = civilDay(tx.now)
  const rows = await tx.rows<GivenRow>({
    name: `voucher-returns.given-at-${at}`,
    text: `with given as (
        select v.* from voucher_verifications v where v.county_id = $1 and ${placeSql[at]} and v.at >= $3 and v.undone_at is null),
      total as (
        select count(*)::int as today_count, coalesce(sum(r.price_points), 0)::int as today_points
        from given g join redemptions r on r.county_id = $1 and r.id = g.redemption_id
        where g.at >= $4 and g.at < $5 and g.returned_at is null)
      select r.id, g.id as verification_id, r.title, r.icon, r.price_points, r.state, r.person_id, h.display_name as holder_name, g.by_id, b.display_name as by_name, g.at,
        g.returned_at, g.return_words, u.id as station_id, u.institute_id, g.partner_id, t.today_count, t.today_points
      from total t
      left join given g on $6::timestamptz is null or (g.at, g.id) < ($6, $7::uuid)
      left join redemptions r on r.county_id = $1 and r.id = g.redemption_id
      left join units u on u.county_id = $1 and u.id = g.unit_id
      left join people h on h.county_id = $1 and h.id = r.person_id
      left join people b on b.county_id = $1 and b.id = g.by_id
      order by g.at desc, g.id desc limit $8`,
    values: [
      tx.countyId,
      placeId,
      since,
      momentOf(today),
      momentOf(addDays(today, 1)),
      after?.[0] ?? null,
      after?.[1] ?? null,
      asked.limit + 1,
    ],
  })
  return {
    ...pageFrom(
      rows.flatMap((row) => (row.id === null ? [] : [{ ...row, id: row.id }])),
      asked.limit,
      (row) => packCursor(row.at.toISOString(), row.verification_id),
      (row) => givenOf(row, actor, tx.now),
    ),
    fromDay: civilDay(since),
    todayCount: rows[0]?.today_count ?? 0,
    todayPoints: rows[0]?.today_points ?? 0,
  }
}

function givenOf(row: GivenRow & { id: string }, actor: Actor, now: Date): Given['items'][number] {
  const pickUp = { stationId: row.station_id, instituteId: row.institute_id }
  const handed = { state: row.state, pickUp, partnerId: row.partner_id, personId: row.person_id }
  const verification = { id: row.verification_id, byId: row.by_id, at: row.at }
  return {
    redemptionId: row.id,
    title: row.title,
    icon: row.icon,
    pricePoints: row.price_points,
    holderName: row.holder_name,
    byName: row.by_name,
    usedAt: row.at.toISOString(),
    returnedAt: row.returned_at?.toISOString() ?? null,
    returnWords: row.return_words,
    allowedActions: offersReturn(handed, verification, actor, now) ? ['return'] : [],
  }
}

/** What a unit's own shelf gave out. */
export async function readGivenAtUnit(tx: Tx, actor: Actor, unitId: string, asked: Asked): Promise<Given> {
  const pickUp = (await findPlace(tx, unitId)) ?? refuse('not-found')
  if (!maySeeShelf(actor, pickUp)) refuse('not-allowed')
  return findGiven(tx, actor, 'unit', unitId, asked)
}

/** What a partner gave out. */
export async function readGivenAtPartner(tx: Tx, actor: Actor, partnerId: string, asked: Asked): Promise<Given> {
  const partner = await findPartner(tx, partnerId)
  if (!partner || !maySeePartner(actor, partner)) return refuse('not-found')
  return findGiven(tx, actor, 'partner', partnerId, asked)
}

/** What came back, as who took it sees it. */
export async function readReturned(
  tx: Tx,
  actor: Actor,
  redemptionId: string,
): Promise<AnswerOf<typeof returnVoucher>> {
  const [row] = await tx.rows<{ title: string; pricePoints: number; at: Date }>({
    name: 'voucher-returns.one',
    text: `select r.title, r.price_points as "pricePoints", v.returned_at as at from voucher_verifications v
      join redemptions r on r.county_id = v.county_id and r.id = v.redemption_id
      where v.county_id = $1 and v.redemption_id = $2 and v.returned_by_id = $3`,
    values: [tx.countyId, redemptionId, actor.personId],
  })
  if (!row) return refuse('not-found')
  const { at, ...shown } = row
  return { ...shown, redemptionId, returnedAt: at.toISOString() }
}
