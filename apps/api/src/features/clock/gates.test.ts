import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { getMyClock, sendClockEvents } from '@sidan/types/clock'
import { dispatchOrder } from '@sidan/types/dispatch'
import { acceptOrder } from '@sidan/types/order-moves'
import { newId } from '../../platform/ids.ts'
import { hazardousOrder, run } from '../../testing/papers.ts'
import { placeIn, type ShiftMade, shiftMade, signedUp } from '../../testing/shift-steps.ts'
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
describe('the gates are asked again at check-in', () => {
  const insured = (from: number, until: number) =>
    run(
      w,
      `insert into insurances (county_id, id, person_id, insurer, from_day, until_day, recorded_by_id, recorded_at) values ($1, $2, $3, '人保', $4, $5, $6, $7)`,
      newId(),
      w.county.cast['volunteer'],
      w.day(from),
      w.day(until),
      w.county.cast['keeper'],
      test.clock.now,
    )
  it('rule-06 as of the day of the scan: an insurance that is over counts no longer, one that held then still does', async () => {
    await insured(-10, 0)
    const yesterday = await going({ hazardous: true })
    const deviceAt = test.clock.now.toISOString()
    w.minutesLater(24 * 60)
    const shift = await shiftMade(w, { hazardous: true })
    await placeIn(w, shift)
    expect(await sendOne('checkIn', shift)).toMatchObject({ outcome: 'stored', reason: 'insurance-missing' })
    expect((await w.done('volunteer', getMyClock)).running).toBeNull()
    expect(await sendOne('checkIn', yesterday, { deviceAt })).toMatchObject({ outcome: 'counted', grade: 'C' })
    await test.db.inCounty(w.county.countyId, closeClocks)
    await insured(0, 0)
    expect(await sendOne('checkIn', shift)).toMatchObject({ outcome: 'counted' })
    await sendOne('checkOut', shift)
  })

  it('rule-05 of the opening: without the qualification, or outside its ages, nothing counts', async () => {
    for (const [opening, reason] of [
      [{ qualification: 'electrician' }, 'qualification-missing'],
      [{ ageFrom: 18, ageUpTo: 59 }, undefined],
      [{ ageUpTo: 59 }, 'age-unknown'],
    ] as const) {
      const who = reason === 'age-unknown' ? 'third' : 'volunteer'
      const shift = await shiftMade(w, { opening })
      await placeIn(w, shift, who)
      const [result] = await send([scan('checkIn', shift)], who)
      expect(result?.reason ?? undefined).toBe(reason)
      w.minutesLater(122)
      await send([scan('checkOut', shift)], who)
    }
  })

  it('rule-16 a minor whose guardian has not agreed clocks nothing', async () => {
    const shift = await shiftMade(w)
    await placeIn(w, shift, 'minor')
    const [result] = await send([scan('checkIn', shift)], 'minor')
    expect(result).toMatchObject({ outcome: 'stored', reason: 'guardian-consent-needed' })
  })

  it('rule-06 an order too: hazardous work is not begun without insurance', async () => {
    await insured(0, 2)
    const { orderId, version } = await hazardousOrder(w)
    const sent = await w.done('keeper', dispatchOrder, {
      params: { orderId },
      body: { version, target: w.toPerson('volunteer') },
    })
    await w.done('volunteer', acceptOrder, { params: { orderId }, body: { version: sent.version } })
    w.minutesLater(3 * 24 * 60)
    expect((await send([w.scan('checkIn', orderId)]))[0]).toMatchObject({ reason: 'insurance-missing' })
  })
})
