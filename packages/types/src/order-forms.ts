/** What an order form starts with. */
import * as z from 'zod/mini'
import { ServicePlace } from './catalog.ts'
import { endpoint } from './endpoint.ts'
import { CatalogItemId, CountyIdText, UnitId } from './ids.ts'
import { RiskAnswer } from './orders.ts'
import { UnitRef } from './organisation.ts'
import { Instant, Slot } from './units.ts'

/** What the form starts with so that three taps are enough: times, last address, last answers, and the promise. */
export const OrderForm = z.strictObject({
  itemId: CatalogItemId,
  title: z.string(),
  line: z.string(),
  icon: z.string(),
  place: ServicePlace,
  durationMinutes: z.int(),
  forGroup: z.boolean(),
  station: z.strictObject({ ...UnitRef.shape, phone: z.string() }),
  slots: z.array(Slot),
  defaultSlot: Slot,
  address: z.nullable(z.string()),
  phoneMasked: z.nullable(z.string()),
  risks: z.array(z.strictObject({ ...RiskAnswer.shape, present: z.boolean(), answeredBefore: z.boolean() })),
  promisedAt: Instant,
})
export type OrderForm = z.infer<typeof OrderForm>

/** Works signed out too: then nothing is remembered, and the draft waits for sign-in. */
export const getOrderForm = endpoint({
  name: 'getOrderForm',
  method: 'GET',
  path: '/v1/counties/:countyId/order-forms/:itemId',
  access: 'public',
  params: z.strictObject({ countyId: CountyIdText, itemId: CatalogItemId }),
  query: z.strictObject({ stationId: UnitId }),
  reply: OrderForm,
  problems: ['not-found', 'item-not-offered-here'],
})
