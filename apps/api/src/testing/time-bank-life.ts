import { fulfillOrder } from '@sidan/types/order-moves'
import { approveRecord } from '@sidan/types/records'
import * as bank from '@sidan/types/time-bank'
import * as pool from '@sidan/types/time-pool'
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
    await servedAt(w, order.orderId)
  }
  await w.test.db.inCounty(w.county.countyId, settlePledges)
  await give()
  await timePool(w)
}

/** Ten minutes are served at an accepted order and approved, and it is done. */
async function servedAt(w: World, orderId: string): Promise<string> {
  const recordId = await w.checkOut(await w.inService(async () => w.standing('volunteer', orderId)), 10)
  await w.done('keeper', approveRecord, { params: { recordId }, body: { version: 1 } })
  const { version } = await w.standing('volunteer', orderId)
  await w.done('volunteer', fulfillOrder, { params: { orderId }, body: { version } })
  return recordId
}

/** Time is given to the pool, set aside by staff, put back, earned, and some goes back with a record that is corrected; some is held in the end. */
async function timePool(w: World): Promise<void> {
  w.anotherDay()
  await w.done('volunteer', bank.saveTime, { body: { recordId: await w.approved(60) } })
  await w.done('volunteer', pool.giveToPool, { body: { minutes: 40 } })
  const { orderId } = await w.accepted()
  const pledge = (id: string) =>
    w.done('keeper', pool.pledgePoolTime, { params: { orderId: id }, body: { minutes: 15 } })
  await pledge(orderId)
  await w.done('keeper', pool.releasePoolTime, { params: { orderId } })
  await pledge(orderId)
  const recordId = await servedAt(w, orderId)
  await w.test.db.inCounty(w.county.countyId, settlePledges)
  await correct(w, recordId, { end: -3 })
  await pledge((await w.submitted()).orderId)
}
