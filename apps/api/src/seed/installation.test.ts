import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { loadPreset } from '@sidan/counties/load-preset'
import { endpointTable } from '@sidan/types/endpoints'
import { CountyId } from '@sidan/types/ids'
import { readSettings, rootFolder } from '../env.ts'
import { setUpCounty } from '../features/counties/set-up-county.ts'
import { keysFromSecret, makeCrypto } from '../platform/crypto.ts'
import { openDatabase } from '../platform/db.ts'
import { makeFingerprint } from '../testing/fingerprint.ts'
import { startTestApp } from '../testing/test-app.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { prepareInstallation } from './installation.ts'

let database: TestDatabase
let tables: Awaited<ReturnType<typeof makeFingerprint>>

beforeEach(async () => {
  database = await createTestDatabase()
  tables = await makeFingerprint(database.adminUrl)
})
afterEach(async () => {
  await tables.end()
  await database.drop()
})

const crypto = makeCrypto(keysFromSecret('a secret for tests that is long enough to be one'))
const start = (demo: boolean) => prepareInstallation({ urls: database.urls, crypto, demo })
const outcome = (starting: Promise<unknown>) =>
  starting.then(
    () => 'started',
    (error: Error) => error.name,
  )
const counties = async () => (await tables.run('select county_id from counties order by 1')).rows.length
const mark = async () => (await tables.run('select demo from installation')).rows

async function setUpReal(): Promise<void> {
  const owner = openDatabase({ url: database.urls.owner, maxConnections: 1 })
  const preset = loadPreset(join(rootFolder, 'packages/counties/presets'), 'jingshan')
  await owner.inCounty(CountyId.parse(preset.county.code), (tx) => setUpCounty(tx, preset))
  await owner.end()
}

describe('a real county’s database', () => {
  it('is never turned into a demo, marked or not, and nothing in it changes', async () => {
    await setUpReal()
    const before = await tables.take()
    await expect(start(true)).rejects.toThrow(/real county/)
    expect(await tables.take()).toEqual(before)
    expect((await start(false)).demo).toBe(false)
    const marked = await tables.take()
    await expect(start(true)).rejects.toThrow(/real county/)
    expect(await tables.take()).toEqual(marked)
    expect(await mark()).toEqual([{ demo: false }])
  })
  it('is a real county’s from its first start, when nobody is in it yet', async () => {
    expect((await start(false)).lines('http://here')).toEqual([])
    await expect(start(true)).rejects.toThrow(/real county/)
    expect([await counties(), await mark()]).toEqual([0, [{ demo: false }]])
  })
  it('can be started again and again', async () => {
    await start(false)
    await setUpReal()
    expect(await outcome(start(false))).toBe('started')
    expect(await counties()).toBe(1)
  })
})

describe('a demo', () => {
  it('is made in an empty database, once, names its people, and is never served as a real county', async () => {
    const first = await start(true)
    expect(first.lines('http://here').join('\n')).toMatch(/http:\/\/here\/q\/420882-[0-9A-Z]{6}\n {2}王阿姨/)
    const before = await tables.take()
    expect((await start(true)).demo).toBe(true)
    await expect(start(false)).rejects.toThrow(/is a demo/)
    expect(await tables.take()).toEqual(before)
    expect(await mark()).toEqual([{ demo: true }])
  })
  it('is not made beside a real county that starts in the same moment', async () => {
    const outcomes = await Promise.all([start(false), start(true)].map(outcome))
    expect(outcomes).toContain('started')
    expect(outcomes).toContain('InstallationError')
    const [demo] = await mark()
    expect(demo).toEqual({ demo: outcomes[1] === 'started' })
    expect((await counties()) > 0).toBe(outcomes[1] === 'started')
  })
})

describe('what is asked for', () => {
  const real = {
    DATABASE_URL: 'postgres://api@db/sidan',
    DATABASE_OWNER_URL: 'postgres://owner@db/sidan',
    DATABASE_WORKER_URL: 'postgres://worker@db/sidan',
    SIDAN_SECRET: 'a secret that is kept for ever and long enough',
  }
  it.each([
    ['nothing is configured', {}, true],
    ['a database is named', real, false],
    ['a database is named and DEMO=1', { ...real, DEMO: '1' }, true],
    ['DEMO=0', { DEMO: '0' }, false],
  ])('is, when %s, a demo or not', (_when, env, demo) => {
    expect(readSettings(env).demo).toBe(demo)
  })
  it.each([
    ['has no logins beside it', { DATABASE_URL: real.DATABASE_URL }],
    ['has no secret', { ...real, SIDAN_SECRET: undefined }],
  ])('is refused when the database named %s', (_what, env) => {
    expect(() => readSettings(env)).toThrow(/DATABASE_URL needs/)
  })
})

it('without a demo no demo route exists', async () => {
  const test = await startTestApp({ demo: false })
  const demos = endpointTable.filter(({ endpoint }) => endpoint.demo)
  expect(demos.length).toBeGreaterThan(0)
  for (const { endpoint } of demos) {
    const answer = await fetch(`${test.url}${endpoint.path}`, { method: endpoint.method })
    expect([endpoint.path, answer.status]).toEqual([endpoint.path, 404])
  }
  await test.close()
})
