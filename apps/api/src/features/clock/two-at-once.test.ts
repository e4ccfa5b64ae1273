import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { getMyClock, sendClockEvents } from '@sidan/types/clock'
import { run } from '../../testing/papers.ts'
import { closeSwept } from '../../testing/swept.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type Standing, type World } from '../../testing/world.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
/** Whatever happened, the books add up. */
afterAll(() => closeSwept(test))

const send = (event: object) => w.county.as('volunteer')(sendClockEvents, { body: { events: [event] } })

it('starts one clock when somebody checks in at two orders at once, and keeps the other event with its reason', async () => {
  for (let round = 0; round < 4; round += 1) {
    const orders = [await w.accepted(), await w.accepted(), await w.accepted()]
    const answers = await Promise.all(orders.map(({ orderId }) => send(w.scan('checkIn', orderId))))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const reasons = answers.map(({ body }) => body.results[0]?.reason ?? body.results[0]?.outcome).sort()
    expect(reasons).toEqual(['clock-already-running', 'clock-already-running', 'counted'])
    const { running } = await w.done('volunteer', getMyClock)
    await w.checkOut({ orderId: running?.orderId ?? '' }, 10)
  }
})

it('starts one clock when sixteen phones of one person check in at sixteen orders at the same moment', async () => {
  const orders: Standing[] = []
  for (let no = 0; no < 16; no += 1) orders.push(await w.accepted())
  const answers = await Promise.all(orders.map(({ orderId }) => send(w.scan('checkIn', orderId))))
  const reasons = answers.map(({ body }) => body.results[0]?.reason ?? body.results[0]?.outcome).sort()
  expect(reasons).toEqual([...Array.from({ length: 15 }, () => 'clock-already-running'), 'counted'])
  const running = await run(w, 'select order_id as "orderId" from clocks where county_id = $1 and ended_at is null')
  expect(running).toEqual([{ orderId: (await w.done('volunteer', getMyClock)).running?.orderId }])
  await w.checkOut(running[0] as { orderId: string }, 10)
})

it('opens one record when somebody checks out twice at once', async () => {
  const { orderId } = await w.inService()
  test.clock.now = new Date(test.clock.now.getTime() + 1_800_000)
  const answers = await Promise.all([1, 2, 3].map(() => send(w.scan('checkOut', orderId))))
  const reasons = answers.map(({ body }) => body.results[0]?.reason ?? body.results[0]?.outcome).sort()
  expect(reasons).toEqual(['counted', 'no-clock-running', 'no-clock-running'])
})
