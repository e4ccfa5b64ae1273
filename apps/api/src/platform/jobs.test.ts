import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { CountyId } from '@sidan/types/ids'
import pg from 'pg'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { type Database, openDatabase } from './db.ts'
import { enqueue, startWorker } from './jobs.ts'

const county = CountyId.parse(420882)
let database: TestDatabase
let api: Database
let worker: Database
let stop: (() => Promise<void>) | undefined

beforeAll(async () => {
  database = await createTestDatabase()
  api = openDatabase({ url: database.urls.api, maxConnections: 2 })
  worker = openDatabase({ url: database.urls.worker, maxConnections: 2 })
})
afterEach(async () => {
  await stop?.()
  stop = undefined
})
afterAll(async () => {
  await api?.end()
  await worker?.end()
  await database?.drop()
})

const countJobs = async () => {
  const client = new pg.Client({ connectionString: database.urls.worker })
  await client.connect()
  const { rows } = await client.query('select count(*)::int as jobs from graphile_worker.jobs')
  await client.end()
  return rows[0].jobs
}

describe('a job', () => {
  it('is done by the worker with its own login, inside the county that enqueued it', async () => {
    const done = new Promise<unknown[]>((resolve) => {
      void startWorker({
        url: database.urls.worker,
        db: worker,
        log: { error: () => undefined },
        everyNight: {},
        effects: {},
        everyMinute: {
          'look-around': async (tx) => {
            resolve(
              await tx.rows({ text: `select current_user::text as login, current_setting('app.county_id') as county` }),
            )
            return 1
          },
        },
      }).then((stopIt) => {
        stop = stopIt
      })
    })
    await api.inCounty(county, (tx) => enqueue(tx, 'look-around', {}, { key: 'once' }))
    expect(await done).toEqual([{ login: 'sidan_worker', county: '420882' }])
  })

  it('is not there when its transaction was rolled back', async () => {
    const before = await countJobs()
    const failed = api.inCounty(county, async (tx) => {
      await enqueue(tx, 'look-around', {}, { key: 'never' })
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow('changed my mind')
    expect(await countJobs()).toBe(before)
  })

  it('is refused outside a county', async () => {
    const outside = api.reference({ text: `select jobs.enqueue('look-around', '{}', now(), 'x')` })
    await expect(outside).rejects.toThrow('a job belongs to a county')
  })

  it('is out of reach for the API but by its door', async () => {
    await expect(api.reference({ text: 'select 1 from graphile_worker._private_jobs' })).rejects.toThrow(
      'permission denied',
    )
  })
})
