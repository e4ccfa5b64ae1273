/** Many who decide on one record at the same moment: one of them does, and value moves once. */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { getBalances, listPoints } from '@sidan/types/ledger'
import { listNotices } from '@sidan/types/notices'
import { correctRecord, reverseRecord } from '@sidan/types/record-corrections'
import { approveRecord, getRecordWhy, rejectRecord } from '@sidan/types/records'
import { spanOf } from '../../testing/corrections.ts'
import { closeSwept } from '../../testing/swept.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
/** Whatever happened, the books add up. */
afterAll(() => closeSwept(test))

const eight = ['keeper', 'institute', 'center', 'keeper', 'institute', 'center', 'keeper', 'center']
const codes = (answers: { code: string | undefined }[]) => answers.map(({ code }) => code ?? 'done').sort()
const one = (refusal: string) => ['done', ...Array.from({ length: 7 }, () => refusal)]
const minutes = async () => (await w.done('volunteer', getBalances)).clockedMinutes
const points = async () => (await w.done('volunteer', getBalances)).availablePoints
const why = (recordId: string) => w.done('volunteer', getRecordWhy, { params: { recordId } })

it('eight approvers of one record at the same moment: one decides, and minutes and points are posted once', async () => {
  const recordId = await w.record(90)
  const asking = { params: { recordId }, body: { version: 1 } }
  const answers = await Promise.all(eight.map((who) => w.county.as(who)(approveRecord, asking)))
  expect(codes(answers)).toEqual(one('record-not-pending'))
  expect([await minutes(), await points()]).toEqual([90, 15])
  expect((await w.done('volunteer', listPoints)).items.map(({ amountPoints }) => amountPoints)).toEqual([15])
  const told = (await w.done('volunteer', listNotices)).items.filter(({ kind }) => kind === 'record-approved')
  expect(told).toHaveLength(1)
})

it('four who approve and four who reject at the same moment: one decides, and points stand only where it was approved', async () => {
  for (let round = 0; round < 3; round += 1) {
    const before = await points()
    const recordId = await w.record(60)
    const answers = await Promise.all(
      eight.map((who, no) =>
        no % 2 === 0
          ? w.county.as(who)(approveRecord, { params: { recordId }, body: { version: 1 } })
          : w.county.as(who)(rejectRecord, { params: { recordId }, body: { version: 1, words: '那天没有去' } }),
      ),
    )
    expect(codes(answers)).toEqual(one('record-not-pending'))
    const { state } = (await why(recordId)).record
    expect(await points()).toBe(before + (state === 'approved' ? 10 : 0))
  }
})

it('eight corrections of one record at the same moment make one version; eight who take it back do so once', async () => {
  const recordId = await w.approved(90)
  const before = [await minutes(), await points()]
  const { version, ...span } = await spanOf(w, recordId, { end: -30 })
  const body = { ...span, version, serviceNature: 'voluntary', words: '签退晚了' }
  const corrections = await Promise.all(
    eight.map((who) => w.county.as(who)(correctRecord, { params: { recordId }, body })),
  )
  expect(codes(corrections)).toEqual(one('record-not-standing'))
  expect([await minutes(), await points()]).toEqual([(before[0] ?? 0) - 30, (before[1] ?? 0) - 5])
  const { versions } = await why(recordId)
  expect(versions.map((each) => [each.version, each.state])).toEqual([
    [1, 'corrected'],
    [2, 'approved'],
  ])

  const asking = { params: { recordId: versions[1]?.recordId ?? '' }, body: { version: 2, words: '那天没有去' } }
  const reversals = await Promise.all(eight.map((who) => w.county.as(who)(reverseRecord, asking)))
  expect(codes(reversals)).toEqual(one('record-not-standing'))
  expect([await minutes(), await points()]).toEqual([(before[0] ?? 0) - 90, (before[1] ?? 0) - 15])
})
