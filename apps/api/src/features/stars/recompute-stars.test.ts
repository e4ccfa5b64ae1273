import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { dispatchOrder } from '@sidan/types/dispatch'
import type { Endpoint } from '@sidan/types/endpoint'
import { getBalances } from '@sidan/types/ledger'
import { acceptOrder } from '@sidan/types/order-moves'
import type { Order } from '@sidan/types/orders'
import { approveRecord } from '@sidan/types/records'
import { listStarChanges } from '@sidan/types/stars'
import { sweepChecks } from '../../database-files.ts'
import { newId } from '../../platform/ids.ts'
import { attending } from '../../testing/attending.ts'
import { approve, served as oneServed, rate } from '../../testing/county-life.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type Standing, type World } from '../../testing/world.ts'
import { post } from '../ledger/post.ts'
import { sweepCounty } from '../sweep/sweep-county.ts'
import { recomputeEverybody, recomputeStars } from './recompute-stars.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())

type Steps = World | World['daye']

const changes = (steps: Steps = w, who = 'volunteer') => steps.done(who, listStarChanges)
const level = async (steps: Steps = w) => (await steps.done('volunteer', getBalances)).stars.level
const told = async (steps: Steps = w) => {
  const rows = await attending(steps as World).toldTo({ personId: steps.county.cast['volunteer'] ?? '' })
  return rows.filter(({ kind }) => kind.startsWith('star')).map(({ kind, about }) => `${kind} ${about}`)
}
/** The county decides on a new ladder: the next version of its policy. */
async function decided(steps: Steps, stars: object): Promise<void> {
  await attending(steps as World).sql(
    `insert into policies (county_id, version, document, in_force_at, created_at)
      select county_id, version + 1, jsonb_set(document, '{stars}', $2::jsonb), $3, $3 from policies where county_id = $1 order by version desc limit 1`,
    JSON.stringify(stars),
    test.clock.now,
  )
}
const night = (steps: Steps) => test.db.inCounty(steps.county.countyId, recomputeEverybody)
/** Daye dispatches without triage. */
const accepted = async (steps: Steps) => {
  const order = await steps.submitted()
  const move = (who: string, endpoint: Endpoint, { version }: Standing, body: object = {}) =>
    steps.done(who, endpoint, { params: { orderId: order.orderId }, body: { version, ...body } }) as Promise<Order>
  const triaged = steps === w ? await steps.triagedBy('keeper', order) : order
  const dispatched = await move('center', dispatchOrder, triaged, { target: steps.toPerson('volunteer') })
  return move('volunteer', acceptOrder, dispatched)
}
/** So many days with six hours of service, approved. */
const served = async (steps: Steps, times: number) => {
  for (let time = 0; time < times; time += 1) {
    steps.anotherDay()
    const recordId = await steps.checkOut(await steps.inService(() => accepted(steps)), 360)
    await steps.done('center', approveRecord, { params: { recordId }, body: { version: 1 } })
  }
}

it('rule-12 the same thirty hours are one star in Daye and none in Jingshan, each with the ladder it was decided on', async () => {
  await served(w, 5)
  await served(w.daye, 4)
  expect(await level(w.daye)).toBe(0)
  await served(w.daye, 1)
  expect([await level(w), await level(w.daye)]).toEqual([0, 1])
  expect((await changes(w)).items).toEqual([])
  expect(await changes(w.daye)).toMatchObject({
    level: 1,
    items: [
      {
        no: 1,
        fromLevel: 0,
        toLevel: 1,
        reason: 'hours',
        earnedMinutes: 1800,
        ratingCount: 0,
        averageTenths: null,
        policyVersion: 1,
        ladderHours: [30, 60, 100, 200, 300],
      },
    ],
    now: { earnedMinutes: 1800, ladderHours: [30, 60, 100, 200, 300] },
  })
  expect([await told(w), await told(w.daye)]).toEqual([[], ['star-gained 1']])
})

it('a new ladder counts from the next night on, for who gains by it and for who loses, and says so', async () => {
  await decided(w, { ladderHours: [20, 1000], ratingSupplement: null })
  await decided(w.daye, { ladderHours: [40, 1000], ratingSupplement: null })
  expect([await level(w), await level(w.daye)]).toEqual([0, 1])
  expect([await night(w), await night(w.daye)]).toEqual([1, 1])
  expect([await level(w), await level(w.daye)]).toEqual([1, 0])
  expect((await changes(w)).items[0]).toMatchObject({ reason: 'policy', policyVersion: 2, ladderHours: [20, 1000] })
  expect(await told(w.daye)).toContain('star-lost-by-policy 0')
  expect([await night(w), await night(w.daye)]).toEqual([0, 0])
})

describe('ratings', () => {
  /** An hour of service, rated. */
  const rated = async (stars: number) => {
    const { orderId, recordId } = await oneServed(w, w.accepted, 60)
    await approve(w, recordId)
    await rate(w, orderId, stars)
    return orderId
  }
  beforeAll(async () => {
    await decided(w, {
      ladderHours: [1, 2, 1000],
      ratingSupplement: { fromLevel: 2, minRatings: 2, minAverageTenths: 40 },
    })
    await night(w)
  })

  it('hold a star back only once there are enough of them, and give it back when they are better', async () => {
    await rated(3)
    expect(await level()).toBe(2)
    await rated(4)
    expect((await changes()).items[0]).toMatchObject({
      fromLevel: 2,
      toLevel: 1,
      reason: 'rating',
      ratingCount: 2,
      averageTenths: 35,
    })
    expect((await told())[0]).toBe('star-lost-by-rating 1')
    await rated(5)
    expect((await changes()).items[0]).toMatchObject({ toLevel: 2, ratingCount: 3, averageTenths: 40 })
  })

  it('of an order count once its minutes are approved, and only for who served it', async () => {
    const before = (await changes()).now.ratingCount
    const { orderId, recordId } = await oneServed(w, w.accepted, 60)
    await rate(w, orderId, 1)
    expect((await changes()).now.ratingCount).toBe(before)
    await approve(w, recordId)
    expect((await changes()).now.ratingCount).toBe(before + 1)
    expect((await changes(w, 'second')).now.ratingCount).toBe(0)
    expect((await changes()).items[0]).toMatchObject({ toLevel: 1, reason: 'hours', averageTenths: 32 })
    expect((await told())[0]).toBe('star-lost-by-rating 1')
  })
})

it('rule-17 service that is no free choice brings no minute towards a star', async () => {
  const { earnedMinutes } = (await changes()).now
  for (const nature of ['duty', 'penaltySubstitute']) {
    const recordId = await w.record(360)
    await attending(w).sql(
      `update service_records set service_nature = '${nature}' where county_id = $1 and id = $2`,
      recordId,
    )
    await approve(w, recordId)
  }
  expect((await changes()).now.earnedMinutes).toBe(earnedMinutes)
})

it('minutes that are taken back take back the star they reached, in the same transaction', async () => {
  await decided(w, { ladderHours: [1], ratingSupplement: null })
  await night(w)
  const [one] = await attending(w).people(1, 'volunteers')
  const person = one?.personId ?? ''
  const move = (reason: 'record-minutes' | 'reversal', minutes: number) =>
    test.db.inCounty(w.county.countyId, async (tx) => {
      const account = { person, account: 'earnedMinutes' as const }
      const issuer = { issuer: 'serviceRecords' as const }
      const [from, to] = reason === 'reversal' ? [account, issuer] : [issuer, account]
      await post(tx, {
        reason,
        ref: newId(),
        policyVersion: 4,
        happenedAt: tx.now,
        today: w.day(0),
        moves: [{ unit: 'minutes', amount: minutes, from, to }],
      })
      await recomputeStars(tx, {
        personIds: [person],
        reason: reason === 'reversal' ? 'reversal' : 'hours',
        policyVersion: 4,
      })
    })
  await move('record-minutes', 60)
  w.minutesLater(1)
  await move('reversal', 1)
  const { body } = (await one?.ask(listStarChanges)) ?? {}
  expect(body?.items.map(({ toLevel, reason }) => [toLevel, reason])).toEqual([
    [0, 'reversal'],
    [1, 'hours'],
  ])
  expect((await attending(w).toldTo({ personId: person })).map(({ kind }) => kind)).toEqual([
    'star-lost-by-reversal',
    'star-gained',
  ])
})

it('two records approved at once are one change, numbered without a gap', async () => {
  await decided(w, { ladderHours: [Math.floor((await changes()).now.earnedMinutes / 60) + 2], ratingSupplement: null })
  await night(w)
  const before = (await changes()).items.length
  w.anotherDay()
  const records = [await w.record(60), await w.record(60)]
  await Promise.all(
    records.map((recordId) => w.done('keeper', approveRecord, { params: { recordId }, body: { version: 1 } })),
  )
  const { items } = await changes()
  expect([items.length, items[0]?.no, items[0]?.toLevel]).toEqual([before + 1, before + 1, 1])
})

it('what was decided stays as it was written, and agrees with the books', async () => {
  const set = attending(w).sql('update star_changes set to_level = 5 where county_id = $1')
  await expect(set).rejects.toThrow(/append-only|permission denied/)
  for (const steps of [w, w.daye]) {
    const found = await test.db.inCounty(steps.county.countyId, (tx) =>
      sweepCounty(
        tx,
        sweepChecks().filter(({ name }) => name.startsWith('star')),
      ),
    )
    expect(found.checks.map(({ name, examples }) => [name, examples])).toEqual([
      ['star-changes-run-on', []],
      ['stars-are-minutes', []],
    ])
  }
})

it('a page of one’s own changes, and nobody else’s', async () => {
  const first = await w.done('volunteer', listStarChanges, { query: { limit: '1' } })
  const second = await w.done('volunteer', listStarChanges, { query: { limit: '1', cursor: first.nextCursor ?? '' } })
  expect([first.items.length, (first.items[0]?.no ?? 0) - (second.items[0]?.no ?? 0)]).toEqual([1, 1])
  expect(await w.done('resident', listStarChanges)).toMatchObject({ items: [], level: 0, now: { earnedMinutes: 0 } })
})
