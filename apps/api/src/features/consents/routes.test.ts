import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { consentPurposes, listConsents, saveConsent } from '@sidan/types/consents'
import { getMe } from '@sidan/types/people'
import { getVolunteerForm, registerVolunteer } from '@sidan/types/volunteers'
import { newId } from '../../platform/ids.ts'
import { registration } from '../../testing/promises/oneself-requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { consentedSql, consentsOf } from './reads.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())

const say = (who: string, purpose: string, given: boolean) =>
  w.done(who, saveConsent, { body: { purpose, given, noticeVersion: 1 } })
const given = async (who: string) =>
  (await w.done(who, listConsents)).items.filter((consent) => consent.given).map(({ purpose }) => purpose)
const id = (who: string) => w.county.cast[who] ?? ''
const rows = <Row>(text: string, ...values: unknown[]) =>
  test.db.inCounty(w.county.countyId, (tx) => tx.rows<Row>({ text, values: [w.county.countyId, ...values] }))

it('rule-20 nothing counts as agreed before somebody agreed, and then it says by which notice', async () => {
  expect(await given('resident')).toEqual([])
  const { items } = await say('resident', 'photos', true)
  expect(items.map(({ purpose }) => purpose)).toEqual(consentPurposes)
  expect(items.find(({ purpose }) => purpose === 'photos')).toMatchObject({
    given: true,
    givenVersion: 1,
    at: test.clock.now.toISOString(),
  })
})

it('each purpose stands alone: agreeing to one agrees to no other, withdrawing one withdraws no other', async () => {
  await say('neighbour', 'photos', true)
  await say('neighbour', 'location', true)
  await say('neighbour', 'photos', false)
  expect(await given('neighbour')).toEqual(['location'])
})

it('every word is kept in its order, and what changes nothing is none', async () => {
  const keeper = id('keeper')
  for (const yes of [false, true, true, false, false, true]) await say('keeper', 'teamList', yes)
  expect(
    await rows(
      `select no, given, by_id = person_id as own from consents where county_id = $1 and person_id = $2 order by no`,
      keeper,
    ),
  ).toEqual([
    { no: 1, given: true, own: true },
    { no: 2, given: false, own: true },
    { no: 3, given: true, own: true },
  ])
  await expect(rows('update consents set given = true where county_id = $1')).rejects.toThrow()
  await expect(rows('delete from consents where county_id = $1')).rejects.toThrow()
})

it('two words at once are both kept, one after the other', async () => {
  const [a, b] = ['publicName', 'location'].map((purpose) => say('institute', purpose, true))
  await Promise.all([a, b])
  expect((await given('institute')).sort()).toEqual(['location', 'publicName'])
})

it('rule-21 withdrawing takes effect at once, and refusing blocks nothing that does not need it', async () => {
  await w.done('resident', registerVolunteer, { body: registration(w) })
  expect((await w.done('resident', getMe)).volunteer).not.toBeNull()
  await say('resident', 'volunteerRecord', false)
  expect((await w.done('resident', getMe)).volunteer).toBeNull()
  expect((await w.done('resident', getVolunteerForm)).profile).toBeNull()
  for (const purpose of consentPurposes) await say('resident', purpose, false)
  expect((await w.submitted('resident')).state).toBe('submitted')
})

it('what was held for a purpose alone goes when it is withdrawn; the number stays for the records (rule-15)', async () => {
  const body = registration(w, { nationalNo: `WH${newId().slice(0, 8)}`, skills: [] })
  await w.done('merchant', registerVolunteer, { body })
  await say('merchant', 'volunteerRecord', false)
  const [kept] = await rows(
    `select volunteer_no <> '' as number, skills || availability || languages || areas::text[] as told, age_band, national_no_sealed, national_no_index, active
      from volunteers where county_id = $1 and person_id = $2`,
    id('merchant'),
  )
  expect(kept).toEqual({
    number: true,
    told: [],
    age_band: null,
    national_no_sealed: null,
    national_no_index: null,
    active: false,
  })
})

it('rule-22 health, location and a child’s data are purposes of their own, never part of registering', async () => {
  await w.done('auditor', registerVolunteer, { body: registration(w) })
  expect(await given('auditor')).toEqual(['volunteerRecord'])
})

it('rule-22 a child’s profile goes when its own consent is withdrawn, a grown-up’s does not', async () => {
  const consents = ['volunteerRecord', 'under14'].map((purpose) => ({ purpose, noticeVersion: 1 }))
  await w.done('center', registerVolunteer, { body: registration(w, { consents, ageBand: 'under14' }) })
  await w.done('gridWorker', registerVolunteer, { body: registration(w, { consents }) })
  for (const who of ['center', 'gridWorker']) await say(who, 'under14', false)
  const band = async (who: string) => (await w.done(who, getVolunteerForm)).profile?.ageBand
  expect([await band('center'), await band('gridWorker')]).toEqual([null, 'from60'])
})

it('rule-24 other features ask for one purpose, in SQL or as a set, and read the last word', async () => {
  await say('second', 'publicName', true)
  await say('third', 'publicName', true)
  await say('third', 'publicName', false)
  const named = await rows<{ id: string }>(
    `select p.id from people p where p.county_id = $1 and ${consentedSql('$1', 'p.id', 'publicName')}`,
  )
  const all = named.map((row) => row.id)
  expect([all.includes(id('second')), all.includes(id('third')), all.includes(id('volunteer'))]).toEqual([
    true,
    false,
    false,
  ])
  const set = await test.db.inCounty(w.county.countyId, (tx) => consentsOf(tx, id('second')))
  expect([...set].sort()).toEqual(['publicName', 'volunteerRecord'])
})

it('nobody’s consents are seen or changed from another county', async () => {
  await say('keeper', 'photos', true)
  expect(await rows(`select 1 from consents where county_id <> $1`)).toEqual([])
  expect((await w.daye.done('keeper', listConsents)).items.some((consent) => consent.given)).toBe(false)
})
