import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { getMyClock, sendClockEvents } from '@sidan/types/clock'
import { getBalances, listPoints } from '@sidan/types/ledger'
import { approveRecord, getRecordWhy, listMyRecords, listPendingRecords } from '@sidan/types/records'
import { cancelShift } from '@sidan/types/shifts'
import { listMyShifts } from '@sidan/types/signups'
import { getCountyNumbers } from '@sidan/types/statistics'
import { newId } from '../../platform/ids.ts'
import { run } from '../../testing/papers.ts'
import { placeIn, type ShiftMade, setShift, shiftMade, signedUp } from '../../testing/shift-steps.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { closeClocks } from './close-clock.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())
// Nobody has two clocks, and nobody serves twice at the same time: each test begins on a new day, with no clock running.
beforeEach(async () => {
  w.minutesLater(24 * 60)
  await test.db.inCounty(w.county.countyId, closeClocks)
})

const scan = (kind: 'checkIn' | 'checkOut', { shiftId }: ShiftMade, more: object = {}) => ({
  eventId: newId(),
  kind,
  shiftId,
  scanned: w.stationCode,
  deviceAt: test.clock.now.toISOString(),
  queuedNo: 0,
  ...more,
})
const send = async (events: object[], who = 'volunteer') =>
  (await w.done(who, sendClockEvents, { body: { events } })).results
const sendOne = async (...asked: Parameters<typeof scan>) => (await send([scan(...asked)]))[0]
/** A shift from now on, with the volunteer confirmed. */
const going = async (asked: Parameters<typeof shiftMade>[1] = {}) => {
  const shift = await shiftMade(w, asked)
  await signedUp(w, shift)
  return shift
}
const served = async (asked: Parameters<typeof shiftMade>[1] = {}, minutes = 60) => {
  const shift = await going(asked)
  await sendOne('checkIn', shift)
  w.minutesLater(minutes)
  const recordId = (await sendOne('checkOut', shift))?.recordId ?? ''
  w.minutesLater(1)
  return { shift, recordId }
}
const cancel = ({ shiftId }: ShiftMade) =>
  w.done('center', cancelShift, { params: { shiftId }, body: { words: '下大雨' } })
const recordsOf = async ({ shiftId }: ShiftMade) =>
  (await w.done('volunteer', listMyRecords, { query: { limit: '50' } })).items.filter((one) => one.shiftId === shiftId)

describe('a shift', () => {
  it('is clocked, recorded, approved and earns like an order, and says where each number comes from', async () => {
    const before = await w.done('volunteer', getBalances)
    const numbers = await w.done('center', getCountyNumbers)
    const shift = await going({ startsInMinutes: 20, minutes: 60 })
    const clockable = (await w.done('volunteer', getMyClock)).shifts.find((one) => one.shiftId === shift.shiftId)
    expect(clockable).toMatchObject({ title: '防诈骗小课堂', place: '二楼活动室', activityId: shift.activityId })
    const mayClock = async () =>
      (await w.done('volunteer', listMyShifts)).items.find((one) => one.shiftId === shift.shiftId)?.mayClock
    expect(await mayClock()).toBe(true)
    expect(await sendOne('checkIn', shift)).toMatchObject({ outcome: 'counted', grade: 'B' })
    expect((await w.done('volunteer', getMyClock)).running).toMatchObject({
      orderId: null,
      shiftId: shift.shiftId,
      title: '防诈骗小课堂',
    })
    w.minutesLater(90)
    // rule-11: what counts is the time that was served, twenty minutes before and ten after the planned hour with it.
    const out = await sendOne('checkOut', shift)
    expect(out).toMatchObject({ outcome: 'counted', minutes: 90 })
    const recordId = out?.recordId ?? ''
    const pending = await w.done('keeper', listPendingRecords, { query: { limit: '50' } })
    expect(pending.items.find((one) => one.recordId === recordId)).toMatchObject({
      orderId: null,
      shiftId: shift.shiftId,
      title: '防诈骗小课堂',
      serviceNature: 'voluntary',
      allowedActions: ['approve', 'reject', 'correct'],
    })
    await w.done('keeper', approveRecord, { params: { recordId }, body: { version: 1 } })
    const after = await w.done('volunteer', getBalances)
    const why = await w.done('volunteer', getRecordWhy, { params: { recordId } })
    expect(why.evidence.map(({ kind, by }) => `${kind} ${by}`)).toEqual([
      'checkIn station-code',
      'checkOut station-code',
      'approve staff',
    ])
    expect(why.factors.map(({ kind }) => kind)).toEqual(['base', 'platform'])
    expect(why.shift).toMatchObject({ activityId: shift.activityId, place: '二楼活动室' })
    expect(after.clockedMinutes).toBe(before.clockedMinutes + 90)
    expect(after.availablePoints).toBe(before.availablePoints + why.totalPoints)
    expect(after.weeks.at(-1)?.minutes).toBe((before.weeks.at(-1)?.minutes ?? 0) + 90)
    expect((await w.done('volunteer', listPoints)).items[0]).toMatchObject({ about: '防诈骗小课堂', recordId })
    expect((await recordsOf(shift))[0]).toMatchObject({ recordId, state: 'approved', points: why.totalPoints })
    const now = await w.done('center', getCountyNumbers)
    expect(now.clockedMinutes).toBe(numbers.clockedMinutes + 90)
  })

  it('without a platform earns the plain rate', async () => {
    const { recordId } = await served({ platformCode: null })
    await w.done('keeper', approveRecord, { params: { recordId }, body: { version: 1 } })
    const why = await w.done('volunteer', getRecordWhy, { params: { recordId } })
    expect([why.totalPoints, why.factors.map(({ kind }) => kind)]).toEqual([10, ['base']])
  })

  it('at a site takes the code of its station as well', async () => {
    const site = newId()
    await run(
      w,
      `insert into units (county_id, id, code, tier, name, parent_id, institute_id, short_code, phone, address, opens_at, closes_at, adjacent_codes, active)
        select county_id, $2, 'site-1', 'site', '凉亭', id, institute_id, '7K2M9Z', '', '', '09:00', '17:00', '{}', true from units where county_id = $1 and id = $3`,
      site,
      w.county.stage.stationId,
    )
    const shift = await going({ unitId: site })
    expect(await sendOne('checkIn', shift)).toMatchObject({ outcome: 'counted' })
    w.minutesLater(10)
    expect(await sendOne('checkOut', shift, { scanned: '7K2M9Z' })).toMatchObject({ outcome: 'counted', minutes: 10 })
  })

  it('of an institute or the center is decided where it lies', async () => {
    const { instituteId, centerId } = w.county.stage
    const codeOf = async (unitId: string) => {
      const [row] = await test.db.inCounty(w.county.countyId, (tx) =>
        tx.rows<{ code: string }>({
          text: 'select short_code as code from units where county_id = $1 and id = $2',
          values: [w.county.countyId, unitId],
        }),
      )
      return row?.code ?? ''
    }
    for (const [unitId, sees, not] of [
      [instituteId, ['institute', 'center'], ['keeper']],
      [centerId, ['center'], ['keeper', 'institute']],
    ] as const) {
      const shift = await going({ unitId })
      const scanned = await codeOf(unitId)
      expect(await sendOne('checkIn', shift)).toMatchObject({ reason: 'code-of-other-place' })
      expect(await sendOne('checkIn', shift, { scanned })).toMatchObject({ outcome: 'counted' })
      w.minutesLater(60)
      const recordId = (await sendOne('checkOut', shift, { scanned }))?.recordId ?? ''
      const listed = async (who: string) =>
        (await w.done(who, listPendingRecords, { query: { limit: '50' } })).items.some(
          (one) => one.recordId === recordId,
        )
      for (const who of sees) expect([who, await listed(who)]).toEqual([who, true])
      for (const who of not) expect([who, await listed(who)]).toEqual([who, false])
      const approve = { params: { recordId }, body: { version: 1 } }
      for (const who of not) expect((await w.county.as(who)(approveRecord, approve)).code).toBe('not-found')
      expect((await w.county.as(sees[0])(approveRecord, approve)).status).toBe(200)
      w.minutesLater(120)
    }
  })
})

describe('an event that does not count by itself is stored with its reason', () => {
  const storedAs = async (eventId: string) => {
    const [row] = await test.db.inCounty(w.county.countyId, (tx) =>
      tx.rows<{ outcome: string; reason: string }>({
        text: 'select outcome, reason from clock_events where county_id = $1 and event_id = $2',
        values: [w.county.countyId, eventId],
      }),
    )
    return row
  }
  const nobody = async () => shiftMade(w)
  const withState = (state: 'waiting' | 'asked') => async () => {
    const shift = await shiftMade(w)
    await placeIn(w, shift, 'volunteer', state)
    return shift
  }
  const cancelled = async () => {
    const shift = await going()
    await cancel(shift)
    return shift
  }
  const over = async () => {
    const shift = await going({ minutes: 60 })
    w.minutesLater(61)
    return shift
  }
  const cases: [string, string, () => Promise<ShiftMade>, object?][] = [
    ['not-going', 'nobody signed up', nobody],
    ['not-going', 'they stand on the waitlist', withState('waiting')],
    ['not-going', 'they wait to be admitted', withState('asked')],
    ['not-going', 'they take part and do not serve', () => going({ opening: { kind: 'participant' } })],
    ['shift-cancelled', 'it was called off', cancelled],
    ['too-early', 'it begins in half an hour and a minute', () => going({ startsInMinutes: 31 })],
    ['shift-over', 'it is over', over],
    ['code-of-other-place', 'another wall’s code was scanned', () => going(), { scanned: '7K2M9X' }],
    ['code-of-other-place', 'a recipient’s code was scanned', () => going(), { scanned: '7K2M9XQ4' }],
    ['code-unknown', 'something else was scanned', () => going(), { scanned: 'https://example.org' }],
  ]
  it.each(cases)('%s: %s', async (reason, _when, made, more = {}) => {
    const event = scan('checkIn', await made(), more)
    const [result] = await send([event])
    expect(result).toMatchObject({ outcome: 'stored', reason, recordId: null })
    expect(await storedAs(event.eventId)).toEqual({ outcome: 'stored', reason })
    expect((await w.done('volunteer', getMyClock)).running).toBeNull()
  })

  it('refuses one for a shift that is not there, and a draft’s is not', async () => {
    const draft = await going()
    await setShift(
      w,
      draft,
      `update activities set state = 'draft' where county_id = $1 and id = (select activity_id from shifts where county_id = $1 and id = $2)`,
    )
    for (const shiftId of [newId(), draft.shiftId])
      expect(await sendOne('checkIn', { ...draft, shiftId })).toMatchObject({
        outcome: 'refused',
        problem: 'not-found',
      })
  })

  it('takes an event that names one of an order and a shift, as old phones do, and refuses both or neither', async () => {
    const shift = await going()
    const { orderId } = await w.accepted()
    const both = { ...scan('checkIn', shift), orderId }
    const { shiftId: _gone, ...neither } = scan('checkIn', shift)
    for (const event of [both, neither])
      expect((await w.county.as('volunteer')(sendClockEvents, { body: { events: [event] } })).code).toBe(
        'invalid-request',
      )
    expect((await send([{ ...neither, orderId }]))[0]).toMatchObject({ outcome: 'counted' })
    await w.checkOut({ orderId })
  })
})

describe('the time that counts', () => {
  it('rule-11 is what was served: late and early, less than planned', async () => {
    const shift = await going()
    w.minutesLater(16)
    await sendOne('checkIn', shift)
    w.minutesLater(40)
    expect(await sendOne('checkOut', shift)).toMatchObject({ minutes: 40 })
  })

  it('ends at the end + grace when nobody checks out, and waits for a person', async () => {
    const shift = await going({ minutes: 60 })
    await sendOne('checkIn', shift)
    w.minutesLater(90)
    await test.db.inCounty(w.county.countyId, closeClocks)
    expect((await w.done('volunteer', getMyClock)).running).not.toBeNull()
    w.minutesLater(1)
    await test.db.inCounty(w.county.countyId, closeClocks)
    w.minutesLater(1)
    expect(await sendOne('checkOut', shift)).toMatchObject({ outcome: 'stored', reason: 'clock-closed' })
    const [record] = await recordsOf(shift)
    expect(record).toMatchObject({ state: 'pending', clockedMinutes: 91, grade: 'C' })
    const pending = await w.done('keeper', listPendingRecords, { query: { limit: '50' } })
    expect(pending.items.find((one) => one.recordId === record?.recordId)?.odd).toContain('no-check-out')
  })

  it('goes no further than the end + grace when the check-out comes before the clock was closed', async () => {
    const shift = await going({ minutes: 60 })
    await sendOne('checkIn', shift)
    w.minutesLater(200)
    expect(await sendOne('checkOut', shift)).toMatchObject({ outcome: 'counted', minutes: 91 })
  })

  it('is kept for whoever serves when the shift is called off, or they left, while the clock runs', async () => {
    const leave = (shift: ShiftMade) =>
      setShift(w, shift, `update signups set state = 'left', ended_at = now() where county_id = $1 and shift_id = $2`)
    for (const change of [cancel, leave]) {
      const shift = await going({ startsInMinutes: 20 })
      await sendOne('checkIn', shift)
      w.minutesLater(10)
      await change(shift)
      w.minutesLater(20)
      expect(await sendOne('checkOut', shift)).toMatchObject({ outcome: 'counted', minutes: 30 })
      w.minutesLater(120)
    }
  })

  it('is not counted twice: what collides with another record is kept as a conflict', async () => {
    const shift = await going({ minutes: 180 })
    await w.checkOut(await w.inService(), 60)
    const ago = (minutes: number) => ({
      deviceAt: new Date(test.clock.now.getTime() - minutes * 60_000).toISOString(),
    })
    await send([scan('checkIn', shift, { ...ago(30), queuedNo: 1 }), scan('checkOut', shift, { queuedNo: 2 })])
    expect((await recordsOf(shift))[0]?.state).toBe('conflict')
  })
})

describe('events of one phone', () => {
  it('come to the same in any order, any number of times', async () => {
    const shift = await going()
    w.minutesLater(60)
    const at = (minutes: number, queuedNo: number) => ({
      deviceAt: new Date(test.clock.now.getTime() - minutes * 60_000).toISOString(),
      queuedNo,
    })
    const events = [scan('checkIn', shift, at(55, 1)), scan('checkOut', shift, at(5, 2))]
    const first = await send([...events].reverse())
    expect(first.map(({ outcome, grade }) => [outcome, grade])).toEqual([
      ['counted', 'C'],
      ['counted', 'C'],
    ])
    const again = await Promise.all([send(events), send([...events].reverse()), send(events.slice(1))])
    for (const results of again) expect(results).toEqual(first.slice(-results.length))
    const records = await recordsOf(shift)
    expect(records.map(({ clockedMinutes }) => clockedMinutes)).toEqual([50])
  })

  it('start one clock when somebody checks in at a shift and at an order at the same moment', async () => {
    for (let round = 0; round < 4; round += 1) {
      const shift = await going()
      const { orderId } = await w.accepted()
      const results = await Promise.all([
        send([scan('checkIn', shift)]),
        send([w.scan('checkIn', orderId)]),
        send([scan('checkIn', shift)]),
      ])
      expect(results.map(([one]) => one?.reason ?? one?.outcome).sort()).toEqual([
        'clock-already-running',
        'clock-already-running',
        'counted',
      ])
      const { running } = await w.done('volunteer', getMyClock)
      w.minutesLater(10)
      await send([running?.shiftId ? scan('checkOut', shift) : w.scan('checkOut', running?.orderId ?? '')])
      w.minutesLater(1)
      await setShift(
        w,
        shift,
        `update signups set state = 'left', ended_at = now() where county_id = $1 and shift_id = $2`,
      )
    }
  })

  it('open one record when somebody checks out of a shift three times at once', async () => {
    const shift = await going()
    await sendOne('checkIn', shift)
    w.minutesLater(30)
    const results = await Promise.all([1, 2, 3].map(() => sendOne('checkOut', shift)))
    expect(results.map((one) => one?.reason ?? one?.outcome).sort()).toEqual([
      'counted',
      'no-clock-running',
      'no-clock-running',
    ])
    expect(await recordsOf(shift)).toHaveLength(1)
  })
})
