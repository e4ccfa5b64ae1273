import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { getBalances } from '@sidan/types/ledger'
import * as moves from '@sidan/types/order-moves'
import { againAccepted, approve, rate, served } from '../../testing/county-life.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())

const points = async () => (await w.done('volunteer', getBalances)).availablePoints
/** What is earned meanwhile. Jingshan: 10 points an hour, 5 more for five stars. */
async function earned(work: () => Promise<unknown>): Promise<number> {
  const before = await points()
  await work()
  return (await points()) - before
}

it('a record keeps one bonus when the order is done again and rated anew, whichever came first, its approval or a rating', async () => {
  const { orderId, recordId } = await served(w, w.accepted, 60)
  await rate(w, orderId)
  expect(await earned(() => approve(w, recordId))).toBe(15)
  const again = await served(w, () => againAccepted(w, orderId), 60)
  expect(await earned(() => approve(w, again.recordId))).toBe(15)
  expect(await earned(() => rate(w, orderId))).toBe(0)

  const other = await served(w, w.accepted, 60)
  expect(await earned(() => approve(w, other.recordId))).toBe(10)
  expect(await earned(() => rate(w, other.orderId))).toBe(5)
  await againAccepted(w, other.orderId)
  await w.done('volunteer', moves.fulfillOrder, {
    params: { orderId: other.orderId },
    body: { version: (await w.standing('volunteer', other.orderId)).version },
  })
  expect(await earned(() => rate(w, other.orderId))).toBe(0)
})
