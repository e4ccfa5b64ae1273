/** 公示: what is approved is in public for some days, and posted once when they are over. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { addDays, civilDay } from '@sidan/types/civil'
import { getBalances, listMinutes } from '@sidan/types/ledger'
import { enterRecord } from '@sidan/types/manual-entries'
import { listNotices } from '@sidan/types/notices'
import { listPublicNotices } from '@sidan/types/public-notices'
import { approveRecord, getRecordWhy, listDecidedRecords } from '@sidan/types/records'
import { correct, reverse } from '../../testing/corrections.ts'
import { rate, served } from '../../testing/county-life.ts'
import { entry } from '../../testing/manual-entries.ts'
import { noticeDays, noticePolicy } from '../../testing/public-notices.ts'
import { closeSwept } from '../../testing/swept.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { endNotices } from './end-notice.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
  await noticePolicy(w, test.clock.now)
})
beforeEach(() => w.anotherDay())
/** Whatever happened, the books add up. */
afterAll(() => closeSwept(test))

const approve = (recordId: string, as = 'keeper') =>
  w.county.as(as)(approveRecord, { params: { recordId }, body: { version: 1 } })
/** A record of so many minutes that the keeper approved today. */
const noticed = async (minutes = 60) => {
  const recordId = await w.record(minutes)
  expect((await approve(recordId)).code).toBeUndefined()
  return recordId
}
const balances = async () => {
  const { clockedMinutes, availablePoints } = await w.done('volunteer', getBalances)
  return [clockedMinutes, availablePoints]
}
const list = async (query: object = {}) =>
  (await w.done('neighbour', listPublicNotices, { params: { countyId: '420882' }, query: { limit: '50', ...query } }))
    .items
const listed = async (recordId: string) => (await list()).find((one) => one.recordId === recordId)
const why = async (recordId: string) => (await w.done('volunteer', getRecordWhy, { params: { recordId } })).record
const tonight = () => test.db.inCounty(w.county.countyId, endNotices)
const kindsOf = async (who: string, recordId: string) =>
  (await w.done(who, listNotices, { query: { limit: '50' } })).items
    .filter((notice) => notice.recordId === recordId)
    .map(({ kind }) => kind)

describe('an approved record on public notice', () => {
  it('posts nothing until its last day has passed, and then everything, once', async () => {
    const before = await balances()
    const recordId = await noticed(60)
    const lastDay = addDays(civilDay(test.clock.now), noticeDays)
    expect(await why(recordId)).toMatchObject({ state: 'onNotice', noticeEndsOn: lastDay, points: null })
    expect(await kindsOf('volunteer', recordId)).toEqual(['record-on-notice'])
    for (let day = 0; day < noticeDays; day += 1) {
      expect(await tonight()).toBe(0)
      w.anotherDay()
    }
    expect(await tonight()).toBe(0)
    expect(await balances()).toEqual(before)
    w.anotherDay()
    const nights = await Promise.all([tonight(), tonight()])
    expect(nights.sort()).toEqual([0, 1])
    expect(await balances()).toEqual([(before[0] ?? 0) + 60, (before[1] ?? 0) + 10])
    expect(await why(recordId)).toMatchObject({ state: 'approved', points: 10, decidedByName: '陈姐' })
    expect(await kindsOf('volunteer', recordId)).toEqual(['record-approved', 'record-on-notice'])
    expect((await w.done('volunteer', listMinutes)).items[0]).toMatchObject({ recordId, amountMinutes: 60 })
    expect(await listed(recordId)).toBeUndefined()
  })

  it('is shown to anybody with a masked name and nothing else of its person; of one unit alone where asked (rules 7, 24)', async () => {
    const recordId = await noticed(30)
    const one = await listed(recordId)
    expect(one).toEqual({
      recordId,
      maskedName: '李**',
      unitName: expect.stringContaining('城畈'),
      title: '上门理发',
      serviceDay: civilDay(test.clock.now),
      clockedMinutes: 30,
      declaredMinutes: 0,
      grade: 'B',
      lastDay: addDays(civilDay(test.clock.now), noticeDays),
      objected: false,
    })
    const { stationId, instituteId, centerId } = w.county.stage
    for (const [unitId, there] of [
      [stationId, true],
      [instituteId, true],
      [centerId, false],
    ] as const)
      expect((await list({ unitId })).some((item) => item.recordId === recordId)).toBe(there)
    const stranger = await w.county.as(undefined)(listPublicNotices, { params: { countyId: '420882' } })
    expect(stranger.body.items.map((item) => item.recordId)).toContain(recordId)
    expect((await w.daye.done('center', listPublicNotices, { params: { countyId: '420281' } })).items).toEqual([])
  })

  it('takes its time from others all the same, and waits with those that were decided', async () => {
    const recordId = await noticed(60)
    const { items } = await w.done('keeper', listDecidedRecords, { query: { limit: '50' } })
    expect(items.find((one) => one.recordId === recordId)?.allowedActions).toEqual(['reject', 'correct'])
    const person = { personId: w.county.cast['volunteer'] }
    const again = await w.county.as('keeper')(enterRecord, await entry(w, person, { minutes: 30, endedMinutesAgo: 10 }))
    expect(again.code).toBe('record-overlaps')
  })

  it('earns the rating’s bonus that came meanwhile, once', async () => {
    w.minutesLater((noticeDays + 1) * 1440)
    await tonight()
    const before = await balances()
    const { orderId, recordId } = await served(w, w.accepted, 60)
    await approve(recordId)
    await rate(w, orderId, 5)
    expect(await balances()).toEqual(before)
    w.minutesLater((noticeDays + 1) * 1440)
    await tonight()
    const { totalPoints } = await w.done('volunteer', getRecordWhy, { params: { recordId } })
    expect(totalPoints).toBeGreaterThan(10)
    expect(await balances()).toEqual([(before[0] ?? 0) + 60, (before[1] ?? 0) + totalPoints])
  })

  it('goes on notice anew when it is corrected before it counted, and counts at once when after', async () => {
    const before = await balances()
    const first = await noticed(60)
    w.anotherDay()
    const version = await correct(w, first, { end: -20 })
    expect(version).toMatchObject({ state: 'onNotice', noticeEndsOn: addDays(civilDay(test.clock.now), noticeDays) })
    w.minutesLater(noticeDays * 1440)
    expect(await tonight()).toBe(0)
    w.anotherDay()
    expect(await tonight()).toBe(1)
    expect(await balances()).toEqual([(before[0] ?? 0) + 40, (before[1] ?? 0) + 6])
    const again = await correct(w, version.recordId, { end: -10 })
    expect(again.state).toBe('approved')
    expect(await balances()).toEqual([(before[0] ?? 0) + 30, (before[1] ?? 0) + 5])
    await reverse(w, again.recordId, 3)
    expect(await balances()).toEqual(before)
  })
})
