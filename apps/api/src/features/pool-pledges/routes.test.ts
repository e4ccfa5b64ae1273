/** 爱心时间池: given to it is given for good, staff set it aside for orders, who serves earns it, and what is not used is the pool's again. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { getWorkList } from '@sidan/types/dispatch'
import { cancelOrder, fulfillOrder } from '@sidan/types/order-moves'
import { getOrder } from '@sidan/types/orders'
import { approveRecord } from '@sidan/types/records'
import * as bank from '@sidan/types/time-bank'
import * as pool from '@sidan/types/time-pool'
import { correct, reverse } from '../../testing/corrections.ts'
import { run } from '../../testing/papers.ts'
import { closeSwept } from '../../testing/swept.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type Standing, type World } from '../../testing/world.ts'
import { settlePledges } from '../time-bank/settle-pledge.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
beforeEach(() => w.anotherDay())
/** Whatever happened, the books add up. */
afterAll(() => closeSwept(test))

const give = (minutes: number, as = 'volunteer') => w.county.as(as)(pool.giveToPool, { body: { minutes } })
/** So much more is in the pool. */
async function filled(minutes: number): Promise<void> {
  await w.done('volunteer', bank.saveTime, { body: { recordId: await w.approved(minutes) } })
  expect((await give(minutes)).code).toBeUndefined()
}
const ownMinutes = async () => (await w.done('volunteer', bank.getTimeBank)).ownMinutes
const at = ({ orderId }: { orderId: string }) => ({ params: { orderId } })
const pledge = (order: { orderId: string }, minutes: number, as = 'keeper') =>
  w.county.as(as)(pool.pledgePoolTime, { ...at(order), body: { minutes } })
const look = (order: { orderId: string }, as = 'keeper') => w.done(as, pool.getPoolPledge, at(order))
const poolMinutes = async () => (await look(await w.submitted())).poolMinutes
const settle = () => test.db.inCounty(w.county.countyId, settlePledges)
/** The order is served for so many minutes, approved and done. */
async function served(order: Standing, minutes: number): Promise<string> {
  await w.inService(async () => w.standing('volunteer', order.orderId))
  const recordId = await w.checkOut(order, minutes)
  const { version } = await w.standing('volunteer', order.orderId)
  await w.done('volunteer', fulfillOrder, { ...at(order), body: { version } })
  await w.done('keeper', approveRecord, { params: { recordId }, body: { version: 1 } })
  return recordId
}
const codesOf = (answers: { code?: string | undefined }[]) => answers.map(({ code }) => code ?? 'done').sort()

describe('giving to the pool', () => {
  it('is at once and stands in the giver’s statement; only what is one’s own, and no more than there is', async () => {
    const before = await poolMinutes()
    await filled(60)
    expect(await poolMinutes()).toBe(before + 60)
    const { items } = await w.done('volunteer', bank.listTimeCredit, { query: { limit: '1' } })
    expect(items).toMatchObject([{ account: 'own', reason: 'pool-gift', amountMinutes: -60 }])
    await w.done('volunteer', bank.saveTime, { body: { recordId: await w.approved(60) } })
    const { code } = await w.done('volunteer', bank.giveTime, { body: { minutes: 60 } })
    await w.done('neighbour', bank.acceptTimeGift, { body: { code: code ?? '' } })
    expect((await give(10, 'neighbour')).code).toBe('not-enough-time')
  })

  it('of two at the same moment who want the same minutes gone, one gives them', async () => {
    await w.done('volunteer', bank.saveTime, { body: { recordId: await w.approved(60) } })
    const own = await ownMinutes()
    const before = await poolMinutes()
    expect(codesOf(await Promise.all([give(own), give(own)]))).toEqual(['done', 'not-enough-time'])
    expect([await ownMinutes(), await poolMinutes()]).toEqual([0, before + own])
  })
})

describe('time of the pool set aside for an order', () => {
  it('is earned by who served it, the rest is the pool’s again, and a record taken back makes the pool whole', async () => {
    await filled(90)
    const before = { pool: await poolMinutes(), own: await ownMinutes() }
    const order = await w.accepted()
    expect((await pledge(order, 90)).body).toMatchObject({ minutes: 90, state: 'held', poolMinutes: before.pool - 90 })
    const recordId = await served(order, 60)
    expect((await Promise.all([settle(), settle()])).sort()).toEqual([0, 1])
    expect([await ownMinutes(), await poolMinutes()]).toEqual([before.own + 60, before.pool - 60])
    expect(await look(order)).toMatchObject({ state: 'paid', paidMinutes: 60, allowedActions: [] })
    const { items } = await w.done('volunteer', bank.listTimeCredit, { query: { limit: '1' } })
    expect(items).toMatchObject([{ reason: 'credit-save', recordId, about: '上门理发', amountMinutes: 60 }])
    await reverse(w, recordId)
    expect([await ownMinutes(), await poolMinutes()]).toEqual([before.own, before.pool])
  })

  it('comes back from the county as far as the record is corrected, where who served has no more of it', async () => {
    await filled(60)
    const order = await w.accepted()
    await pledge(order, 60)
    const recordId = await served(order, 60)
    await settle()
    const own = await ownMinutes()
    await give(own)
    const before = await poolMinutes()
    await correct(w, recordId, { end: -5 })
    expect([await ownMinutes(), await poolMinutes()]).toEqual([0, before + 5])
  })

  it('is the pool’s again when staff put it back, or the order ends without service', async () => {
    await filled(60)
    const before = await poolMinutes()
    const order = await w.submitted()
    await pledge(order, 60)
    expect(await w.done('institute', pool.releasePoolTime, at(order))).toMatchObject({ poolMinutes: before })
    await pledge(order, 60)
    await w.done('resident', cancelOrder, { ...at(order), body: { version: order.version } })
    expect(await settle()).toBe(1)
    expect(await look(order)).toMatchObject({ state: 'released', poolMinutes: before, allowedActions: [] })
  })

  it('is one pledge of two that staff make at the same moment', async () => {
    await filled(60)
    const before = await poolMinutes()
    const order = await w.submitted()
    const answers = await Promise.all(['keeper', 'institute', 'center'].map((who) => pledge(order, 20, who)))
    expect(codesOf(answers)).toEqual(['done', 'time-pledged', 'time-pledged'])
    expect(await poolMinutes()).toBe(before - 20)
  })

  it('of two orders at the same moment one has the pool’s last minutes', async () => {
    await filled(60)
    const last = await poolMinutes()
    const orders = [await w.submitted(), await w.submitted()]
    expect(codesOf(await Promise.all(orders.map((order) => pledge(order, last))))).toEqual(['done', 'pool-too-small'])
    expect(await poolMinutes()).toBe(0)
    for (const order of orders)
      if ((await look(order)).state === 'held') await w.done('keeper', pool.releasePoolTime, at(order))
  })

  it('the database keeps the pool from falling below nothing, a pledge from being nobody’s, and what was given from being changed', async () => {
    const below = run(w, 'update time_pools set balance_minutes = -1 where county_id = $1')
    await expect(below).rejects.toThrow('time_pools_floor')
    await filled(10)
    await pledge(await w.submitted(), 10)
    const nobodys = run(w, 'update time_pledges set set_by_id = null where county_id = $1')
    await expect(nobodys).rejects.toThrow('time_pledges_whose')
    const changed = run(w, 'update time_pool_gifts set minutes = 1 where county_id = $1')
    await expect(changed).rejects.toThrow('permission denied for table time_pool_gifts')
  })
})

describe('rule-08: who sees it', () => {
  it('the requester, whose own to take back it is not, and staff who may set it; no order, list or suggestion tells of it', async () => {
    await filled(30)
    const order = await w.triaged()
    await pledge(order, 30)
    expect(await w.done('resident', bank.getTimePledge, at(order))).toMatchObject({
      minutes: 30,
      state: 'held',
      fromPool: true,
      allowedActions: [],
    })
    expect((await w.county.as('resident')(bank.releaseTimePledge, at(order))).code).toBe('not-found')
    for (const who of ['volunteer', 'neighbour', 'resident', 'auditor'])
      expect((await w.county.as(who)(pool.getPoolPledge, at(order))).code).toBe('not-found')
    const seen = [await w.done('keeper', getOrder, at(order)), await w.done('keeper', getWorkList)]
    expect(JSON.stringify(seen)).not.toMatch(/pledge|pool/i)
  })

  it('staff do not read what a requester set aside, and may set time of the pool aside again once nothing is', async () => {
    await w.done('volunteer', bank.saveTime, { body: { recordId: await w.approved(60) } })
    const { code } = await w.done('volunteer', bank.giveTime, { body: { minutes: 30 } })
    await w.done('resident', bank.acceptTimeGift, { body: { code: code ?? '' } })
    await give(30)
    const order = await w.submitted()
    await w.done('resident', bank.pledgeTime, { ...at(order), body: { minutes: 30 } })
    expect(await look(order)).toMatchObject({ minutes: null, state: null, allowedActions: ['pledge'] })
    await w.done('resident', bank.releaseTimePledge, at(order))
    expect((await pledge(order, 10)).code).toBeUndefined()
  })
})
