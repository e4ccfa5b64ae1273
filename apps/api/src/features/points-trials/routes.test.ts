/** 试算: a month as it was given and as it would be, over records that were rated, capped, weighted, corrected, taken back and done again. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { getPointsTrial, type PointsTrial } from '@sidan/types/points-trials'
import type { Policy } from '@sidan/types/policy'
import { approveRecord } from '@sidan/types/records'
import { correct, reverse } from '../../testing/corrections.ts'
import { againAccepted, approve, later, rate, served } from '../../testing/county-life.ts'
import { makeFingerprint } from '../../testing/fingerprint.ts'
import { entered } from '../../testing/manual-entries.ts'
import { run } from '../../testing/papers.ts'
import { closeSwept } from '../../testing/swept.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { expireLots } from '../ledger/expire-lot.ts'
import { policyOf } from '../policy/reads.ts'

let test: TestApp
let w: World
let present: Policy['points']

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
  present = (await test.db.inCounty(w.county.countyId, (tx) => policyOf(tx, 1))).points
  await november(w)
})
/** Whatever happened, the books add up. */
afterAll(() => closeSwept(test))

const decide = (recordId: string) => w.done('center', approveRecord, { params: { recordId }, body: { version: 1 } })

/** Jingshan: 10 points an hour, at most 60; 120 % for care; 5 more for five stars, 2 for four. What each record earned stands beside it. */
async function november(w: World): Promise<void> {
  const long = await served(w, w.accepted, 400) // 66, capped to 60, and 5
  await decide(long.recordId)
  await rate(w, long.orderId)
  w.anotherDay()
  const twice = await served(w, w.accepted, 90) // 15 and 2, which it keeps when the order is rated anew
  await approve(w, twice.recordId)
  await rate(w, twice.orderId, 4)
  const again = await served(w, () => againAccepted(w, twice.orderId), 60) // 10 and 5
  await rate(w, twice.orderId, 5)
  await approve(w, again.recordId)
  const shorter = await served(w, w.accepted, 90)
  await approve(w, shorter.recordId)
  await correct(w, shorter.recordId, { end: -30 }) // 10, of the second version
  await reverse(w, await w.approved(60)) // nothing: taken back
  const spent = await served(w, w.accepted, 120)
  await approve(w, spent.recordId)
  await later(w, 1500, expireLots)
  await correct(w, spent.recordId, { end: -60 }) // 10, which cover what was gone
  await correct(w, await w.approved(30), {}, 'duty') // nothing: not voluntary
  await w.record(20) // nothing yet: it waits
  const byHand = await entered(w, 'keeper', {}, { minutes: 60, endedMinutesAgo: 30 }) // 12, for care
  await decide(byHand.body.recordId)
}

const trial = (candidate?: object, month = '2026-11'): Promise<PointsTrial> =>
  w.done('center', getPointsTrial, {
    query: { month, ...(candidate ? { candidate: JSON.stringify(candidate) } : {}) },
  })

/** What the ledger gave for the service of a month, less what it took back, by person and platform. */
const ledger = (month = '2026-11') =>
  run(
    w,
    `select r.person_id as "personId", r.platform_code as code, -sum(e.amount)::int as points
      from entries e
      join transfers t on t.county_id = e.county_id and t.id = e.transfer_id
      left join transfers undone on undone.county_id = t.county_id and undone.id = t.reverses
      join service_records r on r.county_id = t.county_id and r.id = coalesce(undone.ref, t.ref)
      where e.county_id = $1 and e.issuer = 'serviceRecords' and e.unit = 'points' and to_char(r.service_day, 'YYYY-MM') = $2
      group by 1, 2 having sum(e.amount) <> 0 order by 3 desc`,
    month,
  ) as Promise<{ personId: string; code: string; points: number }[]>

it('what was given is what the ledger posted, less what it took back: in all, by person and by platform', async () => {
  const given = await ledger()
  expect(given).toEqual([
    { personId: w.county.cast['volunteer'], code: 'life', points: 117 },
    { personId: w.county.cast['third'], code: 'care', points: 12 },
  ])
  const { beforePoints, platforms, losing, records } = await trial({ ...present, pointsPerHour: 0, ratingBonus: [] })
  expect([records, beforePoints]).toEqual([7, 129])
  expect(platforms.flatMap(({ code, beforePoints }) => (beforePoints > 0 ? [[code, beforePoints]] : []))).toEqual([
    ['life', 117],
    ['care', 12],
  ])
  expect(losing.map(({ personId, beforePoints, afterPoints }) => [personId, beforePoints, afterPoints])).toEqual(
    given.map(({ personId, points }) => [personId, points, 0]),
  )
})

it('the points that records were credited with change nothing, whichever rating counted for them', async () => {
  const asItIs = await trial()
  expect(asItIs).toMatchObject({ policyVersion: 1, creditedVersions: [1], present, tried: present })
  expect([asItIs.beforePoints, asItIs.afterPoints]).toEqual([129, 129])
  expect([asItIs.people, asItIs.gaining, asItIs.losing]).toEqual([{ gain: 0, lose: 0, same: 2 }, [], []])
  for (const { beforePoints, afterPoints } of asItIs.platforms) expect(afterPoints).toBe(beforePoints)
})

it('other points are what every record would have earned: rate, percent, cap and bonus', async () => {
  const tried = {
    ...present,
    pointsPerHour: 12,
    platformCoefficientPercent: { care: 150 },
    capPointsPerRecord: 50,
    ratingBonus: [
      { stars: 5, points: 3 },
      { stars: 4, points: 4 },
    ],
    lotLifetimeMonths: 12,
  }
  const found = await trial(tried)
  expect(found.tried).toEqual(tried)
  // 53 for the long one, 22 for the one that four stars counted for, 15 done again, 12 and 12 for those put right; by hand 18.
  expect(found.people).toEqual({ gain: 1, lose: 1, same: 0 })
  expect(found.losing).toEqual([
    {
      personId: w.county.cast['volunteer'],
      name: '李师傅',
      homeStationName: expect.any(String),
      beforePoints: 117,
      afterPoints: 114,
    },
  ])
  expect(found.gaining).toMatchObject([{ personId: w.county.cast['third'], beforePoints: 12, afterPoints: 18 }])
  expect([found.beforePoints, found.afterPoints]).toEqual([129, 132])
  expect(found.platforms.find(({ code }) => code === 'care')).toEqual({
    code: 'care',
    name: '心理关爱',
    beforePoints: 12,
    afterPoints: 18,
  })
  expect(found.lastDay).toEqual({ present: '2028-11-30', tried: '2027-11-30' })
})

it('a trial changes nothing in any table', async () => {
  const fingerprint = await makeFingerprint(test.adminUrl)
  const before = await fingerprint.take()
  await trial({ ...present, pointsPerHour: 99 })
  await trial()
  expect(await fingerprint.take()).toEqual(before)
  await fingerprint.end()
})

it('a month without service has nothing to compare; the month before this one is shown unless another is asked for', async () => {
  expect(await trial(undefined, '2026-09')).toMatchObject({ records: 0, beforePoints: 0, people: { same: 0 } })
  expect((await w.done('center', getPointsTrial)).month).toBe('2026-10')
})

it.each<[string, unknown]>([
  ['is no JSON', '{'],
  ['is null', 'null'],
  ['has a field nobody knows', JSON.stringify({ pointsPerDay: 1 })],
])('what is tried is refused when it %s', async (_what, candidate) => {
  const answer = await w.county.as('center')(getPointsTrial, { query: { candidate: String(candidate) } })
  expect(answer.code).toBe('invalid-request')
})
it.each<[string, object]>([
  ['a rate below 0', { pointsPerHour: -1 }],
  ['a rate that is no whole number', { pointsPerHour: 1.5 }],
  ['an amount nobody would mean', { platformCoefficientPercent: { care: 100_001 } }],
  ['a cap of 0', { capPointsPerRecord: 0 }],
])('what is tried is refused with %s', async (_what, more) => {
  const candidate = JSON.stringify({ ...present, ...more })
  const answer = await w.county.as('center')(getPointsTrial, { query: { candidate } })
  expect(answer.code).toBe('invalid-request')
})

it('when the county’s points have changed, earlier records are counted under those they were credited with', async () => {
  const { points, ...rest } = await test.db.inCounty(w.county.countyId, (tx) => policyOf(tx, 1))
  const document = { ...rest, points: { ...points, pointsPerHour: 20, ratingBonus: [{ stars: 5, points: 1 }] } }
  await run(
    w,
    'insert into policies (county_id, version, document, in_force_at, created_at) values ($1, 2, $2, $3, $3)',
    JSON.stringify(document),
    test.clock.now,
  )
  w.anotherDay()
  const { orderId, recordId } = await served(w, w.accepted, 60) // 20 and 1
  await approve(w, recordId)
  await rate(w, orderId)
  const found = await trial()
  expect(found).toMatchObject({ policyVersion: 2, creditedVersions: [1, 2], present: document.points })
  // By the newer points: 61 for the long one, 30, 21, 20, 20, 21 and 24 by hand; the four stars bring nothing any more.
  expect([found.beforePoints, found.afterPoints]).toEqual([150, 197])
  expect((await ledger()).reduce((sum, one) => sum + one.points, 0)).toBe(150)
  expect((await trial(present)).afterPoints).toBe(129 + 15)
})
