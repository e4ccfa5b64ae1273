import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { setPlaces } from '@sidan/types/shifts'
import { answerSignup } from '@sidan/types/signups'
import { attending, firstPlace, opening } from '../../testing/attending.ts'
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

const offered = async (more: object = {}, rest: object = {}) =>
  firstPlace(await w.published({ openings: [opening(more)], ...rest }))
const codes = (answers: { code: string | undefined }[]) => {
  const counted: Record<string, number> = {}
  for (const { code = 'done' } of answers) counted[code] = (counted[code] ?? 0) + 1
  return counted
}

it('gives ten places and five on the waitlist when a hundred people come at once, and 85 clear refusals', async () => {
  const place = await offered()
  const answers = await Promise.all((await a.people(100)).map((one) => a.join(one, place)))
  expect(codes(answers)).toEqual({ done: 15, 'shift-full': 85 })
  expect(await a.states(place)).toEqual({ confirmed: 10, waiting: 5 })
})

it('confirms as many above the capacity as may be overbooked, and no more', async () => {
  const place = await offered({ capacity: 2, overbook: 2, waitlist: 1 })
  const answers = await Promise.all((await a.people(8)).map((one) => a.join(one, place)))
  expect(codes(answers)).toEqual({ done: 5, 'shift-full': 3 })
  expect(await a.states(place)).toEqual({ confirmed: 4, waiting: 1 })
})

it('ends right when the last place is taken and another is left at the same moment', async () => {
  for (let round = 0; round < 6; round += 1) {
    const place = await offered({ capacity: 2, waitlist: 0 })
    const [first, second, third, fourth] = await a.people(4)
    if (!first || !second || !third || !fourth) throw new Error('four people')
    await a.join(first, place)
    const answers = await Promise.all([
      a.join(second, place),
      a.leave(first, place),
      a.join(third, place),
      a.join(fourth, place),
    ])
    const { confirmed = 0, left } = await a.states(place)
    expect(left).toBe(1)
    expect(confirmed).toBe(codes([answers[0], answers[2], answers[3]])['done'])
    // Whoever was refused had come before the place was left: one place may have stayed free, two may not.
    expect([1, 2]).toContain(confirmed)
  }
})

it('signs one person up once, however often they ask at once', async () => {
  const place = await offered()
  const [one] = await a.people(1)
  if (!one) throw new Error('one person')
  const answers = await Promise.all([1, 2, 3, 4].map(() => a.join(one, place)))
  expect(codes(answers)).toEqual({ done: 1, 'already-signed-up': 3 })
})

it('confirms one of two overlapping shifts when both are asked for at once, and says why not the other', async () => {
  const [one] = await a.people(1)
  if (!one) throw new Error('one person')
  for (let round = 0; round < 3; round += 1) {
    const places = [await offered({}, { title: '甲' }), await offered({}, { title: '乙' })]
    const answers = await Promise.all(places.map((place) => a.join(one, place)))
    expect(codes(answers)).toEqual({ done: 1, 'shifts-overlap': 1 })
    await Promise.all(places.map((place) => a.leave(one, place)))
  }
})

it('admits one of two when staff answers both at once and one place is left', async () => {
  const place = await offered({ capacity: 1 }, { signUp: 'approval' })
  for (const one of await a.people(2)) await a.join(one, place)
  const asked = await a.sql<{ id: string }>(
    `select id from signups where county_id = $1 and shift_id = $2 and state = 'asked'`,
    place.shiftId,
  )
  const answers = await Promise.all(
    asked.map(({ id }) =>
      w.county.as('keeper')(answerSignup, { params: { signupId: id }, body: { admit: true, words: null } }),
    ),
  )
  expect(codes(answers)).toEqual({ done: 1, 'shift-full': 1 })
})

it('keeps everybody confirmed when places are taken away while people come', async () => {
  const place = await offered({ capacity: 6, waitlist: 10 })
  const fewer = (capacity: number) =>
    w.county.as('keeper')(setPlaces, { params: place, body: { capacity, overbook: 0, waitlist: 10 } })
  await Promise.all([...(await a.people(8)).map((one) => a.join(one, place)), fewer(3), fewer(4)])
  const [row] = await a.sql<{ fits: boolean }>(
    'select confirmed_count <= capacity_count as fits from shift_places where county_id = $1 and shift_id = $2',
    place.shiftId,
  )
  const { confirmed = 0, waiting = 0 } = await a.states(place)
  expect([row?.fits, confirmed + waiting]).toEqual([true, 8])
})
