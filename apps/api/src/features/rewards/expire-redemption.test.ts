/** Vouchers that nobody fetched: each is given back, and told. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { listNotices } from '@sidan/types/notices'
import { redeemItem } from '@sidan/types/rewards'
import { shelved } from '../../testing/shelf.ts'
import { closeSwept } from '../../testing/swept.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { expireRedemptions } from './expire-redemption.ts'

let test: TestApp
let w: World
beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => closeSwept(test))

it('of several that end in the same minute their owner is told of each', async () => {
  await w.approved()
  const { itemId } = await shelved(w, { pricePoints: 1 })
  const vouchers = [1, 2].map(() => w.done('volunteer', redeemItem, { body: { itemId } }))
  const ids = (await Promise.all(vouchers)).map(({ redemptionId }) => redemptionId)
  w.minutesLater(20 * 1440)
  expect(await test.db.inCounty(w.county.countyId, expireRedemptions)).toBe(2)
  const told = (await w.done('volunteer', listNotices)).items.filter(({ kind }) => kind === 'voucher-expired')
  expect(told.map(({ redemptionId }) => redemptionId).sort()).toEqual([...ids].sort())
})
