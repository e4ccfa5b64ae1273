import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { approveRecord } from '@sidan/types/records'
import { undoVerification, verifyVoucher } from '@sidan/types/rewards'
import { getCountyNumbers } from '@sidan/types/statistics'
import { correct } from '../../testing/corrections.ts'
import { run } from '../../testing/papers.ts'
import { fold } from '../../testing/roll-ups.ts'
import { placeIn, setShift, shiftMade } from '../../testing/shift-steps.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
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

describe('what was done in a month', () => {
  const activities = async (who: string) => (await w.done(who, getCountyNumbers)).activities
  const approved = async () => {
    const recordId = await w.record()
    await w.done('keeper', approveRecord, { params: { recordId }, body: { version: 1 } })
  }

  it('counts a person once, however often they served, and their times as often as they did', async () => {
    await fold(w)
    const before = await activities('center')
    for (const _time of [1, 2]) await approved()
    w.minutesLater(1)
    await fold(w)
    const after = await activities('center')
    expect(after.volunteerTimes).toBe(before.volunteerTimes + 2)
    expect([before.activeVolunteers, after.activeVolunteers]).toEqual([0, 1])
    expect(after.asOf).toBe(test.clock.now.toISOString())
    expect(after.months.map((one) => one.month)).toHaveLength(6)
    expect(after.months.at(-1)).toEqual({
      month: after.months.at(-1)?.month,
      shiftsHeld: after.shiftsHeld,
      servedTimes: after.servedTimes,
    })
  })

  it('is an institute’s own for its keeper, and what the center itself offered for the center alone', async () => {
    const { centerId } = w.county.stage
    await fold(w)
    const [center, institute] = [await activities('center'), await activities('institute')]
    const shift = await shiftMade(w, { unitId: centerId, minutes: 30, opening: { kind: 'participant' } })
    await placeIn(w, shift)
    await setShift(
      w,
      shift,
      `update shifts set others_served_times = 7, reported_at = now() where county_id = $1 and id = $2`,
    )
    w.minutesLater(32)
    await fold(w)
    expect(await activities('center')).toMatchObject({
      shiftsHeld: center.shiftsHeld + 1,
      servedTimes: center.servedTimes + 7,
      institutes: center.institutes,
    })
    expect(await activities('institute')).toEqual({ ...institute, asOf: test.clock.now.toISOString() })
    expect(institute.institutes.map((one) => one.unitId)).toEqual([w.county.stage.instituteId])
  })

  it('counts points that were issued, and beside them what corrections reversed', async () => {
    const of = async () => w.done('center', getCountyNumbers)
    const before = await of()
    const recordId = await w.approved(90)
    await correct(w, recordId, { end: -30 })
    const after = await of()
    expect(after.issuedPoints - before.issuedPoints).toBe(15 + 10)
    expect(after.reversedPoints - before.reversedPoints).toBe(15)
    expect(after.clockedMinutes - before.clockedMinutes).toBe(60)
  })

  it('counts points as spent when something was handed out, and not what was taken back', async () => {
    const spent = async () => (await w.done('center', getCountyNumbers)).spentPoints
    const before = await spent()
    const { redemptionId, code } = await w.voucher()
    expect(await spent()).toBe(before)
    const handOut = () => w.done('center', verifyVoucher, { body: { voucher: code ?? '' } })
    await handOut()
    expect(await spent()).toBe(before + 10)
    await w.done('center', undoVerification, { params: { redemptionId } })
    expect(await spent()).toBe(before)
    await handOut()
    expect(await spent()).toBe(before + 10)
  })
})
