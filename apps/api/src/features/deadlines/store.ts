import { and, asc, eq, lt, sql } from 'drizzle-orm'
import type { Tx } from '../../platform/db.ts'
import { catalogItems } from '../catalog/table.ts'
import { orders, waitingSql } from '../orders/table.ts'
import { units } from '../organisation/table.ts'

/** Waiting orders past their time, locked; those another worker holds are left to it. */
export async function lockOverdue(tx: Tx) {
  return tx.db
    .select({ order: orders, title: catalogItems.title, station: { opensAt: units.opensAt, closesAt: units.closesAt } })
    .from(orders)
    .innerJoin(catalogItems, and(eq(catalogItems.countyId, orders.countyId), eq(catalogItems.id, orders.itemId)))
    .innerJoin(units, and(eq(units.countyId, orders.countyId), eq(units.id, orders.stationId)))
    .where(and(eq(orders.countyId, tx.countyId), waitingSql, lt(orders.dueAt, tx.now)))
    .orderBy(asc(orders.dueAt))
    .limit(100)
    .for('no key update', { of: orders, skipLocked: true })
}

/** The unit of a tier above an order. */
export async function findUnitOfTier(
  tx: Tx,
  tier: 'station' | 'institute' | 'center',
  order: { stationId: string; instituteId: string | null },
): Promise<string | undefined> {
  if (tier === 'station') return order.stationId
  if (tier === 'institute') return order.instituteId ?? undefined
  const [row] = await tx.rows<{ id: string }>({
    name: 'deadlines.center',
    text: `select id from units where county_id = $1 and tier = 'center' limit 1`,
    values: [tx.countyId],
  })
  return row?.id
}

/** Orders that were done and whose time for rating or reopening is over, locked. */
export async function lockOver(tx: Tx) {
  return tx.db
    .select({ order: orders })
    .from(orders)
    .where(
      and(
        eq(orders.countyId, tx.countyId),
        sql`${orders.state} in ('fulfilled', 'rated')`,
        lt(orders.fulfilledAt, new Date(tx.now.getTime() - 86_400_000)),
      ),
    )
    .orderBy(asc(orders.fulfilledAt))
    .limit(500)
    .for('no key update', { of: orders, skipLocked: true })
}
