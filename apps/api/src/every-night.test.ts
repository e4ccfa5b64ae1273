import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { CountyId } from '@sidan/types/ids'
import pg from 'pg'
import { everyNight } from './every-night.ts'
import { keysFromSecret, makeCrypto } from './platform/crypto.ts'
import { type Database, openDatabase } from './platform/db.ts'
import { newId } from './platform/ids.ts'
import { startWorker } from './platform/jobs.ts'
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts'

const counties = [420882, 420281].map((code) => CountyId.parse(code))
const now = new Date('2026-11-24T19:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
let database: TestDatabase
let api: Database
let workerDb: Database
let worker: pg.Client
let stop: (() => Promise<void>) | undefined

beforeAll(async () => {
  database = await createTestDatabase()
  api = openDatabase({ url: database.urls.api, maxConnections: 2, clock: () => now })
  workerDb = openDatabase({ url: database.urls.worker, maxConnections: 2, clock: () => now })
  worker = new pg.Client({ connectionString: database.urls.worker })
  await worker.connect()
  const owner = openDatabase({ url: database.urls.owner, maxConnections: 1 })
  for (const county of counties) {
    await owner.reference({
      text: `insert into counties (county_id, pinyin, name, organiser, filing_number, complaints_phone, created_at) values ($1, $2, 'x', 'x', 'x', 'x', now())`,
      values: [county, `c${county}`],
    })
    for (const [key, age] of Object.entries({
      'one-minute-too-old': 30 + 1 / 1440,
      'thirty-days-old': 30,
      'of-today': 0,
    }))
      await api.inCounty(county, (tx) =>
        tx.rows({
          text: `insert into idempotency_keys (county_id, actor_id, route, key, body_hmac, created_at) values ($1, $2, 'submitOrder', $3, '', $4)`,
          values: [county, newId(), key, daysAgo(age)],
        }),
      )
  }
  await owner.end()
  stop = await startWorker({
    url: database.urls.worker,
    db: workerDb,
    everyMinute: {},
    everyNight: everyNight(makeCrypto(keysFromSecret('a secret for tests that is long enough to be one'))),
    effects: {},
    log: { error: () => undefined },
  })
})
afterAll(async () => {
  await stop?.()
  await worker?.end()
  await api?.end()
  await workerDb?.end()
  await database?.drop()
})

const keysOf = (county: CountyId) =>
  api.inCounty(county, async (tx) => {
    const rows = await tx.rows<{ key: string }>({ text: 'select key from idempotency_keys order by key' })
    return rows.map((row) => row.key)
  })

it('the queue knows the minute and the night', async () => {
  const known = async (): Promise<string[]> => {
    const { rows } = await worker.query('select identifier from graphile_worker._private_known_crontabs order by 1')
    return rows.map((row) => row.identifier)
  }
  for (let left = 100; left > 0 && (await known()).length < 2; left -= 1) await wait(100)
  expect(await known()).toEqual(['night', 'tick'])
})

it('a night forgets the keys older than 30 days in every county, with the worker’s own login, and keeps the others', async () => {
  await worker.query(`select graphile_worker.add_job('night', '{}')`)
  for (const county of counties) {
    for (let left = 100; left > 0 && (await keysOf(county)).length > 2; left -= 1) await wait(100)
    expect(await keysOf(county)).toEqual(['of-today', 'thirty-days-old'])
  }
})
