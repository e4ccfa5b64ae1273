/** 时间银行: requests that succeed, and what saving, giving and setting time aside may be refused with. */
import { approveRecord, getRecordWhy } from '@sidan/types/records'
import * as bank from '@sidan/types/time-bank'
import { newId } from '../../platform/ids.ts'
import { run } from '../papers.ts'
import type { World } from '../world.ts'
import { type Refusing, type Request, refused } from './verbs.ts'

type Asks = (w: World) => Promise<Request>

/** Ten approved minutes: on another day where this one has reached its cap. */
async function served(w: World): Promise<string> {
  const recordId = await w.approved(10)
  const { record } = await w.done('volunteer', getRecordWhy, { params: { recordId } })
  if (record.clockedMinutes > 0) return recordId
  w.anotherDay()
  return served(w)
}
/** The volunteer has saved so much more. */
export async function saved(w: World): Promise<string> {
  const recordId = await served(w)
  await w.done('volunteer', bank.saveTime, { body: { recordId } })
  return recordId
}
const saving =
  (as: string, made: (w: World) => Promise<string>): Asks =>
  async (w) => ({ as, body: { recordId: await made(w) } })
/** A gift of the volunteer's that waits. */
async function gift(w: World): Promise<bank.TimeGift> {
  await saved(w)
  return w.done('volunteer', bank.giveTime, { body: { minutes: 10 } })
}
const accepting =
  (as: string, code?: string): Asks =>
  async (w) => ({ as, body: { code: code ?? (await gift(w)).code } })
/** An order of the resident's, who has time to spend. */
async function order(w: World): Promise<string> {
  await w.done('resident', bank.acceptTimeGift, { body: { code: (await gift(w)).code } })
  return (await w.submitted()).orderId
}
const onOrder =
  (as: string, made: (w: World) => Promise<string>, body?: object): Asks =>
  async (w) => ({ as, params: { orderId: await made(w) }, ...(body ? { body } : {}) })
export const ten = { minutes: 10 }
/** The resident set time aside for an order of theirs. */
export async function pledged(w: World): Promise<string> {
  const orderId = await order(w)
  await w.done('resident', bank.pledgeTime, { params: { orderId }, body: ten })
  return orderId
}
const inDaye =
  (asks: Asks): Asks =>
  async (w) => ({ ...(await asks(w)), inDaye: true })
const nobody = async () => newId()
const inDayeOrdered = async (w: World) => (await w.daye.submitted()).orderId

export const timeRequests: Record<string, (w: World) => Promise<Request> | Request> = {
  [bank.getTimeBank.name]: () => ({ as: 'volunteer' }),
  [bank.listTimeCredit.name]: () => ({ as: 'volunteer', query: { limit: '5' } }),
  [bank.saveTime.name]: saving('volunteer', served),
  [bank.giveTime.name]: async (w) => {
    await saved(w)
    return { as: 'volunteer', body: ten }
  },
  [bank.cancelTimeGift.name]: async (w) => ({ as: 'volunteer', params: { giftId: (await gift(w)).giftId } }),
  [bank.acceptTimeGift.name]: accepting('neighbour'),
  [bank.getTimePledge.name]: onOrder('resident', order),
  [bank.pledgeTime.name]: onOrder('resident', order, ten),
  [bank.releaseTimePledge.name]: onOrder('resident', pledged),
}

export const refusalsOfTime: Refusing[] = [
  refused(bank.getTimeBank, 'time-bank-off', 'the county keeps none', () => ({ as: 'resident', inDaye: true })),
  refused(bank.saveTime, 'time-bank-off', 'the county keeps none', inDaye(saving('volunteer', nobody))),
  refused(bank.saveTime, 'not-found', 'there is no such record', saving('volunteer', nobody)),
  refused(bank.saveTime, 'not-found', 'it is somebody else’s', saving('neighbour', served)),
  refused(
    bank.saveTime,
    'record-not-approved',
    'it waits',
    saving('volunteer', (w) => w.record(10)),
  ),
  refused(bank.saveTime, 'time-saved-already', 'it was saved', saving('volunteer', saved)),
  refused(
    bank.saveTime,
    'time-pledged',
    'time is set aside for its order',
    saving('volunteer', async (w) => {
      const { orderId } = await w.accepted()
      await w.done('resident', bank.acceptTimeGift, { body: { code: (await gift(w)).code } })
      await w.done('resident', bank.pledgeTime, { params: { orderId }, body: ten })
      const recordId = await w.checkOut(await w.inService(async () => w.standing('volunteer', orderId)), 10)
      await w.done('keeper', approveRecord, { params: { recordId }, body: { version: 1 } })
      return recordId
    }),
  ),
  refused(
    bank.saveTime,
    'over-saving-limit',
    'it is longer than what is left of the year',
    saving('volunteer', async (w) => {
      const { savableMinutes } = await w.done('volunteer', bank.getTimeBank)
      const recordId = await served(w)
      await run(
        w,
        'update service_records set declared_minutes = $3 where county_id = $1 and id = $2',
        recordId,
        savableMinutes + 1,
      )
      return recordId
    }),
  ),
  refused(bank.giveTime, 'time-bank-off', 'the county keeps none', () => ({
    as: 'volunteer',
    inDaye: true,
    body: ten,
  })),
  refused(bank.giveTime, 'not-enough-time', 'they have less', () => ({ as: 'second', body: ten })),
  refused(bank.cancelTimeGift, 'not-found', 'it is somebody else’s', async (w) => ({
    as: 'neighbour',
    params: { giftId: (await gift(w)).giftId },
  })),
  refused(bank.cancelTimeGift, 'gift-over', 'it was accepted', async (w) => {
    const { giftId, code } = await gift(w)
    await w.done('neighbour', bank.acceptTimeGift, { body: { code } })
    return { as: 'volunteer', params: { giftId } }
  }),
  refused(bank.acceptTimeGift, 'time-bank-off', 'the county keeps none', inDaye(accepting('resident', '7K2M9Z42'))),
  refused(bank.acceptTimeGift, 'gift-code-unknown', 'there is no such gift', accepting('neighbour', '7K2M9Z42')),
  refused(bank.acceptTimeGift, 'own-gift', 'they gave it', accepting('volunteer')),
  refused(bank.getTimePledge, 'time-bank-off', 'the county keeps none', inDaye(onOrder('resident', inDayeOrdered))),
  refused(bank.getTimePledge, 'not-found', 'the keeper asks', onOrder('keeper', pledged)),
  refused(bank.pledgeTime, 'time-bank-off', 'the county keeps none', inDaye(onOrder('resident', inDayeOrdered, ten))),
  refused(bank.pledgeTime, 'not-found', 'it is somebody else’s order', onOrder('keeper', order, ten)),
  refused(bank.pledgeTime, 'time-pledged', 'time is set aside already', onOrder('resident', pledged, ten)),
  refused(bank.pledgeTime, 'not-enough-time', 'they have less', onOrder('resident', order, { minutes: 1440 })),
  refused(
    bank.pledgeTime,
    'order-not-open',
    'it was served',
    onOrder('resident', async (w) => (await w.fulfilled()).orderId, ten),
  ),
  refused(
    bank.releaseTimePledge,
    'not-found',
    'nothing is set aside',
    onOrder('resident', async (w) => (await w.submitted()).orderId),
  ),
  refused(
    bank.releaseTimePledge,
    'order-not-open',
    'somebody serves',
    onOrder('resident', async (w) => {
      const { orderId } = await w.accepted()
      await w.done('resident', bank.acceptTimeGift, { body: { code: (await gift(w)).code } })
      await w.done('resident', bank.pledgeTime, { params: { orderId }, body: ten })
      await w.inService(async () => w.standing('volunteer', orderId))
      return orderId
    }),
  ),
]
