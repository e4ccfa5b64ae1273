import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getBalances } from '@sidan/types/ledger'
import { enterRecord, getEntryForm } from '@sidan/types/manual-entries'
import { approveRecord, getRecordWhy, listPendingRecords, rejectRecord } from '@sidan/types/records'
import { correct } from '../../testing/corrections.ts'
import { entered, entry } from '../../testing/manual-entries.ts'
import { placeIn, shiftMade } from '../../testing/shift-steps.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World
beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())

const balances = () => w.done('third', getBalances)

describe('what is entered by hand', () => {
  it('waits for another person, declared and as the weakest evidence, with its reason and photo, and stays apart on every total', async () => {
    const { body: made } = await entered(w, 'keeper', {}, { minutes: 60, endedMinutesAgo: 600 })
    expect(made).toMatchObject({
      source: 'manual',
      state: 'pending',
      title: '清扫楼道',
      clockedMinutes: 0,
      declaredMinutes: 60,
      grade: 'C',
      odd: ['by-hand'],
      allowedActions: [],
    })
    const waiting = (await w.done('center', listPendingRecords)).items.find(
      ({ recordId }) => recordId === made.recordId,
    )
    expect(waiting?.allowedActions).toEqual(['approve', 'reject', 'correct'])
    await w.done('center', approveRecord, { params: { recordId: made.recordId }, body: { version: 1 } })
    expect(await balances()).toMatchObject({ clockedMinutes: 0, declaredMinutes: 60, availablePoints: 12 })
    const why = await w.done('third', getRecordWhy, { params: { recordId: made.recordId } })
    expect(why.entry).toMatchObject({ byName: '陈姐', words: '手机没电了，没扫码', photos: [expect.any(String)] })
    expect(why.evidence.map(({ kind, byName }) => [kind, byName])).toEqual([
      ['enter', '陈姐'],
      ['approve', '何主任'],
    ])
  })

  it('is entered by the volunteer as well, and then the keeper decides; corrected, none of it becomes clocked', async () => {
    const { body: made } = await entered(w, 'third', { personId: null }, { minutes: 60, endedMinutesAgo: 900 })
    await w.done('keeper', approveRecord, { params: { recordId: made.recordId }, body: { version: 1 } })
    const right = await correct(w, made.recordId, { end: -30 })
    expect(right).toMatchObject({ source: 'manual', clockedMinutes: 0, declaredMinutes: 30, title: '清扫楼道' })
  })

  it('is sent back with words that stand beside its own reason', async () => {
    const { body: made } = await entered(w, 'keeper', {}, { minutes: 20, endedMinutesAgo: 1200 })
    const params = { recordId: made.recordId }
    await w.done('center', rejectRecord, { params, body: { version: 1, words: '那天没有人扫' } })
    const { record, entry: declared } = await w.done('third', getRecordWhy, { params })
    expect(record).toMatchObject({ state: 'rejected', rejectionWords: '那天没有人扫' })
    expect(declared?.words).toBe('手机没电了，没扫码')
  })

  it('names the shift that somebody was confirmed for, and takes its platform and unit', async () => {
    const shift = await shiftMade(w, { startsInMinutes: 1, platformCode: 'culture' })
    await placeIn(w, shift, 'third')
    w.minutesLater(60)
    const offered = async () => (await w.done('third', getEntryForm)).shifts.map(({ shiftId }) => shiftId)
    expect(await offered()).toEqual([shift.shiftId])
    const { body: made } = await entered(
      w,
      'keeper',
      { where: { shiftId: shift.shiftId } },
      { minutes: 60, endedMinutesAgo: 1200 },
    )
    expect(made).toMatchObject({ shiftId: shift.shiftId, title: '防诈骗小课堂', state: 'pending' })
    expect(await offered()).toEqual([])
  })

  it('keeps within the month also when many entries come at the same moment', async () => {
    const entries = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        entry(w, { personId: w.county.cast['second'] }, { minutes: 200, endedMinutesAgo: 300 * (index + 1) }),
      ),
    )
    const answers = await Promise.all(entries.map((one) => w.county.as('keeper')(enterRecord, one)))
    // Ten hours a month: three of 200 minutes.
    expect(answers.map(({ code }) => code ?? 'entered').sort()).toEqual([
      'entered',
      'entered',
      'entered',
      ...Array.from({ length: 3 }, () => 'manual-entry-over-month'),
    ])
  })

  it('is entered once when the same is sent eight times at the same moment', async () => {
    const one = await entry(w, { personId: w.county.cast['volunteer'] }, { minutes: 30, endedMinutesAgo: 60 })
    const answers = await Promise.all(Array.from({ length: 8 }, () => w.county.as('keeper')(enterRecord, one)))
    expect(answers.map(({ code }) => code ?? 'entered').sort()).toEqual([
      'entered',
      ...Array.from({ length: 7 }, () => 'record-overlaps'),
    ])
  })
})
