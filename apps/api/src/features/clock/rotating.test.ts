import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { sendClockEvents } from '@sidan/types/clock'
import { getRecordWhy } from '@sidan/types/records'
import { codeStepMs, stepOf } from '@sidan/types/rotating-codes'
import { revokeScreen } from '@sidan/types/screens'
import { newId } from '../../platform/ids.ts'
import { run } from '../../testing/papers.ts'
import { codesOf, enrolled, phoneCodes, shownIn } from '../../testing/screens.ts'
import { placeIn, type ShiftMade, shiftMade } from '../../testing/shift-steps.ts'
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

type Kind = 'checkIn' | 'checkOut'
const later = (minutes: number) => new Date(test.clock.now.getTime() + minutes * 60_000).toISOString()
const scan = (kind: Kind, { shiftId }: { shiftId: string }, scanned: string, more: object = {}) => ({
  ...{ eventId: newId(), kind, shiftId, scanned },
  ...{ deviceAt: later(0), queuedNo: 0 },
  ...more,
})
const send = async (events: object[], who = 'volunteer') =>
  (await w.done(who, sendClockEvents, { body: { events } })).results
const sendOne = async (...asked: Parameters<typeof scan>) => (await send([scan(...asked)]))[0]
const going = async (asked: Parameters<typeof shiftMade>[1] = {}) => {
  const shift = await shiftMade(w, asked)
  await placeIn(w, shift)
  return shift
}
/** A shift somebody goes to, and the codes of a screen there. */
const atScreen = async (asked: Parameters<typeof shiftMade>[1] = {}) => {
  const shift = await going(asked)
  const screen = await enrolled(w)
  return { shift, screen, codes: await codesOf(w, screen) }
}
/** Does something that much later; tokens are good for 30 days, so time goes back afterwards. */
const after = async <Result>(minutes: number, work: () => Promise<Result>): Promise<Result> => {
  const { now } = test.clock
  w.minutesLater(minutes)
  const result = await work()
  test.clock.now = now
  return result
}
const startOf = (moment: Date) => new Date(stepOf(moment) * codeStepMs).toISOString()
const recordsOf = ({ shiftId }: ShiftMade) =>
  run(
    w,
    'select clocked_minutes as minutes, grade, state from service_records where county_id = $1 and shift_id = $2',
    shiftId,
  )

describe('a rotating code', () => {
  it('counts at its step whatever the phone’s clock says, and sent at once it is of grade A', async () => {
    for (const deviceAt of [later(-600), later(600)]) {
      w.minutesLater(24 * 60)
      const { shift, codes } = await atScreen()
      const scanned = shownIn(w, codes)
      const startedAt = startOf(test.clock.now)
      w.minutesLater(9)
      const result = await sendOne('checkIn', shift, scanned, { deviceAt })
      expect(result).toMatchObject({ outcome: 'counted', grade: 'A', startedAt })
      await test.db.inCounty(w.county.countyId, closeClocks)
      w.minutesLater(1)
      await sendOne('checkOut', shift, shownIn(w, codes))
    }
  })

  it('makes a record of grade A from step to step, and says by what; with the printed code it is of grade B', async () => {
    const { shift, codes } = await atScreen()
    await sendOne('checkIn', shift, shownIn(w, codes))
    w.minutesLater(40)
    const out = await sendOne('checkOut', shift, shownIn(w, codes))
    expect(out).toMatchObject({ outcome: 'counted', minutes: 40, grade: 'A' })
    expect(await recordsOf(shift)).toEqual([{ minutes: 40, grade: 'A', state: 'pending' }])
    const why = await w.done('volunteer', getRecordWhy, { params: { recordId: out?.recordId ?? '' } })
    expect(why.evidence.map(({ by, grade }) => [by, grade])).toEqual([
      ['rotating-code', 'A'],
      ['rotating-code', 'A'],
    ])
    w.minutesLater(24 * 60)
    const next = await atScreen()
    await sendOne('checkIn', next.shift, shownIn(w, next.codes))
    w.minutesLater(40)
    await sendOne('checkOut', next.shift, w.stationCode)
    expect(await recordsOf(next.shift)).toMatchObject([{ grade: 'B' }])
  })

  it('does not end what began in the same step: the clock runs on', async () => {
    const { shift, codes } = await atScreen()
    const scanned = shownIn(w, codes)
    await sendOne('checkIn', shift, scanned)
    expect(await sendOne('checkOut', shift, scanned)).toMatchObject({ outcome: 'stored', reason: 'before-check-in' })
    w.minutesLater(40)
    expect(await sendOne('checkOut', shift, shownIn(w, codes))).toMatchObject({ outcome: 'counted', minutes: 40 })
  })

  it('queued without signal counts at its step as well, later than policy’s minutes at grade B, up to seven days', async () => {
    const { shift, codes } = await atScreen()
    const startedAt = startOf(test.clock.now)
    const event = scan('checkIn', shift, shownIn(w, codes))
    const late = scan('checkIn', shift, shownIn(w, codes))
    expect((await after(7 * 24 * 60 + 1, () => send([late])))[0]).toMatchObject({ outcome: 'stored', reason: 'late' })
    expect((await after(7 * 24 * 60 - 1, () => send([event])))[0]).toMatchObject({
      outcome: 'counted',
      grade: 'B',
      startedAt,
    })
  })

  it('relayed later than policy’s minutes goes to review, by the phone’s own word', async () => {
    const { shift, codes } = await atScreen()
    const scanned = shownIn(w, codes)
    w.minutesLater(11)
    expect(await sendOne('checkIn', shift, scanned)).toMatchObject({ outcome: 'stored', reason: 'code-relayed' })
    // A phone whose clock runs ahead has relayed nothing when the server has the code at once.
    expect(await sendOne('checkIn', shift, shownIn(w, codes), { deviceAt: later(60) })).toMatchObject({
      outcome: 'counted',
    })
  })

  it('of a step to come goes to review, but for what a screen’s own clock may be wrong by', async () => {
    const { shift, codes } = await atScreen()
    expect(await sendOne('checkIn', shift, shownIn(w, codes, 90))).toMatchObject({ reason: 'code-not-yet' })
    const result = await sendOne('checkIn', shift, shownIn(w, codes, 45))
    expect(result).toMatchObject({ outcome: 'counted', grade: 'A', startedAt: later(0) })
  })

  it('that nobody made goes to review: another step, another batch, another screen, another mac', async () => {
    const { shift, codes } = await atScreen()
    const [v, county, screen, batch, step, mac = ''] = shownIn(w, codes).split('.')
    const other = (await codesOf(w, await enrolled(w))).prefix.split('.')[2]
    const changed = [
      [v, county, screen, batch, Number(step) + 1, mac],
      [v, county, screen, Number(batch) - 1, step, mac],
      [v, county, other, batch, step, mac],
      [v, county, 'ZZZZZZ', batch, step, mac],
      [v, county, screen, batch, step, `${mac.slice(0, 15)}${mac.endsWith('0') ? '1' : '0'}`],
    ]
    for (const parts of changed)
      expect(await sendOne('checkIn', shift, parts.join('.'))).toMatchObject({ reason: 'code-made-up' })
  })

  it('of another station or another county goes to review', async () => {
    const { shift, codes } = await atScreen()
    const elsewhere = await codesOf(w, await enrolled(w, w.county.stage.instituteId))
    const foreign = shownIn(w, codes).replace('v1.420882.', `v1.${w.daye.county.countyId}.`)
    for (const scanned of [shownIn(w, elsewhere), foreign])
      expect(await sendOne('checkIn', shift, scanned)).toMatchObject({ reason: 'code-of-other-place' })
  })

  it('of a screen that was taken away proves nothing from then on; one of before still does', async () => {
    const { shift, screen, codes } = await atScreen()
    const before = scan('checkIn', shift, shownIn(w, codes))
    w.minutesLater(5)
    await w.done('keeper', revokeScreen, { params: { screenId: screen.screenId } })
    for (const seconds of [0, 60])
      expect(await sendOne('checkIn', shift, shownIn(w, codes, seconds))).toMatchObject({ reason: 'code-revoked' })
    expect((await send([before]))[0]).toMatchObject({ outcome: 'counted' })
  })

  it('seen by somebody who is not on the list goes to review', async () => {
    const { shift, codes } = await atScreen()
    const [result] = await send([scan('checkIn', shift, shownIn(w, codes))], 'third')
    expect(result).toMatchObject({ outcome: 'stored', reason: 'not-going' })
  })

  it('is taken at an order’s station too', async () => {
    const codes = await codesOf(w, await enrolled(w))
    const { orderId } = await w.accepted()
    const event = { ...w.scan('checkIn', orderId), scanned: shownIn(w, codes) }
    expect((await send([event]))[0]).toMatchObject({ outcome: 'counted', grade: 'A' })
    await w.checkOut({ orderId }, 30)
  })
})

describe('a rotating code on a phone', () => {
  it('counts for the shift it is shown for, and for no other', async () => {
    const shift = await going()
    const other = await going({ startsInMinutes: 130 })
    const codes = await phoneCodes(w, 'keeper', { shiftId: shift.shiftId })
    expect(await sendOne('checkIn', other, shownIn(w, codes))).toMatchObject({ reason: 'code-of-other-place' })
    expect(await sendOne('checkIn', shift, shownIn(w, codes))).toMatchObject({ outcome: 'counted', grade: 'A' })
  })

  it('does not count for whoever shows it', async () => {
    const { orderId } = await w.teamAccepted()
    await run(
      w,
      'insert into order_goers (county_id, order_id, person_id) values ($1, $2, $3) on conflict do nothing',
      orderId,
      w.county.cast['second'],
    )
    const codes = await phoneCodes(w, 'second', { orderId })
    const event = { ...w.scan('checkIn', orderId), scanned: shownIn(w, codes) }
    expect((await send([event], 'second'))[0]).toMatchObject({ outcome: 'stored', reason: 'own-code' })
  })
})

describe('events with rotating codes', () => {
  it('come to the same in any order, any number of times, seven days late', async () => {
    const { shift, codes } = await atScreen()
    const events = [scan('checkIn', shift, shownIn(w, codes), { queuedNo: 1 })]
    w.minutesLater(50)
    events.push(scan('checkOut', shift, shownIn(w, codes), { queuedNo: 2 }))
    const week = 7 * 24 * 60 - 60
    const first = await after(week, () => send([...events].reverse()))
    expect(first.map(({ outcome, grade }) => [outcome, grade])).toEqual([
      ['counted', 'B'],
      ['counted', 'B'],
    ])
    const again = await after(week, () =>
      Promise.all([send(events), send([...events].reverse()), send(events.slice(1)), send(events)]),
    )
    for (const results of again) expect(results).toEqual(first.slice(-results.length))
    expect(await recordsOf(shift)).toEqual([{ minutes: 50, grade: 'B', state: 'pending' }])
  })

  it('start one clock when a code is sent three times at once', async () => {
    const { shift, codes } = await atScreen()
    const results = await Promise.all([1, 2, 3].map(() => sendOne('checkIn', shift, shownIn(w, codes))))
    expect(results.map((one) => one?.reason ?? one?.outcome).sort()).toEqual([
      'clock-already-running',
      'clock-already-running',
      'counted',
    ])
  })
})
