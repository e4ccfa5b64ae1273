import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { dispatchOrder, getWorkList, triageOrders } from '@sidan/types/dispatch'
import { listNotices } from '@sidan/types/notices'
import { sendBackOrder, triageOrder } from '@sidan/types/order-moves'
import { getOrder, type Order } from '@sidan/types/orders'
import { type Database, openDatabase } from '../../platform/db.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { closeOrders } from './close-order.ts'
import { escalateOrders } from './escalate-order.ts'

let test: TestApp
let w: World
let worker: Database
beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
  worker = openDatabase({ url: test.urls.worker, maxConnections: 1, clock: () => test.clock.now })
})
afterAll(async () => {
  await worker?.end()
  await test?.close()
})

const climb = () => worker.inCounty(w.county.countyId, escalateOrders)
const seen = (orderId: string, who = 'resident') => w.done(who, getOrder, { params: { orderId } })
/** The moment after an order's time has run out. */
const pass = ({ dueAt }: Pick<Order, 'dueAt'>) => {
  test.clock.now = new Date(Date.parse(dueAt ?? '') + 1)
}
const told = async (who: string, orderId: string) =>
  (await w.done(who, listNotices, { query: { limit: '50' } })).items
    .filter((notice) => notice.orderId === orderId)
    .map((notice) => notice.kind)

describe('an order whose time is over', () => {
  it('climbs one tier a time, with a new time each, and stays at the top; both sides are told', async () => {
    const order = await w.submitted()
    await climb()
    expect(await seen(order.orderId)).toMatchObject({ escalationLevel: 0, dueAt: order.dueAt })
    let now = order
    for (const level of [1, 2, 2]) {
      pass(now)
      await climb()
      now = await seen(order.orderId)
      expect(now).toMatchObject({ escalationLevel: level, state: 'submitted' })
      expect(Date.parse(now.dueAt ?? '')).toBeGreaterThan(test.clock.now.getTime())
      expect(await climb()).toBe(0)
    }
    expect(await told('resident', order.orderId)).toContain('order-late-for-you')
    expect(await told('keeper', order.orderId)).toContain('order-overdue')
    expect(await told('center', order.orderId)).toContain('order-overdue')
  })
  it('can be decided on by who saw it before it climbed: nobody else moved first', async () => {
    const order = await w.submitted()
    const listed = (await w.done('keeper', getWorkList)).items.find((item) => item.orderId === order.orderId)
    pass(order)
    await climb()
    const { orderId } = order
    const several = { orders: [{ orderId, version: listed?.version ?? 0 }] }
    expect((await w.done('keeper', triageOrders, { body: several })).results).toEqual([
      { orderId, ok: true, code: null },
    ])
    const climbed = await seen(orderId)
    expect(climbed).toMatchObject({ state: 'triaged', version: order.version + 2 })
  })
  it('is refused to who saw it before somebody else moved it, whether it climbed or not, and to versions it never had', async () => {
    const order = await w.submitted()
    pass(order)
    await climb()
    const ask = (version: number) =>
      w.county.as('keeper')(triageOrder, { params: { orderId: order.orderId }, body: { version } })
    expect((await ask(order.version + 2)).code).toBe('order-changed')
    await w.done('keeper', sendBackOrder, {
      params: { orderId: order.orderId },
      body: { version: order.version, reason: 'unclear' },
    })
    expect((await ask(order.version)).code).toBe('order-changed')
    expect((await ask(order.version + 1)).code).toBe('order-changed')
    const triaged = await w.triaged()
    const send = (version: number) =>
      w.county.as('keeper')(dispatchOrder, {
        params: { orderId: triaged.orderId },
        body: { version, target: w.toPerson('volunteer') },
      })
    expect((await send(triaged.version - 1)).code).toBe('order-changed')
    expect((await send(triaged.version)).code).toBeUndefined()
  })
})

describe('an order that is done', () => {
  it('is closed when the days for rating are over, and not a day before', async () => {
    const order = await w.fulfilled()
    const close = () => worker.inCounty(w.county.countyId, closeOrders)
    w.minutesLater(14 * 1440)
    await close()
    expect(await seen(order.orderId)).toMatchObject({ state: 'fulfilled' })
    w.minutesLater(1440)
    await close()
    expect(await seen(order.orderId)).toMatchObject({ state: 'closed' })
  })
})
