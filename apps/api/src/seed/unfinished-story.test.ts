import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { CountyId } from '@sidan/types/ids'
import { keysFromSecret, makeCrypto } from '../platform/crypto.ts'
import { type Database, openDatabase } from '../platform/db.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { forgetUnfinishedCounty } from './forget-county.ts'
import { prepareInstallation } from './installation.ts'

const crypto = makeCrypto(keysFromSecret('a secret for tests that is long enough to be one'))
const counties = [420281, 420882].map((code) => CountyId.parse(code))
let database: TestDatabase
let owner: Database

beforeAll(async () => {
  database = await createTestDatabase()
  owner = openDatabase({ url: database.urls.owner, maxConnections: 2 })
})
afterAll(async () => {
  await owner?.end()
  await database?.drop()
})

const start = () => prepareInstallation({ urls: database.urls, crypto, demo: true })
const countsOf = (countyId: CountyId) =>
  owner.inCounty(countyId, async (tx) => {
    const [row] = await tx.rows({
      text: `select (select count(*)::int from people) as people, (select count(*)::int from orders) as orders,
        (select count(*)::int from order_events) as events, (select count(*)::int from activities) as activities,
        (select count(*)::int from redemptions) as redemptions, (select count(*)::int from transfers) as transfers`,
    })
    return row
  })
const firstPerson = async (countyId: CountyId) => {
  const rows = await owner.inCounty(countyId, (tx) =>
    tx.rows<{ id: string }>({ text: 'select id from people order by id limit 1' }),
  )
  return rows[0]?.id
}

it('a county’s story that broke off is told anew from the beginning; one that was told is left alone, also by two starts at once', async () => {
  await start()
  const [told, broken] = counties as [CountyId, CountyId]
  const whole = await Promise.all(counties.map(countsOf))
  expect(whole[1]).toMatchObject({ people: 26, activities: 4, redemptions: 2 })
  const before = await Promise.all(counties.map(firstPerson))

  await owner.reference({ text: 'update counties set story_told_at = null where county_id = $1', values: [broken] })
  await owner.inCounty(broken, (tx) => tx.rows({ text: `delete from notices` }))
  const [one, two] = await Promise.all([start(), start()])

  expect(await Promise.all(counties.map(countsOf))).toEqual(whole)
  const after = await Promise.all(counties.map(firstPerson))
  expect(after[0]).toBe(before[0])
  expect(after[1]).not.toBe(before[1])
  expect(two.lines('http://x')).toEqual(one.lines('http://x'))
  await expect(forgetUnfinishedCounty(owner, told)).rejects.toThrow('not an unfinished demo')
}, 120_000)

it('what is append-only is so again after a story was begun anew', async () => {
  const open = await owner.reference({
    text: `select tgrelid::regclass::text from pg_trigger where tgname = 'append_only' and tgenabled <> 'O'`,
  })
  expect(open).toEqual([])
})
