/** Nobody is in one township and, minutes later, in another that is not adjacent: such a check-in goes to review. */
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { sendClockEvents } from '@sidan/types/clock'
import { newId } from '../../platform/ids.ts'
import { run } from '../../testing/papers.ts'
import { type ShiftMade, shiftMade, signedUp } from '../../testing/shift-steps.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World
/** A station of another township, and its wall code. */
let far: { id: string; code: string; township: string }

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
  await run(
    w,
    `insert into policies (county_id, version, document, in_force_at, created_at)
      select county_id, version + 1, jsonb_set(document, '{hours,jumpMinutes}', '15'), $2, $2
      from policies where county_id = $1 order by version desc limit 1`,
    test.clock.now,
  )
  const [found] = (await run(
    w,
    `select u.id, u.short_code as code, t.code as township from units u join units t on t.county_id = u.county_id and t.id = u.institute_id
      where u.county_id = $1 and u.tier = 'station' and u.institute_id <> $2 order by u.code limit 1`,
    w.county.stage.instituteId,
  )) as (typeof far)[]
  far = found ?? { id: '', code: '', township: '' }
  await adjacent('{}')
})
beforeEach(() => w.minutesLater(24 * 60))
afterAll(() => test?.close())

/** Which townships lie beside the stage's. */
const adjacent = (codes: string) =>
  run(w, 'update units set adjacent_codes = $3 where county_id = $1 and id = $2', w.county.stage.instituteId, codes)
const scan = (kind: 'checkIn' | 'checkOut', { shiftId }: ShiftMade, scanned: string) => ({
  ...{ eventId: newId(), kind, shiftId, scanned },
  ...{ deviceAt: test.clock.now.toISOString(), queuedNo: 0 },
})
const send = async (event: object) =>
  (await w.done('volunteer', sendClockEvents, { body: { events: [event] } })).results[0]

/** The volunteer served an hour at the stage's station, and so many minutes later checks in for another shift. */
async function checkInLater(minutes: number, place: { unitId: string; code: string }) {
  const first = await shiftMade(w, { startsInMinutes: 1, minutes: 60 })
  const second = await shiftMade(w, { startsInMinutes: 62, minutes: 60 })
  await run(w, 'update activities set unit_id = $3 where county_id = $1 and id = $2', second.activityId, place.unitId)
  for (const shift of [first, second]) await signedUp(w, shift)
  expect(await send(scan('checkIn', first, w.stationCode))).toMatchObject({ outcome: 'counted' })
  w.minutesLater(60)
  expect(await send(scan('checkOut', first, w.stationCode))).toMatchObject({ outcome: 'counted' })
  w.minutesLater(minutes)
  const answer = await send(scan('checkIn', second, place.code))
  w.minutesLater(30)
  if (answer?.outcome === 'counted') await send(scan('checkOut', second, place.code))
  return answer
}
const there = () => ({ unitId: far.id, code: far.code })

it('minutes after a check-out in another township is stored for review, with its reason', async () => {
  expect(await checkInLater(5, there())).toMatchObject({ outcome: 'stored', reason: 'jump' })
})

it('counts once there was time for the way', async () => {
  expect(await checkInLater(15, there())).toMatchObject({ outcome: 'counted' })
})

it('counts at the same station at once', async () => {
  expect(await checkInLater(1, { unitId: w.county.stage.stationId, code: w.stationCode })).toMatchObject({
    outcome: 'counted',
  })
})

it('counts in an adjacent township at once', async () => {
  await adjacent(`{${far.township}}`)
  expect(await checkInLater(5, there())).toMatchObject({ outcome: 'counted' })
  await adjacent('{}')
})

it('is asked by nobody where the policy says nothing about it', async () => {
  await run(
    w,
    `insert into policies (county_id, version, document, in_force_at, created_at)
      select county_id, version + 1, jsonb_set(document, '{hours,jumpMinutes}', 'null'), $2, $2
      from policies where county_id = $1 order by version desc limit 1`,
    test.clock.now,
  )
  expect(await checkInLater(5, there())).toMatchObject({ outcome: 'counted' })
})
