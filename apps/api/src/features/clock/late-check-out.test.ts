/** A check-out that the phone kept until its clock had been closed by itself: it counts while nobody decided, and is never lost. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { sendClockEvents } from '@sidan/types/clock'
import { getBalances } from '@sidan/types/ledger'
import { listNotices } from '@sidan/types/notices'
import { approveRecord, getRecordWhy, listMyRecords, listPendingRecords, withdrawRecord } from '@sidan/types/records'
import { newId } from '../../platform/ids.ts'
import { correct } from '../../testing/corrections.ts'
import { type ShiftMade, shiftMade, signedUp } from '../../testing/shift-steps.ts'
import { closeSwept } from '../../testing/swept.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { closeClocks } from './close-clock.ts'
import { type ClockFacts, weigh } from './rules.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
beforeEach(() => w.anotherDay())
/** Whatever happened, the books add up. */
afterAll(() => closeSwept(test))

const scan = (kind: 'checkIn' | 'checkOut', { shiftId }: ShiftMade) => ({
  eventId: newId(),
  kind,
  shiftId,
  scanned: w.stationCode,
  deviceAt: test.clock.now.toISOString(),
  queuedNo: 0,
})
const ask = (event: object) => w.county.as('volunteer')(sendClockEvents, { body: { events: [event] } })
const send = async (event: object) => (await ask(event)).body.results[0]
/** The record of a shift of an hour that stands, as its person sees it. */
const recordOf = async ({ shiftId }: ShiftMade) => {
  const { items } = await w.done('volunteer', listMyRecords, { query: { limit: '50' } })
  const record = items.find((one) => one.shiftId === shiftId)
  if (!record) throw new Error('a clock that was closed has its record')
  return record
}
const why = (recordId: string) => w.done('keeper', getRecordWhy, { params: { recordId } })
const approve = ({ recordId, version }: { recordId: string; version: number }) =>
  w.county.as('keeper')(approveRecord, { params: { recordId }, body: { version } })
/** An hour's shift that began, whose check-out `after` minutes the phone kept while the clock was closed by itself after 91. */
async function left(after: number) {
  const shift = await shiftMade(w, { minutes: 60 })
  await signedUp(w, shift)
  expect(await send(scan('checkIn', shift))).toMatchObject({ outcome: 'counted', grade: 'B' })
  w.minutesLater(after)
  const kept = scan('checkOut', shift)
  w.minutesLater(200 - after)
  await test.db.inCounty(w.county.countyId, closeClocks)
  return { shift, kept, closed: await recordOf(shift) }
}

describe('a check-out after the clock was closed by itself', () => {
  it('makes a version as long as was served, which waits as any other and says what it came from', async () => {
    const before = (await w.done('volunteer', getBalances)).clockedMinutes
    const { shift, kept, closed } = await left(50)
    expect(closed).toMatchObject({ state: 'pending', version: 1, clockedMinutes: 91, grade: 'C' })
    const answer = await send(kept)
    expect(answer).toMatchObject({ outcome: 'counted', minutes: 50, grade: 'C' })
    const record = await recordOf(shift)
    expect(record).toMatchObject({ recordId: answer?.recordId, state: 'pending', version: 2, clockedMinutes: 50 })
    const { items } = await w.done('keeper', listPendingRecords, { query: { limit: '50' } })
    const waiting = items.filter((one) => one.shiftId === shift.shiftId)
    expect(waiting.map(({ recordId, odd }) => [recordId, odd])).toEqual([[record.recordId, ['grade-c']]])
    const { versions, evidence } = await why(record.recordId)
    expect(versions.map(({ state, undone }) => [state, undone?.byName])).toEqual([
      ['corrected', null],
      ['pending', undefined],
    ])
    expect(evidence.map(({ kind, by }) => `${kind} ${by}`)).toEqual(['checkIn station-code', 'checkOut station-code'])
    expect((await why(closed.recordId)).evidence.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      'checkIn station-code',
      'checkOut none',
    ])
    expect((await approve(closed)).code).toBe('record-not-pending')
    expect((await approve(record)).code).toBeUndefined()
    expect((await w.done('volunteer', getBalances)).clockedMinutes).toBe(before + 50)
    expect((await why(record.recordId)).evidence.map(({ kind }) => kind)).toEqual(['checkIn', 'checkOut', 'approve'])
  })

  it('changes nothing when it is sent again, and nothing when another check-out follows', async () => {
    const { shift, kept } = await left(40)
    const first = await send(kept)
    expect(await send(kept)).toEqual(first)
    expect(await send({ ...kept, eventId: newId() })).toMatchObject({ outcome: 'stored', reason: 'no-clock-running' })
    expect(await recordOf(shift)).toMatchObject({ version: 2, clockedMinutes: 40 })
  })

  it('is kept with its reason when it was made after that moment, or comes too late', async () => {
    const after = await left(92)
    expect(await send(after.kept)).toMatchObject({ outcome: 'stored', reason: 'clock-closed' })
    expect(await recordOf(after.shift)).toEqual(after.closed)
    const late = await left(30)
    w.minutesLater(8 * 1440)
    expect(await send(late.kept)).toMatchObject({ outcome: 'stored', reason: 'late' })
    expect(await recordOf(late.shift)).toMatchObject({ version: 1, clockedMinutes: 91 })
  })

  it('is kept when somebody decided already, and the keepers are told; of what was taken back they are not', async () => {
    const told = async () =>
      (await w.done('keeper', listNotices, { query: { limit: '50' } })).items.filter(
        ({ kind }) => kind === 'record-check-out-late',
      )
    const decided = await left(50)
    await approve(decided.closed)
    expect(await send(decided.kept)).toMatchObject({ outcome: 'stored', reason: 'record-decided' })
    expect(await recordOf(decided.shift)).toMatchObject({ state: 'approved', version: 1, clockedMinutes: 91 })
    expect((await told()).map(({ recordId }) => recordId)).toEqual([decided.closed.recordId])
    w.anotherDay()
    const withdrawn = await left(50)
    const { recordId, version } = withdrawn.closed
    await w.done('volunteer', withdrawRecord, { params: { recordId }, body: { version } })
    expect(await send(withdrawn.kept)).toMatchObject({ outcome: 'stored', reason: 'record-decided' })
    expect(await told()).toHaveLength(1)
  })

  it('is what the clock measured for a correction that follows', async () => {
    const { kept } = await left(50)
    const { recordId = '' } = { ...(await send(kept)) } as { recordId?: string }
    expect(await correct(w, recordId, { end: 10 })).toMatchObject({
      version: 3,
      clockedMinutes: 50,
      declaredMinutes: 10,
    })
  })

  it('and a decision at the same moment: one of the two stands, whole', async () => {
    for (let round = 0; round < 6; round += 1) {
      w.anotherDay()
      const before = (await w.done('volunteer', getBalances)).clockedMinutes
      const { shift, kept, closed } = await left(50)
      const [out, again, approved] = await Promise.all([
        ask(kept),
        ask({ ...kept, eventId: newId() }),
        approve(closed),
        approve(closed),
      ])
      expect([out.status, again.status]).toEqual([200, 200])
      const outcomes = [out, again].map(({ body }) => body.results[0]?.reason ?? body.results[0]?.outcome).sort()
      const record = await recordOf(shift)
      const balance = (await w.done('volunteer', getBalances)).clockedMinutes
      if (record.state === 'approved') {
        expect([record.version, outcomes, balance]).toEqual([1, ['record-decided', 'record-decided'], before + 91])
      } else {
        expect(approved.code).toBe('record-not-pending')
        expect([record.version, outcomes, balance]).toEqual([2, ['counted', 'no-clock-running'], before])
      }
    }
  })
})

describe('a check-out at a clock that was closed by itself, while another runs elsewhere', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 2, minute))
  const event: ClockFacts = {
    kind: 'checkOut',
    codeKind: 'station-code',
    codeFault: undefined,
    receivedAt: at(50),
    deviceAt: at(50),
    goes: true,
    unfit: undefined,
    closed: undefined,
    window: undefined,
    jumped: false,
    running: { placeId: 'elsewhere', startedAt: at(0), countsUntil: at(30) },
    closedClock: { startedAt: at(0), closedAt: at(60), decided: false },
    placeId: 'here',
    hours: { lateUploadMinutes: 60, relayMinutes: 5 },
  }
  const counted = { outcome: 'counted', countedAt: at(50), grade: 'B' }

  it('counts by the clock that was closed: the other’s beginning and end mean nothing to it', () => {
    expect(weigh(event)).toEqual(counted)
    expect(weigh({ ...event, running: { placeId: 'elsewhere', startedAt: at(55), countsUntil: at(90) } })).toEqual(
      counted,
    )
    expect(weigh({ ...event, goes: false })).toEqual(counted)
  })

  it.each([
    ['before-check-in', { startedAt: at(50), closedAt: at(60), decided: false }],
    ['clock-closed', { startedAt: at(0), closedAt: at(49), decided: false }],
    ['record-decided', { startedAt: at(0), closedAt: at(60), decided: true }],
    ['no-clock-running', undefined],
  ] as const)('is stored as %s by that clock, not by the other', (reason, closedClock) => {
    expect(weigh({ ...event, closedClock })).toEqual({ outcome: 'stored', reason })
  })

  it('stops the other where it is of the other’s place, at its last minute', () => {
    expect(weigh({ ...event, placeId: 'elsewhere' })).toEqual({ ...counted, countedAt: at(30) })
  })
})
