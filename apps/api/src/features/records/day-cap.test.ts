/** Nobody has more minutes on one day than the county's policy allows, however many records they are in. Jingshan: 720 minutes. */
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { civilDay } from '@sidan/types/civil'
import { sendClockEvents } from '@sidan/types/clock'
import { enterRecord } from '@sidan/types/manual-entries'
import { correctRecord } from '@sidan/types/record-corrections'
import { getRecordWhy, withdrawRecord } from '@sidan/types/records'
import { correct, spanOf } from '../../testing/corrections.ts'
import { approve } from '../../testing/county-life.ts'
import { entry } from '../../testing/manual-entries.ts'
import { closeSwept } from '../../testing/swept.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { closeClocks } from '../clock/close-clock.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
/** Whatever happened, the books add up. */
afterAll(() => closeSwept(test))
/** Every test has a day of its own, from midnight in Shanghai. */
beforeEach(() => {
  test.clock.now = new Date(`${w.day(2)}T00:00:00+08:00`)
})

const why = (recordId: string) => w.done('volunteer', getRecordWhy, { params: { recordId } })
const counted = async (recordId: string) => {
  const { record, cutMinutes } = await why(recordId)
  return [record.clockedMinutes, record.declaredMinutes, cutMinutes]
}
/** By hand, for the volunteer; it ended so many minutes ago. */
const byHand = async (minutes: number, endedMinutesAgo: number) =>
  entry(w, { personId: w.county.cast['volunteer'] }, { minutes, endedMinutesAgo })

it('a second record of the day counts what the first one left, and says what was cut; the next day begins anew', async () => {
  const first = await w.approved(400)
  const second = await w.record(400)
  expect(await counted(first)).toEqual([400, 0, 0])
  expect(await counted(second)).toEqual([320, 0, 80])
  expect(await counted(await w.record(60))).toEqual([0, 0, 60])
  test.clock.now = new Date(`${w.day(1)}T00:00:00+08:00`)
  expect(await counted(await w.record(400))).toEqual([400, 0, 0])
})

it('the day is the one the service began on, in Shanghai', async () => {
  await w.record(700)
  w.minutesLater(1430 - 701)
  const overMidnight = await w.record(60)
  expect((await why(overMidnight)).record.serviceDay).not.toBe(civilDay(test.clock.now))
  expect(await counted(overMidnight)).toEqual([20, 0, 40])
  expect(await counted(await w.record(60))).toEqual([60, 0, 0])
})

it('holds for a clock that was closed by itself, and for what is entered by hand', async () => {
  await w.record(600)
  await w.inService()
  w.minutesLater(300)
  await test.db.inCounty(w.county.countyId, closeClocks)
  const { body } = await w.county.as('keeper')(enterRecord, await byHand(240, 5))
  const today = await test.db.inCounty(w.county.countyId, (tx) =>
    tx.rows<{ minutes: number }>({
      text: `select clocked_minutes + declared_minutes as minutes from service_records where county_id = $1 and person_id = $2 and service_day = $3 order by started_at`,
      values: [tx.countyId, w.county.cast['volunteer'], civilDay(test.clock.now)],
    }),
  )
  expect(today.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(720)
  expect(await counted(body.recordId)).toEqual([0, expect.any(Number), expect.any(Number)])
  expect((await why(body.recordId)).cutMinutes).toBeGreaterThan(0)
})

it('a correction counts what the other records leave; room that becomes free changes nothing by itself', async () => {
  const first = await w.record(500)
  const second = await w.record(300)
  expect(await counted(second)).toEqual([220, 0, 80])
  await w.done('volunteer', withdrawRecord, { params: { recordId: first }, body: { version: 1 } })
  expect(await counted(second)).toEqual([220, 0, 80])
  await approve(w, second)
  const { recordId } = await correct(w, second, {})
  expect(await counted(recordId)).toEqual([300, 0, 0])
  const third = await w.record(500)
  expect(await counted(third)).toEqual([420, 0, 80])
  const { version, ...span } = await spanOf(w, recordId, { start: -240 })
  const longer = { params: { recordId }, body: { version, ...span, serviceNature: 'voluntary', words: '早到了' } }
  expect(await counted((await w.done('institute', correctRecord, longer)).recordId)).toEqual([300, 0, 240])
})

it('records made at the same moment share the day: check-out, entries by hand and a correction', async () => {
  const standing = await w.record(240)
  w.minutesLater(480)
  const { orderId } = await w.inService()
  w.minutesLater(180)
  const { version, ...span } = await spanOf(w, standing, { end: 200 })
  const body = { version, ...span, serviceNature: 'voluntary', words: '走得晚' }
  const answers = await Promise.all([
    w.county.as('volunteer')(sendClockEvents, { body: { events: [w.scan('checkOut', orderId)] } }),
    w.county.as('keeper')(enterRecord, await byHand(200, 190)),
    w.county.as('volunteer')(enterRecord, await byHand(30, 400)),
    w.county.as('center')(correctRecord, { params: { recordId: standing }, body }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 201, 201, 200])
  const [row] = await test.db.inCounty(w.county.countyId, (tx) =>
    tx.rows<{ minutes: number }>({
      text: `select sum(clocked_minutes + declared_minutes)::int as minutes from service_records
        where county_id = $1 and person_id = $2 and service_day = $3 and state in ('pending', 'approved')`,
      values: [tx.countyId, w.county.cast['volunteer'], civilDay(test.clock.now)],
    }),
  )
  expect(row?.minutes).toBe(720)
})
