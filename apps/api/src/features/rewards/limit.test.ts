import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { momentOf } from '@sidan/types/civil'
import { getBalances } from '@sidan/types/ledger'
import { cancelRedemption, listMyRedemptions, redeemItem } from '@sidan/types/rewards'
import { shelved } from '../../testing/shelf.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
  for (let records = 0; records < 3; records += 1) await w.approved(360)
})
afterAll(() => test?.close())

const redeem = async (title: string) => {
  const itemId = await w.reward(title)
  return () => w.county.as('volunteer')(redeemItem, { body: { itemId } })
}

it('a person exchanges five things a month, also when they ask for different ones at once', async () => {
  const [breakfast, towel, tissue] = [await redeem('爱心早餐一份'), await redeem('毛巾一条'), await redeem('抽纸 3 包')]
  for (let held = 0; held < 4; held += 1) expect((await breakfast()).status).toBe(201)
  const before = (await w.done('volunteer', getBalances)).availablePoints
  const answers = await Promise.all([towel(), tissue(), breakfast()])
  expect(answers.map(({ code }) => code ?? 'held').sort()).toEqual(['held', 'over-limit', 'over-limit'])
  const paid = answers.find(({ code }) => code === undefined)?.body
  expect((await w.done('volunteer', getBalances)).availablePoints).toBe(before - (paid?.pricePoints ?? 0))

  // What was given back does not count.
  await w.done('volunteer', cancelRedemption, { params: { redemptionId: paid?.redemptionId ?? '' } })
  expect((await breakfast()).status).toBe(201)
  expect((await w.done('volunteer', listMyRedemptions)).items.filter(({ state }) => state === 'held')).toHaveLength(5)
})

it('a person exchanges so many of an item within its days, also when they ask at once; afterwards it can be had again', async () => {
  w.minutesLater(12 * 1440)
  const { itemId } = await shelved(w, { limit: { perPerson: 1, days: 2 }, pricePoints: 1 })
  const ask = () => w.county.as('volunteer')(redeemItem, { body: { itemId } })
  const codes = (await Promise.all([ask(), ask(), ask()])).map(({ code }) => code ?? 'held')
  expect(codes.sort()).toEqual(['held', 'over-item-limit', 'over-item-limit'])
  // What was given back does not count.
  const [held] = (await w.done('volunteer', listMyRedemptions)).items
  await w.done('volunteer', cancelRedemption, { params: { redemptionId: held?.redemptionId ?? '' } })
  expect((await ask()).status).toBe(201)
  // Two civil days: today and tomorrow.
  test.clock.now = new Date(momentOf(w.day(2)).getTime() - 1)
  expect((await ask()).code).toBe('over-item-limit')
  w.minutesLater(1)
  expect((await ask()).status).toBe(201)
  // Something else has limits of its own.
  expect((await (await redeem('爱心早餐一份'))()).status).toBe(201)
})
