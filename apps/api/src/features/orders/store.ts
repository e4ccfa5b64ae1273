import { createHash } from 'node:crypto'
import type { OrderState, OrderVerb } from '@sidan/types/order-states'
import { parseShortCode } from '@sidan/types/short-codes'
import { and, eq, sql } from 'drizzle-orm'
import { statement, type Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { catalogItems } from '../catalog/table.ts'
import { units } from '../organisation/table.ts'
import { orders } from './table.ts'

const find = (db: Tx['db']) =>
  db
    .select({
      order: orders,
      item: catalogItems,
      station: { opensAt: units.opensAt, closesAt: units.closesAt },
      goerIds: sql<
        string[]
      >`array(select g.person_id from order_goers g where g.county_id = ${orders.countyId} and g.order_id = ${orders.id})`,
    })
    .from(orders)
    .innerJoin(catalogItems, and(eq(catalogItems.countyId, orders.countyId), eq(catalogItems.id, orders.itemId)))
    .innerJoin(units, and(eq(units.countyId, orders.countyId), eq(units.id, orders.stationId)))
    .where(and(eq(orders.countyId, sql.placeholder('countyId')), eq(orders.id, sql.placeholder('orderId'))))

/** An order with its item, station and who goes, locked until the transaction ends. */
export const lockStatement = statement('orders.lock', (db) => find(db).for('no key update', { of: orders }))
/** The same without a lock. */
export const findStatement = statement('orders.find', (db) => find(db))

export type Found = Awaited<ReturnType<typeof findStatement>>[number]

/** How often an order climbed by itself since a version that somebody saw. */
export async function countClimbs(tx: Tx, orderId: string, sinceVersion: number): Promise<number> {
  const [row] = await tx.rows<{ climbs: number }>({
    name: 'orders.climbs',
    text: `select count(*)::int as climbs from order_events where county_id = $1 and order_id = $2 and no > $3 and verb = 'escalate'`,
    values: [tx.countyId, orderId, sinceVersion],
  })
  return row?.climbs ?? 0
}

/** Columns a move may set beside state and version. */
export type OrderPatch = Partial<
  Pick<
    Found['order'],
    | 'slotDay'
    | 'slotPart'
    | 'startsAt'
    | 'endsAt'
    | 'dueAt'
    | 'answeredAt'
    | 'escalationLevel'
    | 'targetKind'
    | 'targetPersonId'
    | 'targetTeamId'
    | 'assigneeId'
    | 'assigneeTeamId'
    | 'duplicateOfId'
    | 'resultCounts'
    | 'resultPhotos'
    | 'ratedStars'
    | 'dispatchedAt'
    | 'acceptedAt'
    | 'startedAt'
    | 'fulfilledAt'
    | 'ratedAt'
    | 'closedAt'
  >
>

export interface OrderSaved {
  verb: OrderVerb
  to: OrderState
  patch?: OrderPatch
  byId: string | null
  toPersonId?: string | null
  toTeamId?: string | null
  reasonCode?: string | null
  level?: number | null
}

const columnOf = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Saves a move: the update, guarded by the version that was locked, and its event, in one statement. Refuses order-changed when the guard misses.
 */
export async function saveMove(
  tx: Tx,
  order: Pick<Found['order'], 'id' | 'version' | 'state'>,
  move: OrderSaved,
): Promise<void> {
  const patch = Object.entries(move.patch ?? {})
  const fixed = [
    tx.countyId,
    order.id,
    order.version,
    move.to,
    move.verb,
    order.state,
    move.byId,
    move.toPersonId ?? null,
    move.toTeamId ?? null,
    move.reasonCode ?? null,
    move.level ?? null,
    tx.now,
  ]
  const sets = patch.map(([key], index) => `, ${columnOf(key)} = $${fixed.length + index + 1}`).join('')
  const [row] = await tx.rows<{ saved: number }>({
    name: `orders.move.${createHash('sha1').update(sets).digest('hex').slice(0, 16)}`,
    text: `with moved as (
        update orders set state = $4, version = version + 1${sets}
        where county_id = $1 and id = $2 and version = $3 returning version),
      written as (
        insert into order_events (county_id, order_id, no, verb, from_state, to_state, by_id, to_person_id, to_team_id, reason_code, level, at)
        select $1, $2, version, $5, $6, $4, $7, $8, $9, $10, $11, $12 from moved returning 1)
      select count(*)::int as saved from written`,
    values: [...fixed, ...patch.map(([key, value]) => (key === 'resultCounts' ? JSON.stringify(value) : value))],
  })
  if (row?.saved !== 1) refuse('order-changed')
}

/** Replaces who goes. */
export async function saveGoers(tx: Tx, orderId: string, personIds: string[]): Promise<void> {
  await tx.rows({
    name: 'orders.goers',
    text: `with gone as (delete from order_goers where county_id = $1 and order_id = $2 and person_id <> all ($3::uuid[]))
      insert into order_goers (county_id, order_id, person_id) select $1, $2, unnest($3::uuid[]) on conflict do nothing`,
    values: [tx.countyId, orderId, personIds],
  })
}

/**
 * Refuses clock-running. A running clock means that the order is in service, so only what can be done to one in service has to ask; after the lock and
 * in a statement of its own: a check-in that we waited for is in its snapshot, and none can begin before we are done.
 */
export async function noClockRuns(tx: Tx, orderId: string): Promise<void> {
  const [running] = await tx.rows({
    name: 'orders.clock-runs',
    text: 'select 1 from clocks where county_id = $1 and order_id = $2 and ended_at is null limit 1',
    values: [tx.countyId, orderId],
  })
  if (running) refuse('clock-running')
}

/** An order by what people say on the phone. */
export async function findByShortCode(
  tx: Tx,
  shortCode: string,
): Promise<{ id: string; state: OrderState } | undefined> {
  const code = parseShortCode(shortCode)
  if (code === null) return undefined
  const [row] = await tx.rows<{ id: string; state: OrderState }>({
    name: 'orders.by-code',
    text: 'select id, state from orders where county_id = $1 and short_code = $2',
    values: [tx.countyId, code],
  })
  return row
}
