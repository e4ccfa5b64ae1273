import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { getBalances } from '@sidan/types/ledger'
import { cancelRedemption, listMyRedemptions, redeemItem } from '@sidan/types/rewards'
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
