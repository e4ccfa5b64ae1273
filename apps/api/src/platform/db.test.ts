import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { CountyId } from '@sidan/types/ids'
import pg from 'pg'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { type Database, openDatabase } from './db.ts'

const county = CountyId.parse(420882)
let database: TestDatabase
let db: Database
beforeAll(async () => {
  database = await createTestDatabase()
  db = openDatabase({ url: database.urls.api, maxConnections: 1 })
})
afterAll(async () => {
  await db?.end()
  await database?.drop()
})

it('a connection that is cut between two statements fails its transaction and nothing else', async () => {
  const admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  const cut = db.inCounty(county, async (tx) => {
    const [row] = await tx.rows<{ pid: number }>({ text: 'select pg_backend_pid() as pid' })
    const { rowCount } = await admin.query('select pg_terminate_backend($1, 5000) as done', [row?.pid])
    expect(rowCount).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 50))
    return tx.rows({ text: 'select 1' })
  })
  await expect(cut).rejects.toMatchObject({ code: 'try-again' })
  expect(await db.inCounty(county, (tx) => tx.rows({ text: 'select 2 as two' }))).toEqual([{ two: 2 }])
  await admin.end()
})
