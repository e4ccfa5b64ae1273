import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getActivity } from '@sidan/types/activities'
import { setPlaces } from '@sidan/types/shifts'
import * as signups from '@sidan/types/signups'
import { attending, firstPlace, opening, type Someone } from '../../testing/attending.ts'
import { run } from '../../testing/papers.ts'
import { call, moveTo, signedUp, slotOf } from '../../testing/promises/signup-requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { closeWaitlists } from '../waitlist/close-waitlist.ts'
import { moveUpStalled } from '../waitlist/move-up-waitlist.ts'

let test: TestApp
let w: World
let a: ReturnType<typeof attending>

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
  a = attending(w)
})
afterAll(() => test?.close())

const trio = async (kind: 'residents' | 'volunteers' = 'residents'): Promise<[Someone, Someone, Someone]> => {
  const [one, two, three] = await a.people(3, kind)
  if (!one || !two || !three) throw new Error('three people')
  return [one, two, three]
}
const kinds = async (who: Someone) => (await a.toldTo(who)).map(({ kind }) => kind)
const mineOf = (answer: { body: { shifts: { mine: object[] }[] } }) => answer.body.shifts.map(({ mine }) => mine.at(-1))
const minute = (work: typeof moveUpStalled) => test.db.inCounty(w.county.countyId, work)

describe('a sign-up', () => {
  it('says whether it is confirmed, or where in the queue it stands', async () => {
    const place = firstPlace(await call(w, {}, { capacity: 1, waitlist: 2 }))
    const [one, two, three] = await trio()
    expect(mineOf(await a.join(one, place))).toMatchObject([{ state: 'confirmed', waitingNo: null }])
    expect(mineOf(await a.join(two, place))).toMatchObject([{ state: 'waiting', waitingNo: 1 }])
    w.minutesLater(1)
    expect(mineOf(await a.join(three, place))).toMatchObject([{ state: 'waiting', waitingNo: 2 }])
  })

  it('rule-27 opens the private details to who is confirmed, and to nobody who waits', async () => {
    const place = firstPlace(await call(w, {}, { capacity: 1 }))
    const [one, two] = await trio()
    expect((await a.join(one, place)).body.privateDetails).toBe('门锁 4821')
    expect((await a.join(two, place)).body.privateDetails).toBeNull()
    const detailsOf = async (who: Someone) => (await who.ask(signups.listMyShifts)).body.items[0]?.privateDetails
    expect([await detailsOf(one), await detailsOf(two)]).toEqual(['门锁 4821', null])
    await moveTo(w, place.shiftId, -600)
    expect((await one.ask(signups.listMyShifts, { query: { past: 'true' } })).body.items[0]?.privateDetails).toBeNull()
  })

  it('for a series takes what can be had and leaves the rest', async () => {
    const slots = [slotOf(w), slotOf(w), slotOf(w)]
    const [one] = await trio()
    await a.join(one, firstPlace(await call(w, { shifts: [slots[1]] }, {})))
    const series = await call(w, { shifts: slots }, {})
    const answer = await one.ask(signups.signUpForAll, {
      params: { activityId: series.activityId },
      body: { openingId: firstPlace(series).openingId, childId: null },
    })
    expect(mineOf(answer)).toMatchObject([{ state: 'confirmed' }, undefined, { state: 'confirmed' }])
  })

  it('rule-06 for hazardous work asks for the insurance of that day: one that is over by then does not count', async () => {
    const activity = await call(w, { hazardous: true, shifts: [slotOf(w)] })
    const [one] = await trio('volunteers')
    await run(w, `update volunteers set age_band = 'from18' where county_id = $1 and person_id = $2`, one.personId)
    const insured = (until: number) =>
      run(
        w,
        `insert into insurances (county_id, id, person_id, insurer, from_day, until_day, recorded_by_id, recorded_at)
          values ($1, gen_random_uuid(), $2, '人保' || $4, $3, $4::date, $5, now())`,
        one.personId,
        w.day(-1),
        w.day(until),
        w.county.cast['keeper'],
      )
    await insured(3)
    expect((await a.join(one, firstPlace(activity))).code).toBe('insurance-missing')
    await insured(60)
    expect((await a.join(one, firstPlace(activity))).status).toBe(201)
  })

  it('is not for words that nobody has checked (rule-44)', async () => {
    const activity = await call(w)
    await w.setWords(activity.activityId, 'held')
    const [one] = await trio('volunteers')
    expect((await a.join(one, firstPlace(activity))).code).toBe('not-found')
  })
})

describe('leaving', () => {
  it('rule-09 costs nothing: whoever left may come back, at the end of the queue', async () => {
    const place = firstPlace(await call(w, {}, { capacity: 1 }))
    const [one, two] = await trio()
    await a.join(one, place)
    await a.join(two, place)
    expect((await a.leave(one, place)).status).toBe(200)
    expect((await a.leave(one, place)).status).toBe(200)
    expect(await kinds(two)).toEqual(['signup-moved-up'])
    expect(mineOf(await a.join(one, place))).toMatchObject([{ state: 'waiting', waitingNo: 1 }])
    expect(await a.states(place)).toEqual({ confirmed: 1, waiting: 1, left: 1 })
  })

  it('rule-05 passes over who lost the qualification while they waited, and tells them why', async () => {
    const activity = await call(w, {}, { kind: 'volunteer', capacity: 1, qualification: 'electrician' })
    const place = firstPlace(activity)
    const all = await trio('volunteers')
    for (const { personId } of all)
      await run(
        w,
        `insert into qualifications (county_id, id, person_id, code, issuer, state, added_at, decided_by_id, decided_at)
          values ($1, gen_random_uuid(), $2, 'electrician', '红十字会', 'verified', now(), $3, now())`,
        personId,
        w.county.cast['keeper'],
      )
    for (const one of all) {
      await a.join(one, place)
      w.minutesLater(1)
    }
    const [one, two, three] = all
    await run(w, `delete from qualifications where county_id = $1 and person_id = $2`, two.personId)
    await a.leave(one, place)
    expect((await a.toldTo(two))[0]).toMatchObject({ kind: 'signup-not-fitting', reason: 'qualification-missing' })
    expect(await kinds(three)).toEqual(['signup-moved-up'])
  })

  it('passes over who is busy then, and takes them as soon as they are not', async () => {
    const slot = { shifts: [slotOf(w)] }
    const [full, other] = [firstPlace(await call(w, slot, { capacity: 1 })), firstPlace(await call(w, slot, {}))]
    const [one, two] = await trio()
    await a.join(one, full)
    await a.join(two, full)
    await a.join(two, other)
    await a.leave(one, full)
    expect(await a.states(full)).toEqual({ waiting: 1, left: 1 })
    await a.leave(two, other)
    await minute(moveUpStalled)
    expect(await a.states(full)).toEqual({ confirmed: 1, left: 1 })
    expect(await kinds(two)).toEqual(['signup-moved-up'])
  })
})

describe('who waits', () => {
  it('moves up in the order of the queue when there are more places, before anybody who comes then', async () => {
    const place = firstPlace(await call(w, {}, { capacity: 1 }))
    const [one, two, three] = await trio()
    for (const who of [one, two, three]) {
      await a.join(who, place)
      w.minutesLater(1)
    }
    await w.done('keeper', setPlaces, { params: place, body: { capacity: 2, overbook: 0, waitlist: 5 } })
    expect([await kinds(two), await kinds(three)]).toEqual([['signup-moved-up'], []])
  })

  it('is told when it begins without them', async () => {
    const place = firstPlace(await call(w, {}, { capacity: 1 }))
    const [one, two] = await trio()
    await a.join(one, place)
    await a.join(two, place)
    await moveTo(w, place.shiftId, -1)
    await minute(closeWaitlists)
    await minute(closeWaitlists)
    expect([await kinds(one), await kinds(two)]).toEqual([[], ['signup-no-place']])
  })
})

describe('where staff admits', () => {
  it('nobody has a place until it is given, and whoever asked is told of the answer with its words', async () => {
    const activity = await call(w, { signUp: 'approval' })
    const place = firstPlace(activity)
    const [one, two] = await trio('volunteers')
    await a.join(one, place)
    await a.join(two, place)
    const seen = await w.done('resident', getActivity, {
      params: { countyId: '420882', activityId: activity.activityId },
    })
    expect(seen.shifts[0]?.places[0]).toMatchObject({ free: 10, confirmed: 0 })
    const answer = async (signupId: string, admit: boolean, words: string | null) =>
      w.done('keeper', signups.answerSignup, { params: { signupId }, body: { admit, words } })
    const [first, second] = (await w.done('keeper', signups.getRoll, { params: { shiftId: place.shiftId } })).attendees
    await answer(first?.signupId ?? '', true, null)
    await answer(second?.signupId ?? '', false, '这次先安排离得近的')
    expect((await a.toldTo(one))[0]).toMatchObject({ kind: 'signup-admitted', words: null })
    expect((await a.toldTo(two))[0]).toMatchObject({ kind: 'signup-refused', words: '这次先安排离得近的' })
    expect(await a.states(place)).toEqual({ confirmed: 1, refused: 1 })
  })
})

it('lists what is coming, nearest first, and what is past, page by page; what was left is not there', async () => {
  const [one] = await trio()
  const activities = [await call(w, {}, {}), await call(w, {}, {}), await call(w, {}, {})]
  for (const activity of activities) await a.join(one, firstPlace(activity))
  const [first, second, third] = activities.map(firstPlace)
  if (!first || !second || !third) throw new Error('three places')
  await a.leave(one, second)
  const page = async (query: Record<string, string>) => (await one.ask(signups.listMyShifts, { query })).body
  const start = await page({ limit: '1' })
  expect(start.items).toMatchObject([{ shiftId: first.shiftId, state: 'confirmed', openingName: opening().name }])
  const rest = await page({ limit: '1', cursor: start.nextCursor ?? '' })
  expect([rest.items.map(({ shiftId }) => shiftId), rest.nextCursor]).toEqual([[third.shiftId], null])
  await moveTo(w, first.shiftId, -600)
  expect((await page({ past: 'true' })).items.map(({ shiftId }) => shiftId)).toEqual([first.shiftId])
})

it('says to a volunteer who is confirmed, and to them alone, when the check-in is open', async () => {
  const openings = [opening({ kind: 'volunteer', name: '引导员' }), opening()]
  const activity = await call(w, { openings })
  const { shiftId } = firstPlace(activity)
  const [one] = await trio('volunteers')
  const [two] = await trio()
  await a.join(one, firstPlace(activity))
  await a.join(two, { shiftId, openingId: activity.shifts[0]?.places[1]?.openingId ?? '' })
  const open = async (who: Someone) => (await who.ask(signups.listMyShifts)).body.items[0]?.mayClock
  expect([await open(one), await open(two)]).toEqual([false, false])
  await moveTo(w, shiftId, 20)
  expect([await open(one), await open(two)]).toEqual([true, false])
})

it('answers who may see the roll with whom and in which order: confirmed, then who waits', async () => {
  const activity = await call(w, {}, { kind: 'volunteer', capacity: 1 })
  await signedUp(w, 'volunteer', activity)
  await signedUp(w, 'second', activity)
  const roll = await w.done('keeper', signups.getRoll, { params: { shiftId: firstPlace(activity).shiftId } })
  expect(roll.attendees.map(({ person, state, waitingNo }) => [person.displayName, state, waitingNo])).toEqual([
    ['李师傅', 'confirmed', null],
    ['吴嫂', 'waiting', 1],
  ])
})
