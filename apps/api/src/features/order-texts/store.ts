import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../platform/db.ts'
import { orders, orderTexts } from '../orders/table.ts'
import { units } from '../organisation/table.ts'

/** Sets words of an order; what is not named stays. */
export async function saveTexts(
  tx: Tx,
  orderId: string,
  words: Partial<Record<'decisionWords' | 'resultNote' | 'ratingWords' | 'reopenWords' | 'note', string | null>>,
): Promise<void> {
  await tx.db
    .update(orderTexts)
    .set(words)
    .where(and(eq(orderTexts.countyId, tx.countyId), eq(orderTexts.orderId, orderId)))
}

/** The sealed contact of an order with its station's phone. */
export async function findContact(tx: Tx, orderId: string) {
  const [found] = await tx.db
    .select({
      beneficiaryName: orderTexts.beneficiaryName,
      addressSealed: orderTexts.addressSealed,
      phoneSealed: orderTexts.phoneSealed,
      stationPhone: units.phone,
    })
    .from(orderTexts)
    .innerJoin(orders, and(eq(orders.countyId, orderTexts.countyId), eq(orders.id, orderTexts.orderId)))
    .innerJoin(units, and(eq(units.countyId, orders.countyId), eq(units.id, orders.stationId)))
    .where(and(eq(orderTexts.countyId, tx.countyId), eq(orderTexts.orderId, orderId)))
  return found
}
