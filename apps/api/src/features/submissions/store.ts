import { and, eq, sql } from 'drizzle-orm'
import { statement, type Tx } from '../../platform/db.ts'
import { makeShortCode } from '../../platform/short-code.ts'
import { catalogItems } from '../catalog/table.ts'
import { orderTexts } from '../order-texts/table.ts'
import { orderEvents, orders } from '../orders/table.ts'
import { units } from '../organisation/table.ts'
import { people } from '../people/table.ts'

const offerStatement = statement('submissions.offer', (db) =>
  db
    .select({
      item: catalogItems,
      station: units,
      person: people,
      offered: sql<boolean>`(${catalogItems.active} and ${units.active} and ${units.tier} = 'station'
        and (${catalogItems.unitId} is null or ${catalogItems.unitId} in (${units.id}, ${units.instituteId})))`,
    })
    .from(catalogItems)
    .innerJoin(units, and(eq(units.countyId, catalogItems.countyId), eq(units.id, sql.placeholder('stationId'))))
    .leftJoin(people, and(eq(people.countyId, catalogItems.countyId), eq(people.id, sql.placeholder('me'))))
    .where(and(eq(catalogItems.countyId, sql.placeholder('countyId')), eq(catalogItems.id, sql.placeholder('itemId')))),
)

/** An item at a station with what is remembered of the person; `offered` is whether it can be ordered there. */
export async function findOffer(tx: Tx, personId: string | null, itemId: string, stationId: string) {
  const [found] = await offerStatement(tx, { countyId: tx.countyId, itemId, stationId, me: personId })
  return found
}

type NewOrder = Omit<
  typeof orders.$inferInsert,
  'countyId' | 'shortCode' | 'version' | 'escalationLevel' | 'submittedAt'
> &
  Pick<typeof orderTexts.$inferInsert, 'beneficiaryName' | 'addressSealed' | 'phoneSealed' | 'note'>

/** Inserts an order with its words and its first event. A short code that is taken is drawn again. */
export async function insertOrder(tx: Tx, order: NewOrder): Promise<void> {
  const { beneficiaryName, addressSealed, phoneSealed, note, ...row } = order
  const inserted = await tx.db
    .insert(orders)
    .values({
      ...row,
      countyId: tx.countyId,
      shortCode: makeShortCode(6),
      version: 1,
      escalationLevel: 0,
      submittedAt: tx.now,
    })
    .onConflictDoNothing({ target: [orders.countyId, orders.shortCode] })
    .returning({ id: orders.id })
  if (inserted.length === 0) return insertOrder(tx, order)
  await tx.db
    .insert(orderTexts)
    .values({ countyId: tx.countyId, orderId: row.id, beneficiaryName, addressSealed, phoneSealed, note })
  await tx.db.insert(orderEvents).values({
    countyId: tx.countyId,
    orderId: row.id,
    no: 1,
    verb: 'submit',
    toState: row.state,
    byId: row.requesterId,
    at: tx.now,
  })
}

/** Remembers answers, address and phone for the next order; null leaves what is there. */
export async function rememberFor(
  tx: Tx,
  personId: string,
  what: {
    risks: { code: string; present: boolean }[]
    addressSealed: Buffer | null
    phoneSealed: Buffer | null
    homeStationId: string | null
  },
): Promise<void> {
  await tx.rows({
    name: 'submissions.remember',
    text: `update people set remembered_risks = remembered_risks || $3::jsonb, address_sealed = coalesce($4, address_sealed),
        phone_sealed = coalesce($5, phone_sealed), home_station_id = coalesce(home_station_id, $6)
      where county_id = $1 and id = $2`,
    values: [
      tx.countyId,
      personId,
      JSON.stringify(Object.fromEntries(what.risks.map((risk) => [risk.code, risk.present]))),
      what.addressSealed,
      what.phoneSealed,
      what.homeStationId,
    ],
  })
}

/** Corrects the words and contact of an order; null leaves what is there. */
export async function saveContact(
  tx: Tx,
  orderId: string,
  what: { addressSealed: Buffer | null; phoneSealed: Buffer | null; note: string | null },
): Promise<void> {
  await tx.rows({
    name: 'submissions.contact',
    text: `update order_texts set address_sealed = coalesce($3, address_sealed), phone_sealed = coalesce($4, phone_sealed), note = coalesce($5, note)
      where county_id = $1 and order_id = $2`,
    values: [tx.countyId, orderId, what.addressSealed, what.phoneSealed, what.note],
  })
}
