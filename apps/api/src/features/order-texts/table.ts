import { foreignKey, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { bytes, countyId, id } from '../../platform/columns.ts'
import { orders } from '../orders/table.ts'

/** Words and personal values of an order: erasable, address and phone sealed. */
export const orderTexts = pgTable(
  'order_texts',
  {
    countyId: countyId(),
    orderId: id('order_id').notNull(),
    beneficiaryName: text('beneficiary_name').notNull(),
    addressSealed: bytes('address_sealed'),
    phoneSealed: bytes('phone_sealed'),
    note: text('note'),
    decisionWords: text('decision_words'),
    resultNote: text('result_note'),
    ratingWords: text('rating_words'),
    reopenWords: text('reopen_words'),
  },
  (t) => [
    primaryKey({ columns: [t.countyId, t.orderId] }),
    foreignKey({ columns: [t.countyId, t.orderId], foreignColumns: [orders.countyId, orders.id] }),
  ],
)
