import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getAffiliation, saveAffiliation } from '@sidan/types/affiliations'
import { listConsents, saveConsent } from '@sidan/types/consents'
import { closeAccount, exportMyData, getMyData } from '@sidan/types/my-data'
import pg from 'pg'
import { newId } from '../../platform/ids.ts'
import { affiliationBody, departmentsIn } from '../../testing/promises/affiliation-requests.ts'
import { newcomer } from '../../testing/promises/oneself-requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World
let admin: pg.Client

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
  admin = new pg.Client({ connectionString: test.adminUrl })
  await admin.connect()
})
afterAll(async () => {
  await admin?.end()
  await test?.close()
})

const register = async (who: string, more: object = {}, key = newId()) =>
  w.county.as(who)(saveAffiliation, { body: await affiliationBody(w, more), key })
const withdraw = (who: string) =>
  w.done(who, saveConsent, { body: { purpose: 'partyMembership', noticeVersion: 2, given: false } })
const held = async (who: string) => (await w.done(who, getAffiliation)).affiliation
const kept = async () => Number((await admin.query('select count(*) from affiliations')).rows[0].count)
const givenTo = async (who: string) =>
  (await w.done(who, listConsents)).items.find(({ purpose }) => purpose === 'partyMembership')

/** Every cell of the database in which a word stands, as text or as bytes, by table. */
async function cellsWith(word: string): Promise<string[]> {
  const { rows: tables } = await admin.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  )
  const found = []
  for (const { name } of tables)
    if ((await admin.query(`select 1 from ${name} t where t::text like $1 limit 1`, [`%${word}%`])).rows.length > 0)
      found.push(name)
  return found
}

describe('rule-28', () => {
  it('asks nobody in a county without 双报到, and holds nothing of anybody until they say it', async () => {
    expect(await w.daye.done('resident', getAffiliation)).toMatchObject({ offered: false, affiliation: null })
    expect(await w.done('resident', getAffiliation)).toMatchObject({ offered: true, affiliation: null })
  })

  it('keeps what somebody said for themselves alone, and lets them change it', async () => {
    const who = await newcomer(w)
    const [first, second] = await departmentsIn(w)
    await register(who)
    expect(await held(who)).toMatchObject({
      department: { unitId: first },
      station: { unitId: w.county.stage.stationId },
    })
    const before = await kept()
    await register(who, { departmentId: second })
    expect(await held(who)).toMatchObject({ department: { unitId: second }, noticeVersion: 2 })
    expect(await kept()).toBe(before)
    expect(await held('neighbour')).toBeNull()
  })

  it('leaves nothing in the database by which a copy of it would tell a member from anybody else', async () => {
    const [member, other] = [await newcomer(w), await newcomer(w)]
    const idOf = (who: string) => w.county.cast[who] ?? ''
    await register(member)
    expect(await cellsWith(idOf(member))).toEqual(await cellsWith(idOf(other)))
    const columns = await admin.query(
      `select string_agg(column_name, ' ' order by column_name) as names from information_schema.columns where table_name = 'affiliations'`,
    )
    expect(columns.rows[0].names).toBe('county_id person_key sealed')
    const sizes = await admin.query('select distinct octet_length(sealed) from affiliations')
    expect(sizes.rows).toHaveLength(1)
  })

  it('is given by registering alone: no plain row can say it, whoever writes it', async () => {
    const who = await newcomer(w)
    const answer = await w.county.as(who)(saveConsent, {
      body: { purpose: 'partyMembership', noticeVersion: 2, given: true as never },
    })
    expect(answer.code).toBe('invalid-request')
    await expect(
      admin.query(
        `insert into consents (county_id, person_id, no, purpose, given, notice_version, by_id, at)
          values ($1, $2, 99, 'partyMembership', true, 2, $2, now())`,
        [w.county.countyId, w.county.cast[who]],
      ),
    ).rejects.toThrow('consents_tell_no_member')
  })
})

it('rule-21 it stands among the consents, is withdrawn like any other, and is then erased at once', async () => {
  const who = await newcomer(w)
  await register(who)
  expect(await givenTo(who)).toMatchObject({ given: true, givenVersion: 2, at: test.clock.now.toISOString() })
  const before = await kept()
  await withdraw(who)
  expect([await held(who), await kept()]).toEqual([null, before - 1])
  expect(await givenTo(who)).toMatchObject({ given: false })
  await withdraw(who)
  await register(who)
  expect(await held(who)).not.toBeNull()
})

it('rule-23 it is counted in one’s data, and stands in what one takes home', async () => {
  const who = await newcomer(w)
  const part = async () => {
    const { sections } = await w.done(who, exportMyData)
    return sections.find(({ section }) => section === 'affiliation')?.rows
  }
  const count = async () =>
    (await w.done(who, getMyData)).sections.find(({ section }) => section === 'affiliation')?.count
  expect([await part(), await count()]).toEqual([[], 0])
  await register(who)
  const { department, station } = (await held(who)) ?? {}
  expect(await part()).toEqual([
    expect.objectContaining({ department: department?.name, station: station?.name, noticeVersion: 2 }),
  ])
  expect(await count()).toBe(1)
})

it('rule-26 closing an account erases it', async () => {
  const who = await newcomer(w)
  await register(who)
  const before = await kept()
  await w.done(who, closeAccount, { body: { understood: true } })
  expect(await kept()).toBe(before - 1)
})

describe('two at once', () => {
  it('registering twice keeps one of the two, and the same request twice is one', async () => {
    const who = await newcomer(w)
    const [first, second] = await departmentsIn(w)
    const before = await kept()
    const key = newId()
    const answers = await Promise.all([
      register(who, { departmentId: first }, key),
      register(who, { departmentId: first }, key),
      register(who, { departmentId: second }),
    ])
    expect(answers.map(({ code }) => code)).toEqual([undefined, undefined, undefined])
    expect(await kept()).toBe(before + 1)
    expect([first, second]).toContain((await held(who))?.department.unitId)
  })

  it('registering and closing the account leave nothing, whichever was first', async () => {
    const before = await kept()
    for (let round = 0; round < 8; round++) {
      const who = await newcomer(w)
      const [registered, closed] = await Promise.all([
        register(who),
        w.county.as(who)(closeAccount, { body: { understood: true } }),
      ])
      expect(closed.code).toBeUndefined()
      expect([undefined, 'sign-in-needed']).toContain(registered.code)
    }
    expect(await kept()).toBe(before)
  })

  it('registering and withdrawing leave what the later of them said, never half of it', async () => {
    const who = await newcomer(w)
    for (let round = 0; round < 5; round++) {
      await Promise.all([register(who), withdraw(who)])
      const found = await held(who)
      expect((await givenTo(who))?.given).toBe(found !== null)
    }
  })
})
