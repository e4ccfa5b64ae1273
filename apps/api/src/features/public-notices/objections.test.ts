/** 异议: what stands on public notice is not posted until another person than its approver decided. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { getBalances } from '@sidan/types/ledger'
import { listNotices } from '@sidan/types/notices'
import { dismissObjection, listObjections, listPublicNotices, objectToRecord } from '@sidan/types/public-notices'
import { correctRecord } from '@sidan/types/record-corrections'
import { approveRecord, getRecordWhy, rejectRecord } from '@sidan/types/records'
import { openDatabase } from '../../platform/db.ts'
import { spanOf } from '../../testing/corrections.ts'
import { noticeDays, noticePolicy, objected } from '../../testing/public-notices.ts'
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
const list = async () =>
  (await w.done('neighbour', listPublicNotices, { params: { countyId: '420882' }, query: { limit: '50' } })).items
const listed = async (recordId: string) => (await list()).find((one) => one.recordId === recordId)
const why = async (recordId: string) => (await w.done('volunteer', getRecordWhy, { params: { recordId } })).record
const tonight = () => test.db.inCounty(w.county.countyId, endNotices)
const object = (recordId: string, as = 'neighbour') =>
  w.county.as(as)(objectToRecord, { params: { recordId }, body: { words: '那天没看到人' } })
const dismiss = (objectionId: string, as = 'institute') =>
  w.county.as(as)(dismissObjection, { params: { objectionId }, body: { words: '问过了，人在' } })
const kindsOf = async (who: string, recordId: string) =>
  (await w.done(who, listNotices, { query: { limit: '50' } })).items
    .filter((notice) => notice.recordId === recordId)
    .map(({ kind }) => kind)

const reject = (recordId: string) =>
  w.done('institute', rejectRecord, { params: { recordId }, body: { version: 1, words: '那天没有去' } })

describe('an objection', () => {
  it('stops it until another person than the approver dismissed it; what is over by then counts at once', async () => {
    const before = await balances()
    const recordId = await noticed(60)
    const objectionId = await objected(w, recordId)
    expect(await listed(recordId)).toMatchObject({ objected: true })
    expect(await kindsOf('keeper', recordId)).toContain('record-objected')
    w.minutesLater((noticeDays + 2) * 1440)
    expect(await tonight()).toBe(0)
    const waiting = await w.done('institute', listObjections, { query: { limit: '50' } })
    expect(waiting.items).toMatchObject([
      { objectionId, noticeWasBy: '陈姐', record: { recordId }, allowedActions: ['dismiss'] },
    ])
    expect(JSON.stringify(waiting)).not.toContain(w.county.cast['neighbour'])
    expect((await w.done('keeper', listObjections)).items[0]?.allowedActions).toEqual([])
    expect((await dismiss(objectionId, 'keeper')).code).toBe('own-approval')
    const asItIs = { ...(await spanOf(w, recordId)), serviceNature: 'voluntary', words: '核对过' }
    const correcting = (as: string) => w.county.as(as)(correctRecord, { params: { recordId }, body: asItIs })
    expect((await correcting('keeper')).code).toBe('own-approval')
    const answers = await Promise.all([dismiss(objectionId), dismiss(objectionId, 'center')])
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['done', 'objection-over'])
    expect(await balances()).toEqual([(before[0] ?? 0) + 60, (before[1] ?? 0) + 10])
    const told = (await w.done('neighbour', listNotices)).items.find(({ kind }) => kind === 'objection-dismissed')
    expect(told).toMatchObject({ about: '上门理发', words: '问过了，人在', recordId: null })
    expect((await object(recordId)).code).toBe('record-not-on-notice')
  })

  it('dismissed before the last day leaves the notice to run out; one of two still stops it', async () => {
    const before = await balances()
    const recordId = await noticed(60)
    const [one, two] = [await objected(w, recordId), await objected(w, recordId, 'second')]
    await dismiss(one)
    w.minutesLater((noticeDays + 1) * 1440)
    expect(await tonight()).toBe(0)
    expect(await balances()).toEqual(before)
    await dismiss(two)
    expect(await balances()).toEqual([(before[0] ?? 0) + 60, (before[1] ?? 0) + 10])
    const third = await noticed(60)
    await dismiss(await objected(w, third))
    expect(await why(third)).toMatchObject({ state: 'onNotice' })
    await reject(third)
  })

  it('dismissed on the notice’s last day leaves the record on notice until the night after it', async () => {
    const before = await balances()
    const recordId = await noticed(60)
    const objectionId = await objected(w, recordId)
    w.minutesLater(noticeDays * 1440)
    await dismiss(objectionId)
    expect([(await why(recordId)).state, await balances(), await tonight()]).toEqual(['onNotice', before, 0])
    w.anotherDay()
    expect(await tonight()).toBe(1)
    expect(await balances()).toEqual([(before[0] ?? 0) + 60, (before[1] ?? 0) + 10])
  })

  it('that holds ends with the record: rejected, nothing was ever posted', async () => {
    const before = await balances()
    const recordId = await noticed(60)
    const objectionId = await objected(w, recordId)
    await reject(recordId)
    const { evidence } = await w.done('keeper', getRecordWhy, { params: { recordId } })
    expect(evidence.slice(-2).map(({ kind, byName }) => [kind, byName])).toEqual([
      ['approve', '陈姐'],
      ['reject', '周主任'],
    ])
    w.minutesLater((noticeDays + 1) * 1440)
    await tonight()
    expect(await balances()).toEqual(before)
    expect((await w.done('institute', listObjections)).items).toEqual([])
    expect((await dismiss(objectionId)).code).toBe('objection-over')
  })

  it('and the end of the notice at the same moment: it is either heard or too late, never beside what was posted', async () => {
    const worker = openDatabase({ url: test.urls.worker, maxConnections: 2, clock: () => test.clock.now })
    for (let round = 0; round < 3; round += 1) {
      w.anotherDay()
      const recordId = await noticed(10)
      w.minutesLater((noticeDays + 1) * 1440)
      const [objection, ended] = await Promise.all([
        object(recordId, 'neighbour'),
        worker.inCounty(w.county.countyId, endNotices),
      ])
      const { state } = await why(recordId)
      expect([state, objection.code, ended]).toEqual(
        ended === 1 ? ['approved', 'record-not-on-notice', 1] : ['onNotice', undefined, 0],
      )
      if (ended === 0) await dismiss((await w.done('institute', listObjections)).items[0]?.objectionId ?? '')
    }
    await worker.end()
  })
})
