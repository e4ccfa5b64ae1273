import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { civilDay } from '@sidan/types/civil'
import { fulfillOrder, reopenOrder } from '@sidan/types/order-moves'
import { saveContact } from '@sidan/types/people'
import { approveRecord } from '@sidan/types/records'
import { changeShift } from '@sidan/types/shifts'
import { getUnitNumbers } from '@sidan/types/statistics'
import pg from 'pg'
import { run } from '../../testing/papers.ts'
import { countedSheet, fold, keptSheet } from '../../testing/roll-ups.ts'
import { placeIn, type ShiftMade, setShift, shiftMade } from '../../testing/shift-steps.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { foldDays } from './fold-days.ts'
import { recountDays } from './recount-days.ts'
import { daysPerFold } from './rules.ts'
import { foldMarked } from './store.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())
// A day of its own for every test.
beforeEach(async () => {
  w.minutesLater(24 * 60)
  await fold(w)
})

const recount = () => test.db.inCounty(w.county.countyId, recountDays)
const numbers = async (unitId = w.county.stage.stationId) =>
  (await w.county.as(undefined)(getUnitNumbers, { params: { countyId: String(w.county.countyId), unitId } })).body
const today = async (unitId = w.county.stage.stationId) =>
  (await keptSheet(w))[`unit ${unitId} ${civilDay(test.clock.now)}`] ?? null
const mark = (shift: ShiftMade, attendance: string) =>
  setShift(
    w,
    shift,
    `update signups set attendance = '${attendance}', marked_by_id = person_id, marked_at = now() where county_id = $1 and shift_id = $2`,
  )
/** A shift that is over, with somebody who took part. */
const held = async (asked: Parameters<typeof shiftMade>[1] = {}) => {
  const shift = await shiftMade(w, { minutes: 30, opening: { kind: 'participant' }, ...asked })
  await placeIn(w, shift)
  await mark(shift, 'present')
  w.minutesLater(32)
  return shift
}

describe('a fold', () => {
  it('loses nothing of a transaction that began before it and ends after it', async () => {
    const shift = await held()
    await fold(w)
    const slow = new pg.Client({ connectionString: test.urls.api })
    await slow.connect()
    await slow.query(`begin; set local app.county_id = '${w.county.countyId}'`)
    await slow.query(`update shifts set others_served_times = 40, reported_at = now() where id = '${shift.shiftId}'`)
    await run(w, `select mark_day($1, $2::date)`, civilDay(test.clock.now)) // somebody else changes the same day, and is done sooner
    expect(await fold(w)).toBe(1)
    expect(await today()).toEqual([1, 0, 1, 0, 0, 0, 0])
    await slow.query('commit')
    await slow.end()
    expect(await fold(w)).toBe(1)
    expect(await today()).toEqual([1, 0, 41, 0, 0, 0, 0])
  })

  it('is done by one at a time, and the second sees what the first did', async () => {
    await held()
    const both = await Promise.all([fold(w), fold(w)])
    expect(both.sort()).toEqual([0, 1])
    expect(await today()).toEqual([1, 0, 1, 0, 0, 0, 0])
  })

  it('twice changes nothing, not even a row', async () => {
    await held()
    await fold(w)
    const rows = () => run(w, 'select unit_id, day_on, xmin::text from unit_days where county_id = $1 order by 1, 2')
    const before = await rows()
    expect(await fold(w)).toBe(0)
    await run(w, `select mark_day($1, day_on) from unit_days where county_id = $1`)
    await fold(w)
    expect(await rows()).toEqual(before)
  })

  it('counts so many days at most, the longest marked first, and says so by its time', async () => {
    const asOf = (await numbers()).asOf
    await run(w, `select mark_day($1, '2020-01-01'::date + n) from generate_series(1, 7) n`)
    w.minutesLater(1)
    const some = (days: number) => test.db.inCounty(w.county.countyId, (tx) => foldMarked(tx, days))
    expect(await some(5)).toBe(5)
    expect((await numbers()).asOf).toBe(asOf)
    expect(await some(5)).toBe(2)
    expect((await numbers()).asOf).toBe(test.clock.now.toISOString())
    expect(daysPerFold).toBeLessThanOrEqual(100)
  })

  it('takes three statements, whatever was done', async () => {
    await held()
    test.statements.length = 0
    await fold(w)
    expect(test.statements).toEqual([3])
  })

  it('touches one county', async () => {
    const before = await test.db.inCounty(w.daye.county.countyId, (tx) =>
      tx.rows({ text: 'select * from roll_up_states' }),
    )
    await held()
    await fold(w)
    const there = await test.db.inCounty(w.daye.county.countyId, (tx) => tx.rows({ text: 'select * from unit_days' }))
    expect([before, there]).toEqual([[], []])
    await test.db.inCounty(w.daye.county.countyId, foldDays)
    expect(await recount()).toEqual({ differing: 0, examples: [] })
  })
})

describe('a day', () => {
  it('has a shift once it is over, by time alone', async () => {
    const shift = await shiftMade(w, { minutes: 30 })
    await placeIn(w, shift)
    await mark(shift, 'present')
    await fold(w)
    expect(await today()).toBeNull()
    w.minutesLater(32)
    await fold(w)
    expect(await today()).toEqual([1, 0, 0, 0, 0, 0, 0]) // a volunteer serves and is not served
  })

  it('is corrected with its roll', async () => {
    const shift = await held()
    await fold(w)
    expect(await today()).toEqual([1, 0, 1, 0, 0, 0, 0])
    await mark(shift, 'absent')
    await fold(w)
    expect(await today()).toBeNull()
  })

  it('loses a shift that is moved to another day or called off', async () => {
    const shift = await shiftMade(w)
    await setShift(
      w,
      shift,
      `update shifts set others_served_times = 3, reported_at = now() where county_id = $1 and id = $2`,
    )
    const params = { shiftId: shift.shiftId }
    const at = (hours: number) => new Date(test.clock.now.getTime() + hours * 3_600_000).toISOString()
    await w.done('center', changeShift, { params, body: { startsAt: at(24), endsAt: at(25), signUpUntil: null } })
    w.minutesLater(26 * 60)
    await fold(w)
    expect(await keptSheet(w)).toEqual(await countedSheet(w))
    expect(await today()).toEqual([1, 0, 3, 0, 0, 0, 0])
    await setShift(w, shift, `update shifts set state = 'cancelled' where county_id = $1 and id = $2`)
    await fold(w)
    expect(await today()).toBeNull()
  })

  it('has orders and records, and gives back an order that is reopened', async () => {
    const started = await w.inService()
    const recordId = await w.checkOut(started)
    const { version } = await w.standing('volunteer', started.orderId)
    const done = await w.done('volunteer', fulfillOrder, { params: { orderId: started.orderId }, body: { version } })
    await w.done('keeper', approveRecord, { params: { recordId }, body: { version: 1 } })
    await fold(w)
    expect(await today()).toEqual([0, 1, 1, 1, 60, 0, 0])
    const body = { version: done.version, words: '没修好' }
    await w.done('resident', reopenOrder, { params: { orderId: started.orderId }, body })
    await fold(w)
    expect(await today()).toEqual([0, 0, 0, 1, 60, 0, 0])
  })

  it('keeps a new volunteer where they registered, also when they move', async () => {
    await run(
      w,
      `update volunteers set registered_at = $3 where county_id = $1 and person_id = $2`,
      w.county.cast['volunteer'],
      test.clock.now,
    )
    await fold(w)
    expect(await today()).toEqual([0, 0, 0, 0, 0, 0, 1])
    await w.done('volunteer', saveContact, { body: { homeStationId: await otherStation() } })
    await fold(w)
    expect(await recount()).toEqual({ differing: 0, examples: [] })
    expect(await today()).toEqual([0, 0, 0, 0, 0, 0, 1])
  })

  it('goes with an activity to its team', async () => {
    const shift = await held()
    await fold(w)
    const team = w.county.cast['team']
    await run(w, 'update activities set team_id = $3 where county_id = $1 and id = $2', shift.activityId, team)
    await fold(w)
    expect((await keptSheet(w))[`team ${team} ${civilDay(test.clock.now)}`]).toEqual([1, 0, 1, 0, 0, 0, 0])
  })
})

const otherStation = async () => {
  const [row] = await run(
    w,
    `select id from units where county_id = $1 and tier = 'station' and id <> $2 limit 1`,
    w.county.stage.stationId,
  )
  return String(Object(row).id)
}

describe('a recount', () => {
  it('finds nothing where every day was folded, also where one still waits', async () => {
    await held()
    expect(await recount()).toEqual({ differing: 0, examples: [] })
    expect(await keptSheet(w)).toEqual(await countedSheet(w))
  })

  it('mends every day that differs, and says how many and which', async () => {
    await held()
    await recount()
    const day = civilDay(test.clock.now)
    await run(w, 'update unit_days set served_times = 9 where county_id = $1 and day_on = $2', day)
    const { differing, examples } = await recount()
    expect(differing).toBe(1)
    expect(examples).toMatchObject([{ kind: 'unit', day, kept: { served_times: 9 }, counted: { served_times: 1 } }])
    expect(await recount()).toEqual({ differing: 0, examples: [] })
    expect(await keptSheet(w)).toEqual(await countedSheet(w))
  })

  it('makes all days again from nothing, and takes away one that never was', async () => {
    await held()
    await recount()
    const sheet = await keptSheet(w)
    await run(w, 'delete from unit_days where county_id = $1')
    await run(
      w,
      `insert into team_days (county_id, team_id, day_on, shifts_held_count, orders_served_count, served_times, volunteer_times, clocked_minutes, declared_minutes)
        values ($1, $2, '2020-02-02', 1, 1, 1, 1, 1, 1)`,
      w.county.cast['team'],
    )
    const { differing, examples } = await recount()
    expect(differing).toBe(Object.keys(sheet).filter((key) => key.startsWith('unit ')).length + 1)
    expect(examples[0]).toMatchObject({ kind: 'team', day: '2020-02-02', counted: null })
    expect(await keptSheet(w)).toEqual(sheet)
  })
})

describe('a unit’s numbers', () => {
  it('are its subtree’s, with the moment until which all is counted', async () => {
    const shift = await held()
    await setShift(
      w,
      shift,
      `update shifts set others_served_times = 4, reported_at = now() where county_id = $1 and id = $2`,
    )
    await fold(w)
    const before = await numbers(w.county.stage.instituteId)
    const next = await held()
    await setShift(
      w,
      next,
      `update shifts set others_served_times = 5, reported_at = now() where county_id = $1 and id = $2`,
    )
    expect(await numbers(w.county.stage.instituteId)).toEqual(before)
    await fold(w)
    const after = await numbers(w.county.stage.instituteId)
    expect(after.shiftsHeld).toBe(before.shiftsHeld + 1)
    expect(after.servedTimes).toBe((before.servedTimes ?? 0) + 6)
    expect(after.asOf).toBe(test.clock.now.toISOString())
    expect((await numbers(await otherStation())).shiftsHeld).toBe(0)
  })

  it('rule-24 hides figures of people and 人次 that are made up of one or two', async () => {
    const unitId = await otherStation()
    const shift = await held({ unitId })
    await fold(w)
    expect(await numbers(unitId)).toMatchObject({ shiftsHeld: 1, servedTimes: null, volunteerTimes: 0 })
    await setShift(
      w,
      shift,
      `update shifts set others_served_times = 2, reported_at = now() where county_id = $1 and id = $2`,
    )
    await fold(w)
    expect(await numbers(unitId)).toMatchObject({ shiftsHeld: 1, servedTimes: 3 })
  })
})
