import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { listHandedOut, redeemItem, verifyVoucher } from '@sidan/types/rewards'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World
beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())

async function handedOutBy(who: string): Promise<string> {
  await w.approved(120)
  const { code, redemptionId } = await w.done('volunteer', redeemItem, { body: { itemId: await w.reward('毛巾一条') } })
  await w.done(who, verifyVoucher, { body: { voucher: code ?? '' } })
  return redemptionId
}
const today = async (who: string, query = {}) => {
  const { items, ...rest } = await w.done(who, listHandedOut, { query })
  return { ...rest, ids: items.map(({ redemptionId }) => redemptionId) }
}

it('counts nothing where nothing was handed out', async () => {
  expect(await today('merchant')).toMatchObject({ ids: [], nextCursor: null, totalCount: 0, totalPoints: 0 })
})

it('lists what one handed out oneself, newest first, and counts the whole day on each page', async () => {
  const first = await handedOutBy('merchant')
  w.minutesLater(1)
  const second = await handedOutBy('merchant')
  await handedOutBy('keeper')
  const all = { totalCount: 2, totalPoints: 40 }
  expect(await today('merchant')).toMatchObject({ ...all, ids: [second, first], nextCursor: null })
  const page = await today('merchant', { limit: '1' })
  expect(page).toMatchObject({ ...all, ids: [second] })
  expect(await today('merchant', { limit: '1', cursor: page.nextCursor })).toMatchObject({ ...all, ids: [first] })
  expect(await today('keeper')).toMatchObject({ totalCount: 1, totalPoints: 20 })
})

it('begins anew with each day', async () => {
  const { day } = await today('merchant')
  w.minutesLater(24 * 60)
  const next = await today('merchant')
  expect(next).toMatchObject({ ids: [], totalCount: 0, totalPoints: 0 })
  expect(next.day > day).toBe(true)
})
