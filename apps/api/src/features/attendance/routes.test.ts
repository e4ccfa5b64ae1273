import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Activity } from '@sidan/types/activities'
import { momentOf } from '@sidan/types/civil'
import { changeShift } from '@sidan/types/shifts'
import * as signups from '@sidan/types/signups'
import { attending, firstPlace, opening, type Someone } from '../../testing/attending.ts'
import { insure, newChild } from '../../testing/papers.ts'
import { call, childThere, moveTo, signedUp } from '../../testing/promises/signup-requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { remindAttendees } from './remind-attendees.ts'

let test: TestApp
let w: World
let a: ReturnType<typeof attending>

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
  a = attending(w)
})
afterAll(() => test?.close())

const pair = async (): Promise<[Someone, Someone]> => {
  const [one, two] = await a.people(2)
  if (!one || !two) throw new Error('two people')
  return [one, two]
}
const idOf = ({ body }: { body: Activity }) => body.shifts[0]?.mine.at(-1)?.signupId ?? ''
const mark = (signupId: string, present: boolean, words: string | null = null) => ({ signupId, present, words })
const calling = (shiftId: string, ...marks: object[]) =>
  w.done('keeper', signups.callRoll, { params: { shiftId }, body: { marks } })

describe('the roll', () => {
  it('rule-09 notes who did not come, with a reason if there is one, and holds nothing against them', async () => {
    const place = firstPlace(await call(w, {}, {}))
    const [one, two] = await pair()
    const [first, second] = [idOf(await a.join(one, place)), idOf(await a.join(two, place))]
    await moveTo(w, place.shiftId, -10)
    await calling(place.shiftId, mark(first, false, '孙子发烧'), mark(second, false))
    const corrected = await calling(place.shiftId, mark(second, true, '来晚了'))
    expect(corrected.attendees.map(({ attendance, absenceWords }) => [attendance, absenceWords])).toEqual([
      ['absent', '孙子发烧'],
      ['present', null],
    ])
    expect(await a.toldTo(one)).toEqual([])
    expect((await a.join(one, firstPlace(await call(w, {}, {})))).status).toBe(201)
  })

  it('notes nothing when one of those named is not confirmed', async () => {
    const place = firstPlace(await call(w, {}, { capacity: 1 }))
    const [one, two] = await pair()
    const [confirmed, waiting] = [idOf(await a.join(one, place)), idOf(await a.join(two, place))]
    await moveTo(w, place.shiftId, -10)
    const answer = await w.county.as('keeper')(signups.callRoll, {
      params: { shiftId: place.shiftId },
      body: { marks: [mark(confirmed, true), mark(waiting, true)] },
    })
    expect(answer.code).toBe('signup-unknown')
    const { attendees } = await w.done('keeper', signups.getRoll, { params: { shiftId: place.shiftId } })
    expect(attendees.map(({ attendance }) => attendance)).toEqual([null, null])
  })

  it('is called by the leader of the team that offers the activity, and by whoever stands above its unit', async () => {
    const activity = await call(w, { teamId: w.county.cast['team'] })
    const look = (as: string) => w.county.as(as)(signups.getRoll, { params: { shiftId: firstPlace(activity).shiftId } })
    const answers = await Promise.all(['second', 'institute', 'center', 'volunteer'].map(look))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404])
  })

  it('ends right when somebody leaves while they are marked present', async () => {
    const place = firstPlace(await call(w, {}, {}))
    const people = await a.people(4)
    const ids = []
    for (const one of people) ids.push(idOf(await a.join(one, place)))
    await moveTo(w, place.shiftId, -10)
    for (const [index, one] of people.entries()) {
      const signupId = ids[index] ?? ''
      const [left, called] = await Promise.all([
        one.ask(signups.leaveShift, { params: { signupId } }),
        w.county.as('keeper')(signups.callRoll, {
          params: { shiftId: place.shiftId },
          body: { marks: [mark(signupId, true)] },
        }),
      ])
      expect([left.code, called.code].sort()).toEqual(
        left.code === undefined ? ['signup-unknown', undefined] : ['sign-up-over', undefined],
      )
    }
  })
})

describe('a child', () => {
  it('rule-22 has its name on the roll for who runs the shift, who is written down for looking', async () => {
    const { shiftId } = await childThere(w)
    const { attendees } = await w.done('keeper', signups.getRoll, { params: { shiftId } })
    expect(attendees).toMatchObject([{ kind: 'child', childName: '小树', person: { displayName: '刘叔' } }])
    const looks = await a.sql(
      `select 1 from audit_events where county_id = $1 and action = 'look-at-child' and actor_id = $2`,
      w.county.cast['keeper'],
    )
    expect(looks.length).toBeGreaterThan(0)
    const mine = await w.done('neighbour', signups.listMyShifts)
    expect(mine.items[0]).toMatchObject({ childName: '小树', attendance: 'present' })
  })

  it('is fetched once, when two say the code at once, and its guardian is told', async () => {
    const { signupId, code } = await childThere(w)
    const fetched = () =>
      w.county.as('keeper')(signups.pickUpChild, { params: { signupId }, body: { code: code.toLowerCase() } })
    const answers = await Promise.all([fetched(), fetched(), fetched()])
    expect(answers.map((answer) => answer.code).sort()).toEqual(['child-not-there', 'child-not-there', undefined])
    const told = await a.toldTo({ personId: w.county.cast['neighbour'] ?? '' })
    expect(told.filter(({ kind }) => kind === 'child-picked-up').length).toBe(1)
  })

  it('that its guardian removed has no place any more by the evening before', async () => {
    const childId = await newChild(w)
    const place = firstPlace(await call(w, {}, { kind: 'child' }))
    const body = { openingId: place.openingId, childId }
    await w.done('neighbour', signups.signUp, { params: { shiftId: place.shiftId }, body: body as never })
    await newChild(w)
    await moveTo(w, place.shiftId, 60)
    await test.db.inCounty(w.county.countyId, remindAttendees)
    expect(await a.states(place)).toEqual({ refused: 1 })
  })
})

describe('the report', () => {
  it('rule-29 needs no photo; it counts 人次 with the others, 人数 only of people known, and volunteers apart', async () => {
    const openings = [opening({ kind: 'volunteer', name: '引导员' }), opening()]
    const activity = await call(w, { openings })
    const { shiftId } = firstPlace(activity)
    const listening = activity.shifts[0]?.places[1]?.openingId ?? ''
    const ids = [(await signedUp(w, 'volunteer', activity)).signupId]
    for (const one of await a.people(3)) ids.push(idOf(await a.join(one, { shiftId, openingId: listening })))
    await moveTo(w, shiftId, -10)
    await calling(shiftId, ...ids.map((id, index) => mark(id, index !== 3)))
    const report = (othersServedTimes: number, words: string | null) =>
      w.done('keeper', signups.reportShift, { params: { shiftId }, body: { othersServedTimes, words, photos: [] } })
    expect(await report(12, null)).toMatchObject({ servedTimes: 14, servedPeople: 2, volunteerCount: 1, words: null })
    expect(await report(10, '坐满了')).toMatchObject({ servedTimes: 12, words: '坐满了', photos: [] })
    const checks = await a.sql(`select kind, state from word_checks where county_id = $1 and subject_id = $2`, shiftId)
    expect(checks).toEqual([{ kind: 'shiftReport', state: 'waiting' }])
  })
})

describe('a reminder', () => {
  const tick = () => test.db.inCounty(w.county.countyId, remindAttendees)
  const reminders = async (who: Someone) => (await a.toldTo(who)).filter(({ kind }) => kind === 'shift-reminder')
  /** A shift at ten in three days; the clock goes on, so it is a day of its own. */
  const tomorrow = async (of: object = {}) => {
    const day = w.day(3)
    const at = (time: string) => momentOf(day, time).toISOString()
    const activity = await call(w, { shifts: [{ startsAt: at('10:00'), endsAt: at('11:00'), signUpUntil: null }] }, of)
    return { day, activity, place: firstPlace(activity), evening: momentOf(w.day(2), '18:00') }
  }

  it('comes once, at six in the evening before', async () => {
    const { place, evening } = await tomorrow()
    const [one] = await pair()
    await a.join(one, place)
    test.clock.now = new Date(evening.getTime() - 1000)
    await tick()
    expect(await reminders(one)).toEqual([])
    test.clock.now = evening
    await Promise.all([tick(), tick()])
    await tick()
    expect(await reminders(one)).toMatchObject([{ shiftId: place.shiftId }])
  })

  it('comes two hours before the start to who signed up after that, and to nobody twice', async () => {
    const { day, place, evening } = await tomorrow({ capacity: 2 })
    const [one, two] = await pair()
    await a.join(one, place)
    test.clock.now = evening
    await tick()
    test.clock.now = momentOf(day, '07:00')
    await a.join(two, place)
    await tick()
    expect(await reminders(two)).toEqual([])
    test.clock.now = momentOf(day, '08:00')
    await tick()
    await tick()
    expect([(await reminders(one)).length, (await reminders(two)).length]).toEqual([1, 1])
  })

  it('comes again when the shift is moved to another day', async () => {
    const { place, evening } = await tomorrow()
    const [one] = await pair()
    await a.join(one, place)
    test.clock.now = evening
    await tick()
    w.minutesLater(1)
    const at = (time: string) => momentOf(w.day(3), time).toISOString()
    await w.done('keeper', changeShift, {
      params: { shiftId: place.shiftId },
      body: { startsAt: at('10:00'), endsAt: at('11:00'), signUpUntil: null },
    })
    await tick()
    test.clock.now = momentOf(w.day(2), '18:00')
    await tick()
    expect((await reminders(one)).length).toBe(2)
  })

  it('rule-06 is not for who is not insured any more: they are told why, and who waits has the place', async () => {
    const { activity, place, evening } = await tomorrow({ kind: 'volunteer', capacity: 1 })
    await insure(w, 'volunteer')
    await insure(w, 'second')
    await w.setActivity(activity.activityId, 'hazardous = true')
    const signedFor = (as: string) =>
      w.county.as(as)(signups.signUp, {
        params: { shiftId: place.shiftId },
        body: { openingId: place.openingId, childId: null },
      })
    expect([(await signedFor('volunteer')).code, (await signedFor('second')).code]).toEqual([undefined, undefined])
    await a.sql('delete from insurances where county_id = $1 and person_id = $2', w.county.cast['volunteer'])
    test.clock.now = evening
    await tick()
    const told = async (as: string) =>
      (await a.toldTo({ personId: w.county.cast[as] ?? '' })).map(({ kind, reason }) => [kind, reason])
    expect((await told('volunteer'))[0]).toEqual(['signup-not-fitting', 'insurance-missing'])
    expect((await told('second')).slice(0, 2).sort()).toEqual([
      ['shift-reminder', null],
      ['signup-moved-up', null],
    ])
  })

  it('of a shift that was called off comes to nobody', async () => {
    const { place, evening } = await tomorrow()
    const [one] = await pair()
    await a.join(one, place)
    await a.sql(
      `update activities set state = 'cancelled', cancelled_at = now() from shifts s
      where activities.county_id = $1 and s.county_id = $1 and s.id = $2 and activities.id = s.activity_id`,
      place.shiftId,
    )
    test.clock.now = evening
    await tick()
    expect(await reminders(one)).toEqual([])
  })
})
