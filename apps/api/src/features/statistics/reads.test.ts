import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { getCountyNumbers } from '@sidan/types/statistics'
import { run } from '../../testing/papers.ts'
import { placeIn, setShift, shiftMade } from '../../testing/shift-steps.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ presets: ['jingshan', 'daye'] })
  w = await makeWorld(test)
})
afterAll(() => test?.close())

const covered = async (unitId: string) => {
  const { coverage } = await w.done('institute', getCountyNumbers)
  return coverage.institutes.find((one) => one.unitId === unitId)?.covered
}
it('rule-30 takes a shift for service when somebody was there or it was reported, never for being announced', async () => {
  const { instituteId } = w.county.stage
  const [other] = await run(
    w,
    `select id from units where county_id = $1 and institute_id = $2 and tier = 'station' and id <> $3 limit 1`,
    instituteId,
    w.county.stage.stationId,
  )
  const before = await covered(instituteId)
  const shift = await shiftMade(w, { unitId: String(Object(other).id), minutes: 60 })
  await placeIn(w, shift)
  await setShift(
    w,
    shift,
    `update signups set attendance = 'present', marked_by_id = person_id, marked_at = now() where county_id = $1 and shift_id = $2`,
  )
  expect(await covered(instituteId)).toBe(before)
  w.minutesLater(62)
  expect(await covered(instituteId)).toBe((before ?? 0) + 1)
  await setShift(w, shift, `update signups set attendance = 'absent' where county_id = $1 and shift_id = $2`)
  expect(await covered(instituteId)).toBe(before)
  await setShift(
    w,
    shift,
    `update shifts set others_served_times = 12, reported_at = now() where county_id = $1 and id = $2`,
  )
  expect(await covered(instituteId)).toBe((before ?? 0) + 1)
})
