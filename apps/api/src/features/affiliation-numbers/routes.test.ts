import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { listAffiliationNumbers, saveAffiliation } from '@sidan/types/affiliations'
import { listAims } from '@sidan/types/aims'
import { saveConsent } from '@sidan/types/consents'
import { keysFromSecret, makeCrypto } from '../../platform/crypto.ts'
import { newId } from '../../platform/ids.ts'
import { run } from '../../testing/papers.ts'
import { affiliationBody, departmentsIn } from '../../testing/promises/affiliation-requests.ts'
import { newcomer } from '../../testing/promises/oneself-requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { countAffiliations } from './count-affiliations.ts'

let test: TestApp
let w: World
let departments: string[]
const members: string[] = []

/** The night's task, as the worker runs it. */
const count = countAffiliations(makeCrypto(keysFromSecret('a secret for tests that is long enough to be one')))
const night = (countyId = w.county.countyId) => test.db.inCounty(countyId, count)
const numbers = (who = 'center') => w.done(who, listAffiliationNumbers)
const aims = async () => (await w.done('institute', listAims)).items

/** Gives somebody approved hours of this year. */
async function serve(who: string, hours: number, more: { state?: string; nature?: string } = {}) {
  const { orderId } = await w.submitted('resident')
  await run(
    w,
    `insert into service_records (county_id, id, chain_id, version, person_id, order_id, station_id, platform_code, state, service_day, started_at, ended_at,
        clocked_minutes, declared_minutes, grade, checked_out, service_nature, policy_version, decided_by_id, decided_at, created_at)
      values ($1, $2, $2, 1, $3, $4, $5, 'life', $6, '2026-11-20', $7::timestamptz - interval '3 days', $7::timestamptz - interval '2 days',
        $8, 30, 'A', 'byCode', $9, 1, $10, $7, $7)`,
    newId(),
    w.county.cast[who],
    orderId,
    w.county.stage.stationId,
    more.state ?? 'approved',
    test.clock.now,
    hours * 60 - 30,
    more.nature ?? 'voluntary',
    w.county.cast['keeper'],
  )
}

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
  departments = await departmentsIn(w)
  // Twelve at the first department, nine at the second, two at the third.
  for (const [at, size] of [12, 9, 2].entries())
    for (let one = 0; one < size; one++) {
      const who = await newcomer(w)
      members.push(who)
      await w.done(who, saveAffiliation, { body: await affiliationBody(w, { departmentId: departments[at] }) })
    }
}, 120_000)
afterAll(() => test?.close())

it('says that nothing was counted before the first night', async () => {
  expect(await numbers()).toMatchObject({
    year: '2026',
    asOf: null,
    yearHours: 20,
    county: { registered: null, hidden: 'notCounted' },
  })
  expect((await aims()).map(({ value, hidden }) => [value, hidden])).toEqual([
    [null, 'notCounted'],
    [null, 'notMeasured'],
  ])
})

it('rule-28 counts who reached the hours, approved and voluntary ones alone, and tells sums of ten people or more', async () => {
  const [a = '', b = '', c = '', d = '', e = ''] = members
  for (const who of [a, b, c]) await serve(who, 20)
  await serve(d, 19)
  await serve(e, 40, { nature: 'duty' })
  await serve(e, 40, { state: 'withdrawn' })
  expect(await night()).toBe(1)
  const told = await numbers()
  // The nine are not added: with the two, and five of none, they would leave each department open, and so they are told together.
  expect(told.county).toEqual({ registered: 23, hoursPercent: 17, hidden: null })
  expect(told.departments.map(({ registered, hoursPercent, hidden }) => [registered, hoursPercent, hidden])).toEqual([
    [12, 25, null],
    ...departments.slice(1).map(() => [null, null, 'fewPeople']),
  ])
  expect(told.departments.map(({ department }) => department.unitId)).toEqual(departments)
  expect(told.asOf).toBe(test.clock.now.toISOString())
})

it('aims stand beside what is told, by code; what the county has not said is measured by nothing', async () => {
  expect(await aims()).toEqual([
    { code: 'hours', name: '全年服务满 20 小时的', unit: '%', target: 80, value: 17, hidden: null },
    { code: 'registered', name: '到社区报到的', unit: '%', target: 90, value: null, hidden: 'notMeasured' },
  ])
  await run(
    w,
    `insert into policies (county_id, version, document, in_force_at, created_at)
      select county_id, version + 1, jsonb_set(document, '{people,dualAffiliation,memberCount}', '46'), $2, $2
      from policies where county_id = $1 order by version desc limit 1`,
    test.clock.now,
  )
  expect((await aims())[1]).toMatchObject({ value: 50, hidden: null })
  expect((await w.daye.done('institute', listAims)).items).toEqual([])
})

it('those of a department see their own alone, and a keeper’s role ended a moment ago shows nothing', async () => {
  const who = await newcomer(w)
  const grant = newId()
  await run(
    w,
    `insert into role_grants (county_id, id, person_id, unit_id, role, from_day, granted_at) values ($1, $2, $3, $4, 'staff', '2026-11-01', $5)`,
    grant,
    w.county.cast[who],
    departments[0],
    test.clock.now,
  )
  expect(await numbers(who)).toMatchObject({ county: null, departments: [{ registered: 12 }] })
  expect((await numbers(who)).departments).toHaveLength(1)
  await run(w, 'update role_grants set ended_at = $3 where county_id = $1 and id = $2', grant, test.clock.now)
  expect((await w.county.as(who)(listAffiliationNumbers)).code).toBe('not-allowed')
  expect((await numbers('auditor')).county?.registered).toBe(23)
})

it('rule-28 one more registration, or one more record, changes nothing that is told before the next month', async () => {
  const before = await numbers()
  const who = await newcomer(w)
  await w.done(who, saveAffiliation, { body: await affiliationBody(w) })
  await serve(members[5] ?? '', 20)
  w.minutesLater(24 * 60)
  expect(await night()).toBe(0)
  expect(await numbers()).toEqual(before)
  w.minutesLater(10 * 24 * 60)
  expect(await night()).toBe(1)
  expect((await numbers()).departments[0]).toMatchObject({ registered: 13, hoursPercent: 30 })
})

it('rule-28 what is not told is not in the database, and cannot be', async () => {
  const [row] = await run(w, 'select count(*) from affiliation_numbers where county_id = $1 and registered_count < 10')
  expect(row).toEqual({ count: 0 })
  await expect(
    run(w, 'update affiliation_numbers set registered_count = 9, hours_percent = 10 where county_id = $1'),
  ).rejects.toThrow('affiliation_numbers_over_ten_people')
})

it('two nights at once, and withdrawing meanwhile, leave one count', async () => {
  await run(w, 'delete from affiliation_numbers where county_id = $1')
  const who = members[0] ?? ''
  await Promise.all([
    night(),
    night(),
    w.done(who, saveConsent, { body: { purpose: 'partyMembership', noticeVersion: 2, given: false } }),
  ])
  expect([12, 13]).toContain((await numbers()).departments[0]?.registered)
  expect(await run(w, 'select count(*) from affiliation_numbers where county_id = $1')).toEqual([
    { count: departments.length + 1 },
  ])
})

it('rule-28 where 双报到 is turned off, what people registered is erased in the next night', async () => {
  await run(
    w,
    `insert into policies (county_id, version, document, in_force_at, created_at)
      select county_id, version + 1, jsonb_set(document, '{people,dualAffiliation}', 'null'), $2, $2
      from policies where county_id = $1 order by version desc limit 1`,
    test.clock.now,
  )
  expect((await w.county.as('center')(listAffiliationNumbers)).code).toBe('dual-affiliation-off')
  expect(await night()).toBe(0)
  expect(await run(w, 'select count(*) from affiliations where county_id = $1')).toEqual([{ count: 0 }])
})
