/** 积分快到期: told once for each day on which points end, whichever nights the job runs. */
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { civilDay } from '@sidan/types/civil'
import { closeAccount } from '@sidan/types/my-data'
import { listNotices } from '@sidan/types/notices'
import { everyNight } from '../../every-night.ts'
import { newId } from '../../platform/ids.ts'
import { later } from '../../testing/county-life.ts'
import { run } from '../../testing/papers.ts'
import { newcomer } from '../../testing/promises/oneself-requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { type Move, post } from './post.ts'

let test: TestApp
let w: World
/** Somebody new, without points. */
let saver: string

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(async () => {
  await test?.close()
})
beforeEach(async () => {
  saver = await newcomer(w)
})

const night = async (daysLater = 0) => {
  for (const task of Object.values(everyNight(test.crypto))) await later(w, daysLater, task)
}
const moved = (reason: 'record-points' | 'redemption-hold' | 'redemption-void', moves: Move[], reverses?: string) =>
  test.db.inCounty(w.county.countyId, (tx) =>
    post(tx, {
      reason,
      ref: newId(),
      policyVersion: 1,
      happenedAt: tx.now,
      today: civilDay(tx.now),
      moves,
      ...(reverses ? { reverses } : {}),
    }),
  )
const account = (of: 'available' | 'held') => ({ person: w.county.cast[saver] ?? '', account: of })
const earned = (amount: number, daysLater: number) =>
  moved('record-points', [
    {
      unit: 'points',
      amount,
      from: { issuer: 'serviceRecords' },
      to: account('available'),
      expiresOn: w.day(daysLater),
    },
  ])
const reserved = (amount: number) =>
  moved('redemption-hold', [{ unit: 'points', amount, from: account('available'), to: account('held') }])
const givenBack = (amount: number, hold: string) =>
  moved(
    'redemption-void',
    [{ unit: 'points', amount, from: account('held'), to: account('available'), of: hold }],
    hold,
  )
/** What they were told, by day: the notice names the day and how many. */
const told = async (who = saver) =>
  (await w.done(who, listNotices)).items
    .filter(({ kind }) => kind === 'points-expiring')
    .map(({ about, points }) => [about, points])
    .sort()

it('a person is told 30 days before, once, how many points end on a day, though the night comes twice', async () => {
  await earned(15, 31)
  await earned(5, 31)
  await night(0)
  expect(await told()).toEqual([])
  await night(1)
  await night(1)
  await night(2)
  expect(await told()).toEqual([[w.day(31), 20]])
})

it('two nights at the same moment tell once', async () => {
  const tell = everyNight(test.crypto)['tell-points-endings']
  if (!tell) throw new Error('no night tells of points')
  for (let round = 0; round < 6; round += 1) {
    saver = await newcomer(w)
    await earned(15, 20)
    await Promise.all(Array.from({ length: 8 }, () => test.db.inCounty(w.county.countyId, tell)))
    expect(await told()).toEqual([[w.day(20), 15]])
  }
})

it('what a missed night left untold the next one tells, up to the last day', async () => {
  await earned(7, 40)
  await earned(8, 60)
  await night(40)
  expect(await told()).toEqual([
    [w.day(40), 7],
    [w.day(60), 8],
  ])
})

it('points that are over before any night came are not told', async () => {
  await earned(7, 40)
  await night(41)
  expect(await told()).toEqual([])
})

it('lots of two days are told of one by one, each on its night', async () => {
  await earned(7, 10)
  await earned(8, 35)
  await night(0)
  expect(await told()).toEqual([[w.day(10), 7]])
  await night(5)
  expect(await told()).toEqual([
    [w.day(10), 7],
    [w.day(35), 8],
  ])
})

it('only what is left is told: nothing of what was spent, or is reserved by a voucher', async () => {
  await earned(20, 30)
  await earned(9, 200)
  await reserved(12)
  await night()
  expect(await told()).toEqual([[w.day(30), 8]])
})

it('who has nothing left is told nothing, until a voucher is given back', async () => {
  await earned(20, 30)
  const hold = await reserved(20)
  await night()
  expect(await told()).toEqual([])
  await givenBack(20, hold)
  await night()
  expect(await told()).toEqual([[w.day(30), 20]])
})

it('who closed their account is told nothing', async () => {
  await earned(20, 30)
  await w.done(saver, closeAccount, { body: { understood: true } })
  await night()
  expect(await run(w, 'select 1 from notices where county_id = $1 and person_id = $2', w.county.cast[saver])).toEqual(
    [],
  )
})

it('each is told of their own, and a county’s night tells nobody of another county', async () => {
  await earned(11, 12)
  const other = saver
  saver = await newcomer(w)
  await earned(13, 12)
  for (const task of Object.values(everyNight(test.crypto))) await test.db.inCounty(w.daye.county.countyId, task)
  expect([await told(other), await told()]).toEqual([[], []])
  await night()
  expect([await told(other), await told()]).toEqual([[[w.day(12), 11]], [[w.day(12), 13]]])
})
