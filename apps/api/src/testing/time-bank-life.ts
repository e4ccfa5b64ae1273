import { fulfillOrder } from '@sidan/types/order-moves'
import { approveRecord } from '@sidan/types/records'
import * as bank from '@sidan/types/time-bank'
import { settlePledges } from '../features/time-bank/settle-pledge.ts'
import { correct } from './corrections.ts'
import type { World } from './world.ts'

/** Time is saved, given, taken back, set aside and earned; and goes back with a record that is corrected. */
export async function timeBank(w: World): Promise<void> {
  const recordId = await w.approved(60)
  await w.done('volunteer', bank.saveTime, { body: { recordId } })
  const give = () => w.done('volunteer', bank.giveTime, { body: { minutes: 20 } })
  const { giftId } = await give()
  await w.done('volunteer', bank.cancelTimeGift, { params: { giftId } })
  await w.done('resident', bank.acceptTimeGift, { body: { code: (await give()).code } })
  await correct(w, recordId, { end: -10 })
  for (const minutes of [15, 5]) {
    const order = await w.accepted()
    await w.done('resident', bank.pledgeTime, { params: { orderId: order.orderId }, body: { minutes } })
    const served = await w.checkOut(await w.inService(async () => w.standing('volunteer', order.orderId)), 10)
    await w.done('keeper', approveRecord, { params: { recordId: served }, body: { version: 1 } })
    const { version } = await w.standing('volunteer', order.orderId)
    await w.done('volunteer', fulfillOrder, { params: { orderId: order.orderId }, body: { version } })
  }
  await w.test.db.inCounty(w.county.countyId, settlePledges)
  await give()
}
