import type { StockMoveKind } from '@sidan/types/reward-shelf'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { rewardItems } from '../rewards/table.ts'
import type { Place } from '../roles/rules.ts'
import type { Counted, PickUp } from './rules.ts'
import { rewardStockMoves } from './table.ts'

/** What staff write about an item. */
export type Written = Pick<
  typeof rewardItems.$inferInsert,
  'title' | 'icon' | 'pricePoints' | 'limitPerPerson' | 'limitDays' | 'opensAt' | 'feeFen'
>

/** A unit that is open, locked against being closed meanwhile. */
export async function lockPickUp(tx: Tx, unitId: string): Promise<PickUp | undefined> {
  const text = `select id as "stationId", institute_id as "instituteId", tier from units where county_id = $1 and id = $2 and active for share`
  const [row] = await tx.rows<PickUp>({ name: 'shelf.lock-pick-up', text, values: [tx.countyId, unitId] })
  return row
}

export interface LockedItem {
  id: string
  active: boolean
  stockCount: number
  partnerId: string | null
  pickUp: Place
}

/** An item, locked as whoever exchanges it locks it. */
export async function lockShelfItem(tx: Tx, itemId: string): Promise<LockedItem | undefined> {
  const [row] = await tx.rows<Omit<LockedItem, 'pickUp'> & Place>({
    name: 'shelf.lock',
    text: `select i.id, i.active, i.stock_count as "stockCount", i.partner_id as "partnerId", u.id as "stationId", u.institute_id as "instituteId"
      from reward_items i join units u on u.county_id = i.county_id and u.id = i.pick_up_unit_id
      where i.county_id = $1 and i.id = $2 for no key update of i`,
    values: [tx.countyId, itemId],
  })
  if (!row) return undefined
  const { stationId, instituteId, ...item } = row
  return { ...item, pickUp: { stationId, instituteId } }
}

/** Adds an item without a piece; the first come as a movement. */
export async function insertItem(
  tx: Tx,
  row: Written & { id: string; pickUpUnitId: string; partnerId: string | null },
): Promise<void> {
  const none = { receivedCount: 0, stockCount: 0, heldCount: 0, handedOutCount: 0 }
  await tx.db.insert(rewardItems).values({ ...row, ...none, countyId: tx.countyId, active: true })
}

/** Saves what changed. */
export async function saveItem(tx: Tx, itemId: string, changed: Partial<Written & { active: boolean }>): Promise<void> {
  if (Object.keys(changed).length === 0) return
  await tx.db
    .update(rewardItems)
    .set(changed)
    .where(and(eq(rewardItems.countyId, tx.countyId), eq(rewardItems.id, itemId)))
}

export interface Move {
  itemId: string
  kind: StockMoveKind
  count: number
  words: string | null
  byId: string
}

/** Writes a movement down, and what it does to the counts. */
export async function insertMove(tx: Tx, move: Move, by: Counted): Promise<void> {
  await tx.db.insert(rewardStockMoves).values({ ...move, countyId: tx.countyId, id: newId(), at: tx.now })
  await tx.rows({
    name: 'shelf.count',
    text: `update reward_items set received_count = received_count + $3, stock_count = stock_count + $4, written_off_count = written_off_count + $5
      where county_id = $1 and id = $2`,
    values: [tx.countyId, move.itemId, by.received, by.stock, by.writtenOff],
  })
}
