import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getActivity } from '@sidan/types/activities'
import { cancelActivity, cancelShift, changeShift } from '@sidan/types/shifts'
import { listMyShifts, signUpForAll } from '@sidan/types/signups'
import { attending, firstPlace, type Someone } from '../../testing/attending.ts'
import { call, slotOf } from '../../testing/promises/signup-requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World
let a: ReturnType<typeof attending>

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
  a = attending(w)
})
afterAll(() => test?.close())

const trio = async (): Promise<[Someone, Someone, Someone]> => {
  const [one, two, three] = await a.people(3)
  if (!one || !two || !three) throw new Error('three people')
  return [one, two, three]
}
const told = async (who: Someone) => (await a.toldTo(who)).map(({ kind, words }) => [kind, words])
const move = (shiftId: string, body: object) => w.done('keeper', changeShift, { params: { shiftId }, body })

describe('a shift that moves', () => {
  it('takes everybody with it who is free then, and tells them', async () => {
    const place = firstPlace(await call(w, {}, { capacity: 1 }))
    const [one, two] = await trio()
    await a.join(one, place)
    await a.join(two, place)
    const slot = slotOf(w)
    const { shifts } = await move(place.shiftId, slot)
    expect(shifts[0]).toMatchObject({ startsAt: slot.startsAt, signUpUntil: slot.startsAt })
    expect([await told(one), await told(two)]).toEqual([[['shift-changed', null]], [['shift-changed', null]]])
    expect((await one.ask(listMyShifts)).body.items[0]).toMatchObject({
      shiftId: place.shiftId,
      startsAt: slot.startsAt,
    })
  })

  it('leaves who has another shift then: they are told, and who waits moves up', async () => {
    const slot = slotOf(w)
    const [one, two] = await trio()
    await a.join(one, firstPlace(await call(w, { shifts: [slot] }, {})))
    const place = firstPlace(await call(w, {}, { capacity: 1 }))
    await a.join(one, place)
    w.minutesLater(1)
    await a.join(two, place)
    await move(place.shiftId, slot)
    expect(await a.states(place)).toEqual({ cancelled: 1, confirmed: 1 })
    expect(await told(one)).toEqual([['shift-place-lost', null]])
    expect((await told(two)).sort()).toEqual([
      ['shift-changed', null],
      ['signup-moved-up', null],
    ])
  })

  it('never leaves anybody in two places at once, when they sign up elsewhere at that moment', async () => {
    for (let round = 0; round < 3; round += 1) {
      const slot = slotOf(w)
      const [one] = await trio()
      const place = firstPlace(await call(w, {}, {}))
      const other = firstPlace(await call(w, { shifts: [slot] }, {}))
      await a.join(one, place)
      await Promise.all([move(place.shiftId, slot), a.join(one, other)])
      const rows = await a.sql(
        `select 1 from signups where county_id = $1 and person_id = $2 and state = 'confirmed' and starts_at = $3`,
        one.personId,
        slot.startsAt,
      )
      expect(rows.length).toBe(1)
    }
  })
})

describe('what is called off', () => {
  it('is told to everybody with the reason, to who waits and who asked as well; the rest of the series stays', async () => {
    const slots = [slotOf(w), slotOf(w)]
    const series = await call(w, { shifts: slots }, { capacity: 1 })
    const { activityId } = series
    const place = firstPlace(series)
    const [one, two] = await trio()
    for (const who of [one, two])
      await who.ask(signUpForAll, { params: { activityId }, body: { openingId: place.openingId, childId: null } })
    const after = await w.done('keeper', cancelShift, { params: { shiftId: place.shiftId }, body: { words: '下大雨' } })
    expect(after.shifts.map(({ state }) => state)).toEqual(['cancelled', 'open'])
    expect([await told(one), await told(two)]).toEqual([
      [['shift-cancelled', '下大雨']],
      [['shift-cancelled', '下大雨']],
    ])
    expect(await a.states(place)).toEqual({ cancelled: 2 })
    const [span] = await a.sql<{ from: Date }>(
      'select starts_at as "from" from activities where county_id = $1 and id = $2',
      activityId,
    )
    expect(span?.from.toISOString()).toBe(slots[1]?.startsAt)
  })

  it('as a whole is told once to each, however many shifts were theirs, and says why to whoever looks', async () => {
    const series = await call(w, { shifts: [slotOf(w), slotOf(w), slotOf(w)] }, {})
    const { activityId, version } = series
    const [one] = await trio()
    const body = { openingId: firstPlace(series).openingId, childId: null }
    await one.ask(signUpForAll, { params: { activityId }, body })
    await w.done('keeper', cancelActivity, { params: { activityId }, body: { version, words: '场地在修' } })
    expect(await told(one)).toEqual([['activity-cancelled', '场地在修']])
    const seen = await w.done('resident', getActivity, { params: { countyId: '420882', activityId } })
    expect(seen).toMatchObject({ state: 'cancelled', cancelWords: '场地在修' })
    expect(seen.shifts.map(({ state, allowedActions }) => [state, allowedActions])).toEqual(
      Array(3).fill(['cancelled', []]),
    )
  })

  it('leaves nobody behind who signs up at that moment', async () => {
    const activity = await call(w, {}, {})
    const place = firstPlace(activity)
    const { activityId, version } = activity
    const people = await a.people(8)
    await Promise.all([
      ...people.map((one) => a.join(one, place)),
      w.done('keeper', cancelActivity, { params: { activityId }, body: { version, words: '场地在修' } }),
    ])
    const { confirmed, waiting, cancelled = 0 } = await a.states(place)
    expect([confirmed, waiting]).toEqual([undefined, undefined])
    const notices = await Promise.all(people.map(told))
    expect(notices.flat().length).toBe(cancelled)
  })
})
