/**
 * Random stories of a county's days — shifts moved, rolls corrected, records decided, orders reopened, teams changed, time passing — with folds anywhere
 * between: afterwards every kept day is what somebody comes to who reads the facts one by one. `pnpm test:long` makes a longer night of it.
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { getMe } from '@sidan/types/people'
import fc from 'fast-check'
import { newId } from '../../platform/ids.ts'
import { run } from '../../testing/papers.ts'
import { countedSheet, fold, keptSheet } from '../../testing/roll-ups.ts'
import { placeIn, shiftMade } from '../../testing/shift-steps.ts'
import { runsOf } from '../../testing/size.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

const runs = runsOf(25)
const kinds = ['volunteer', 'participant', 'participant', 'volunteer'] as const

let test: TestApp
let w: World
let shiftIds: string[]
let orderIds: string[]
let recordIds: string[]
let places: (string | null)[]
let teams: (string | null)[]

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
  const { stationId, instituteId, centerId } = w.county.stage
  places = [stationId, instituteId, centerId]
  teams = [w.county.cast['team'] ?? null, null]
  shiftIds = []
  for (const [index, kind] of kinds.entries()) {
    const made = await shiftMade(w, { startsInMinutes: 1 + index * 900, minutes: 600, opening: { kind } })
    await placeIn(w, made)
    shiftIds.push(made.shiftId)
  }
  orderIds = [(await w.submitted()).orderId, (await w.submitted('neighbour')).orderId]
  recordIds = [await w.record(), await w.record()]
  await w.done('volunteer', getMe)
})
afterAll(() => test?.close())

const at = fc.integer({ min: 0, max: 3 })
const hours = fc.integer({ min: -40, max: 40 })
const step = fc.oneof(
  fc.record({ what: fc.constant('roll' as const), at, present: fc.constantFrom('present', 'absent', null) }),
  fc.record({ what: fc.constant('report' as const), at, others: fc.option(fc.integer({ min: 0, max: 50 })) }),
  fc.record({ what: fc.constant('shift' as const), at, state: fc.constantFrom('open', 'cancelled') }),
  fc.record({ what: fc.constant('move' as const), at, hours }),
  fc.record({ what: fc.constant('give' as const), at, place: at, team: at }),
  fc.record({
    what: fc.constant('order' as const),
    at,
    state: fc.constantFrom('fulfilled', 'rated', 'reopened'),
    heads: at,
    team: at,
    hours,
  }),
  fc.record({
    what: fc.constant('record' as const),
    at,
    state: fc.constantFrom('approved', 'withdrawn'),
    minutes: fc.nat(300),
    hours,
  }),
  fc.record({ what: fc.constant('register' as const), at, place: at, hours }),
  fc.record({ what: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ what: fc.constant('fold' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

const pick = <One>(list: readonly One[], index: number): One => list[index % list.length] as One
const moved = (by: number) => new Date(test.clock.now.getTime() + by * 3_600_000)

/** Straight into the tables: whatever code changes a fact, the day is marked. */
async function take(one: Step): Promise<unknown> {
  if (one.what === 'fold') return fold(w)
  if (one.what === 'wait') return w.minutesLater(one.hours * 60)
  if (one.what === 'roll')
    return run(
      w,
      `update signups set attendance = $3, marked_by_id = person_id, marked_at = now() where county_id = $1 and shift_id = $2`,
      pick(shiftIds, one.at),
      one.present,
    )
  if (one.what === 'report')
    return run(
      w,
      `update shifts set others_served_times = $3, reported_at = case when $3::int is null then null else now() end where county_id = $1 and id = $2`,
      pick(shiftIds, one.at),
      one.others,
    )
  if (one.what === 'shift')
    return run(w, `update shifts set state = $3 where county_id = $1 and id = $2`, pick(shiftIds, one.at), one.state)
  if (one.what === 'move') return move(pick(shiftIds, one.at), moved(one.hours))
  if (one.what === 'give')
    return run(
      w,
      `update activities set unit_id = $3, team_id = $4 where county_id = $1 and id = (select activity_id from shifts where county_id = $1 and id = $2)`,
      pick(shiftIds, one.at),
      pick(places, one.place),
      pick(teams, one.team),
    )
  if (one.what === 'register')
    return run(
      w,
      `update volunteers set registered_unit_id = $3, registered_at = $4 where county_id = $1 and person_id = $2`,
      w.county.cast[pick(['volunteer', 'second', 'third'], one.at)],
      pick([...places, null], one.place),
      moved(one.hours),
    )
  return one.what === 'order' ? decideOrder(one) : decideRecord(one)
}

/** Its sign-ups move with it, in a statement of their own as the program has it. */
async function move(shiftId: string, startsAt: Date): Promise<void> {
  const until = new Date(startsAt.getTime() + 3_600_000 * 10)
  const taken = await run(
    w,
    `select 1 from signups a join signups b on b.county_id = $1 and b.attendee_id = a.attendee_id and b.shift_id <> a.shift_id and b.state = 'confirmed'
      where a.county_id = $1 and a.shift_id = $2 and tstzrange(b.starts_at, b.ends_at) && tstzrange($3, $4)`,
    shiftId,
    startsAt,
    until,
  )
  if (taken.length > 0) return
  for (const table of ['shifts', 'signups'])
    await run(
      w,
      `update ${table} set starts_at = $3, ends_at = $4 ${table === 'shifts' ? ', sign_up_until_at = $3' : ''} where county_id = $1 and ${table === 'shifts' ? 'id' : 'shift_id'} = $2`,
      shiftId,
      startsAt,
      until,
    )
}

const decideOrder = (one: Extract<Step, { what: 'order' }>) =>
  run(
    w,
    `update orders set state = $3, fulfilled_at = $4, started_at = case when $5::int > 1 then $4::timestamptz - interval '20 hours' end,
      head_count = $5, assignee_id = $6, assignee_team_id = $7, due_at = $4 where county_id = $1 and id = $2`,
    pick([...orderIds], one.at),
    one.state,
    moved(one.hours),
    one.heads,
    w.county.cast['volunteer'],
    pick(teams, one.team),
  )

const decideRecord = (one: Extract<Step, { what: 'record' }>) =>
  run(
    w,
    `update service_records set state = $3, decided_by_id = $4, decided_at = now(), clocked_minutes = $5, declared_minutes = $5 / 2,
      service_day = civil_day($6) where county_id = $1 and id = $2`,
    pick(recordIds, one.at),
    one.state,
    w.county.cast['keeper'],
    one.minutes,
    moved(one.hours),
  )

it('leaves every day as the facts add up, whatever happened in which order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (story) => {
      for (const one of story) await take(one)
      while ((await fold(w)) > 0);
      expect(await keptSheet(w)).toEqual(await countedSheet(w))
    }),
    { numRuns: runs, seed: 20261124, endOnFailure: true },
  )
})

it('has a team’s records go with their order', async () => {
  const [order] = (await run(
    w,
    `select order_id as id from service_records where county_id = $1 and id = $2`,
    recordIds[0],
  )) as { id: string }[]
  await decideRecord({ what: 'record', at: 0, state: 'approved', minutes: 60, hours: 0 })
  await fold(w)
  for (const team of [...teams, ...teams]) {
    await run(w, 'update orders set assignee_team_id = $3 where county_id = $1 and id = $2', order?.id ?? newId(), team)
    await fold(w)
    expect(await keptSheet(w)).toEqual(await countedSheet(w))
  }
})
