import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { type Database, openDatabase } from '../../platform/db.ts'
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts'
import { policyOf } from './reads.ts'

let databases: TestDatabase[] = []
let open: Database[] = []

beforeAll(async () => {
  databases = await Promise.all([createTestDatabase(1), createTestDatabase(1)])
  open = databases.map(({ urls }) => openDatabase({ url: urls.api, maxConnections: 1 }))
})
afterAll(async () => {
  for (const one of open) await one.end()
  for (const one of databases) await one.drop()
})

it('a version is read once, and is that of its own database', async () => {
  const countyId = databases[0]?.counties[0]?.countyId
  if (countyId === undefined) throw new Error('the first county is there')
  const days = []
  for (const [no, database] of open.entries())
    days.push(
      await database.inCounty(countyId, async (tx) => {
        await tx.query({
          text: `insert into policies (county_id, version, document, in_force_at, created_at)
            select county_id, 90, jsonb_set(document, '{hours,publicNoticeDays}', to_jsonb($2::int)), $3, $3
            from policies where county_id = $1 order by version desc limit 1`,
          values: [countyId, no + 1, tx.now],
        })
        const { hours } = await policyOf(tx, 90)
        const before = tx.statements()
        await policyOf(tx, 90)
        return [hours.publicNoticeDays, tx.statements() - before]
      }),
    )
  expect(days).toEqual([
    [1, 0],
    [2, 0],
  ])
})
