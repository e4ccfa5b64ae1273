import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../platform/db.ts'
import { orderTexts } from './table.ts'

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
export async function findContact(
  tx: Tx,
  orderId: string,
): Promise<
  | { beneficiaryName: string; addressSealed: Buffer | null; phoneSealed: Buffer | null; stationPhone: string }
  | undefined
> {
  const [found] = await tx.rows<{
    beneficiaryName: string
    addressSealed: Buffer | null
    phoneSealed: Buffer | null
    stationPhone: string
  }>({
    name: 'order-texts.contact',
    text: `select t.beneficiary_name as "beneficiaryName", t.address_sealed as "addressSealed", t.phone_sealed as "phoneSealed", u.phone as "stationPhone"
      from order_texts t
      join orders o on o.county_id = t.county_id and o.id = t.order_id
      join units u on u.county_id = o.county_id and u.id = o.station_id
      where t.county_id = $1 and t.order_id = $2`,
    values: [tx.countyId, orderId],
  })
  return found
}
