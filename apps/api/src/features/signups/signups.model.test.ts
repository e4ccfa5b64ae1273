/**
 * Several people at once sign up, leave, are answered, while staff changes places, moves shifts and calls them off: whatever the order, what the database
 * holds afterwards is right. Runs are seeded; `pnpm test:long` makes a longer night of it.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Activity } from '@sidan/types/activities'
import { cancelShift, changeShift, setPlaces } from '@sidan/types/shifts'
import { answerSignup } from '@sidan/types/signups'
import fc from 'fast-check'
import { attending, opening, type Someone } from '../../testing/attending.ts'
import { runsOf, storiesMs } from '../../testing/size.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { moveUpStalled } from '../waitlist/move-up-waitlist.ts'

const runs = runsOf(20)

let test: TestApp
let w: World
let a: ReturnType<typeof attending>
let people: Someone[]

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
  a = attending(w)
  people = await a.people(6)
})
afterAll(() => test?.close())

const index = (below: number) => fc.integer({ min: 0, max: below - 1 })
const step = fc.oneof(
  { weight: 10, arbitrary: fc.record({ what: fc.constant('join' as const), who: index(6), at: index(4) }) },
  { weight: 6, arbitrary: fc.record({ what: fc.constant('leave' as const), who: index(6), at: index(4) }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('answer' as const), admit: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('places' as const),
      at: index(4),
      capacity: fc.integer({ min: 1, max: 3 }),
      overbook: fc.integer({ min: 0, max: 1 }),
      waitlist: fc.integer({ min: 0, max: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('move' as const), at: index(4), hour: fc.integer({ min: 0, max: 8 }) }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('cancel' as const), at: index(4) }) },
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

interface Place {
  shiftId: string
  openingId: string
}

/** Two shifts that overlap, one apart; and one beside that one, to which staff admits. */
async function stageOf(): Promise<Place[]> {
  const shift = (hour: number, hours: number) => ({
    startsAt: `${w.day(5)}T0${hour}:00:00.000Z`,
    endsAt: `${w.day(5)}T${String(hour + hours).padStart(2, '0')}:00:00.000Z`,
    signUpUntil: null,
  })
  const openings = [opening({ capacity: 2, waitlist: 3 })]
  const open = await w.published({ openings, shifts: [shift(1, 2), shift(2, 2), shift(6, 1)] })
  const admitted = await w.published({ openings, signUp: 'approval', shifts: [shift(6, 2)] })
  return [...placesOf(open), ...placesOf(admitted)]
}
const placesOf = ({ shifts }: Activity): Place[] =>
  shifts.map(({ shiftId, places }) => ({ shiftId, openingId: places[0]?.openingId ?? '' }))

async function take(places: Place[], one: Step): Promise<string | undefined> {
  const place = places['at' in one ? one.at : 3]
  const who = people['who' in one ? one.who : 0]
  if (!place || !who) throw new Error('no such place or person')
  const keeper = w.county.as('keeper')
  if (one.what === 'join') return (await a.join(who, place)).code
  if (one.what === 'leave') return (await a.leave(who, place)).code
  if (one.what === 'cancel')
    return (await keeper(cancelShift, { params: { shiftId: place.shiftId }, body: { words: '下雨' } })).code
  if (one.what === 'places') {
    const { what: _what, at: _at, ...body } = one
    return (await keeper(setPlaces, { params: { ...place }, body })).code
  }
  if (one.what === 'move') {
    const at = (hour: number) => `${w.day(5)}T0${hour}:30:00.000Z`
    const body = { startsAt: at(one.hour), endsAt: at(one.hour + 1), signUpUntil: null }
    return (await keeper(changeShift, { params: { shiftId: place.shiftId }, body })).code
  }
  const [asked] = await a.sql<{ id: string }>(
    `select id from signups where county_id = $1 and shift_id = $2 and state = 'asked' order by queued_at, id limit 1`,
    place.shiftId,
  )
  if (!asked) return undefined
  const body = { admit: one.admit, words: null }
  return (await keeper(answerSignup, { params: { signupId: asked.id }, body })).code
}

/** What must never be found, each as a query that finds it; $2 are the shifts of the run. */
const wrong: Record<string, string> = {
  'more are confirmed than there are places': `select 1 from shift_places p where county_id = $1 and shift_id = any ($2)
    and (select count(*) from signups n where n.county_id = $1 and n.shift_id = p.shift_id and n.opening_id = p.opening_id and n.state = 'confirmed')
      > capacity_count + overbook_count`,
  'a count is not that of its rows': `select 1 from shift_places p where county_id = $1 and shift_id = any ($2)
    and (confirmed_count, waiting_count) <> (select count(*) filter (where state = 'confirmed'), count(*) filter (where state = 'waiting')
      from signups n where n.county_id = $1 and n.shift_id = p.shift_id and n.opening_id = p.opening_id)`,
  'somebody has two open sign-ups for one shift': `select 1 from signups where county_id = $1 and shift_id = any ($2)
    and state in ('asked', 'confirmed', 'waiting') group by shift_id, attendee_id having count(*) > 1`,
  'somebody is confirmed for two shifts at once': `select 1 from signups n join signups b on b.county_id = $1 and b.attendee_id = n.attendee_id
    and b.state = 'confirmed' and b.id <> n.id and tstzrange(b.starts_at, b.ends_at) && tstzrange(n.starts_at, n.ends_at)
    where n.county_id = $1 and n.shift_id = any ($2) and n.state = 'confirmed'`,
  'somebody has a place in a shift that was called off': `select 1 from signups n join shifts s on s.county_id = $1 and s.id = n.shift_id and s.state = 'cancelled'
    where n.county_id = $1 and n.shift_id = any ($2) and n.state in ('asked', 'confirmed', 'waiting')`,
  'a sign-up is not at the time of its shift': `select 1 from signups n join shifts s on s.county_id = $1 and s.id = n.shift_id
    and (s.starts_at, s.ends_at) <> (n.starts_at, n.ends_at) where n.county_id = $1 and n.shift_id = any ($2) and n.state in ('asked', 'confirmed', 'waiting')`,
  'somebody waits although a place is free and nothing ever stood in the way': `select 1 from signups n
    join shift_places p on p.county_id = $1 and p.shift_id = n.shift_id and p.opening_id = n.opening_id and p.confirmed_count < p.capacity_count + p.overbook_count
    where n.county_id = $1 and n.shift_id = any ($2) and n.state = 'waiting' and not exists (select 1 from signups b where b.county_id = $1
      and b.attendee_id = n.attendee_id and b.shift_id <> n.shift_id and b.shift_id = any ($2))`,
  'somebody was let past who came later': `select 1 from signups n join signups late on late.county_id = $1 and late.shift_id = n.shift_id
    and late.opening_id = n.opening_id and late.state = 'confirmed' and (late.queued_at, late.id) > (n.queued_at, n.id)
    where n.county_id = $1 and n.shift_id = any ($2) and n.state = 'waiting' and not exists (select 1 from signups b where b.county_id = $1
      and b.attendee_id = n.attendee_id and b.shift_id <> n.shift_id and b.shift_id = any ($2))`,
  'somebody lost a place and was not told': `select 1 from signups n where n.county_id = $1 and n.shift_id = any ($2) and n.state = 'cancelled'
    and not exists (select 1 from notices t where t.county_id = $1 and t.person_id = n.person_id and t.shift_id = n.shift_id
      and t.kind in ('shift-cancelled', 'shift-place-lost'))`,
  'somebody was answered and not told': `select 1 from signups n where n.county_id = $1 and n.shift_id = any ($2) and n.answered_at is not null
    and not exists (select 1 from notices t where t.county_id = $1 and t.person_id = n.person_id and t.shift_id = n.shift_id
      and t.kind = case n.state when 'refused' then 'signup-refused' else 'signup-admitted' end and t.at >= n.answered_at)
    and n.state in ('refused', 'confirmed')`,
}
const stalled = `select 1 from signups n
  join shift_places p on p.county_id = $1 and p.shift_id = n.shift_id and p.opening_id = n.opening_id and p.confirmed_count < p.capacity_count + p.overbook_count
  where n.county_id = $1 and n.shift_id = any ($2) and n.state = 'waiting' and not exists (select 1 from signups b where b.county_id = $1
    and b.attendee_id = n.attendee_id and b.state = 'confirmed' and tstzrange(b.starts_at, b.ends_at) && tstzrange(n.starts_at, n.ends_at))`

/** Who was seen waiting, by sign-up: once they are confirmed they must have been told. */
const seenWaiting = new Set<string>()

async function expectRight(shiftIds: string[]): Promise<void> {
  for (const [what, text] of Object.entries(wrong)) {
    const found = await a.sql(text, shiftIds)
    expect(found.length === 0 ? 'right' : what).toBe('right')
  }
  const rows = await a.sql<{ id: string; state: string; told: boolean }>(
    `select id, state, exists (select 1 from notices t where t.county_id = $1 and t.person_id = n.person_id and t.shift_id = n.shift_id
      and t.kind = 'signup-moved-up') as told from signups n where county_id = $1 and shift_id = any ($2)`,
    shiftIds,
  )
  for (const { id, state, told } of rows) {
    if (state === 'waiting') seenWaiting.add(id)
    if (state === 'confirmed' && seenWaiting.has(id)) expect([id, told]).toEqual([id, true])
  }
}

it('holds what sign-ups promise, whoever comes, goes, answers, moves and calls off at the same moment', async () => {
  const said = new Set<string | undefined>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { minLength: 3, maxLength: 8 }),
      async (bursts) => {
        const places = await stageOf()
        const shiftIds = places.map(({ shiftId }) => shiftId)
        for (const burst of bursts) {
          w.minutesLater(1)
          for (const code of await Promise.all(burst.map((one) => take(places, one)))) said.add(code)
          await expectRight(shiftIds)
          await test.db.inCounty(w.county.countyId, moveUpStalled)
          await expectRight(shiftIds)
          expect(await a.sql(stalled, shiftIds)).toEqual([])
        }
        // The next run is another day's: nobody is busy from this one.
        await a.sql(
          `update signups set state = 'left', ended_at = now() where county_id = $1 and state in ('asked', 'confirmed', 'waiting')`,
        )
      },
    ),
    { numRuns: runs, seed: 20261125, endOnFailure: true, interruptAfterTimeLimit: storiesMs },
  )
  expect(said.has('internal-error')).toBe(false)
}, 86_400_000)
