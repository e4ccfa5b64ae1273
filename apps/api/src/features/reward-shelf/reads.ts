import type { AnswerOf } from '@sidan/types/endpoint'
import type { changeShelfItem, listShelf, listStockMoves, StockMoveKind } from '@sidan/types/reward-shelf'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor, Place } from '../roles/rules.ts'
import { findPlace } from '../roles/store.ts'
import { mayAddTo, maySeeShelf, shelfActions } from './rules.ts'

interface MoveRow {
  moveId: string
  kind: StockMoveKind
  count: number
  words: string | null
  byName: string | null
  at: string
}

interface ItemRow extends Place {
  itemId: string
  title: string
  icon: string
  pricePoints: number
  limit: { perPerson: number; days: number } | null
  partner: { partnerId: string; name: string; feeFen: number } | null
  opensAt: Date | null
  active: boolean
  closedNo: number
  pickUpName: string
  receivedCount: number
  stockCount: number
  heldCount: number
  handedOutCount: number
  writtenOffCount: number
  latestMoves: MoveRow[]
}

/** The instant as `toISOString` writes it. */
const instantSql = `to_char(m.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const itemSql = `select i.id as "itemId", i.title, i.icon, i.price_points as "pricePoints", i.opens_at as "opensAt", i.active, (not i.active)::int as "closedNo",
    case when i.limit_days is not null then json_build_object('perPerson', i.limit_per_person, 'days', i.limit_days) end as "limit",
    case when pa.id is not null then json_build_object('partnerId', pa.id, 'name', pa.name, 'feeFen', i.fee_fen) end as partner,
    i.received_count as "receivedCount", i.stock_count as "stockCount", i.held_count as "heldCount", i.handed_out_count as "handedOutCount",
    i.written_off_count as "writtenOffCount", u.id as "stationId", u.institute_id as "instituteId", u.name as "pickUpName",
    (select coalesce(json_agg(m), '[]') from (
      select m.id as "moveId", m.kind, m.count, m.words, p.display_name as "byName", ${instantSql} as at
      from reward_stock_moves m left join people p on p.county_id = m.county_id and p.id = m.by_id
      where m.county_id = i.county_id and m.item_id = i.id order by m.at desc, m.id desc limit 3) m) as "latestMoves"
  from reward_items i join units u on u.county_id = i.county_id and u.id = i.pick_up_unit_id
  left join partners pa on pa.county_id = i.county_id and pa.id = i.partner_id`

function itemOf({ stationId, instituteId, closedNo: _order, ...row }: ItemRow, actor: Actor) {
  return {
    ...row,
    opensAt: row.opensAt?.toISOString() ?? null,
    pickUpUnitId: stationId,
    allowedActions: shelfActions(actor, { pickUp: { stationId, instituteId }, active: row.active }),
  }
}

interface Asked {
  cursor?: string | undefined
  limit: number
}

/** A unit's shelf: what can be exchanged first, then what is closed; cheapest first. */
export async function readShelf(
  tx: Tx,
  actor: Actor,
  unitId: string,
  asked: Asked,
): Promise<AnswerOf<typeof listShelf>> {
  const pickUp = (await findPlace(tx, unitId)) ?? refuse('not-found')
  if (!maySeeShelf(actor, pickUp)) refuse('not-allowed')
  const after = unpackCursor(asked.cursor, 'whole', 'whole', 'id')
  const rows = await tx.rows<ItemRow>({
    name: 'shelf.list',
    text: `${itemSql} where i.county_id = $1 and i.pick_up_unit_id = $2
        and ($3::int is null or ((not i.active)::int, i.price_points, i.id) > ($3, $4::int, $5::uuid))
      order by (not i.active)::int, i.price_points, i.id limit $6`,
    values: [tx.countyId, unitId, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, asked.limit + 1],
  })
  const page = pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.closedNo, row.pricePoints, row.itemId),
    (row) => itemOf(row, actor),
  )
  return { ...page, mayAdd: mayAddTo(actor, pickUp) }
}

/** One item, for whoever sees its shelf. Refuses not-found. */
export async function readShelfItem(tx: Tx, actor: Actor, itemId: string): Promise<AnswerOf<typeof changeShelfItem>> {
  const [row] = await tx.rows<ItemRow>({
    name: 'shelf.one',
    text: `${itemSql} where i.county_id = $1 and i.id = $2`,
    values: [tx.countyId, itemId],
  })
  return row && maySeeShelf(actor, row) ? itemOf(row, actor) : refuse('not-found')
}

/** Every movement of an item, newest first. */
export async function readMoves(
  tx: Tx,
  actor: Actor,
  itemId: string,
  asked: Asked,
): Promise<AnswerOf<typeof listStockMoves>> {
  await readShelfItem(tx, actor, itemId)
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const rows = await tx.rows<MoveRow>({
    name: 'shelf.moves',
    text: `select m.id as "moveId", m.kind, m.count, m.words, p.display_name as "byName", ${instantSql} as at
      from reward_stock_moves m left join people p on p.county_id = m.county_id and p.id = m.by_id
      where m.county_id = $1 and m.item_id = $2 and ($3::timestamptz is null or (m.at, m.id) < ($3, $4::uuid))
      order by m.at desc, m.id desc limit $5`,
    values: [tx.countyId, itemId, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1],
  })
  return pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.at, row.moveId),
    (row) => row,
  )
}
