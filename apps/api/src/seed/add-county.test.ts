import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { CountyId } from '@sidan/types/ids'
import { rootFolder } from '../env.ts'
import { keysFromSecret, makeCrypto } from '../platform/crypto.ts'
import { type Database, openDatabase } from '../platform/db.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { addCounty, findPreset, inviteKeeper } from './add-county.ts'
import { prepareInstallation } from './installation.ts'

const crypto = makeCrypto(keysFromSecret('a secret for tests that is long enough to be one'))
const county = CountyId.parse(420882)
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

const count = (table: string) =>
  owner.inCounty(county, async (tx) => {
    const [row] = await tx.rows<{ rows: number }>({ text: `select count(*)::int as rows from ${table}` })
    return row?.rows
  })

it('two who set the same county up at once make one county; the other is told and changes nothing', async () => {
  const preset = findPreset('jingshan')
  const results = await Promise.allSettled([
    addCounty(owner, crypto, preset, '何主任'),
    addCounty(owner, crypto, preset, '周主任'),
  ])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const refused = results.find((result) => result.status === 'rejected')
  expect(String(refused?.reason)).toMatch(/京山市 \(420882\) is here already; nothing was changed/)
  expect(await count('units')).toBe(preset.units.length)
  expect(await count('role_invitations')).toBe(1)
})

it('another code replaces the one that was lost; a county that is not there gets none', async () => {
  const { code } = await inviteKeeper(owner, crypto, 420882, '何主任')
  expect(code).toMatch(/^[0-9A-Z]{12}$/)
  expect(await count('role_invitations')).toBe(1)
  await expect(inviteKeeper(owner, crypto, 110101, '何主任')).rejects.toThrow('there is no county 110101')
})

it('townships that border on each other are neighbours of each other, and of nobody else', async () => {
  const daye = findPreset('daye')
  await addCounty(owner, crypto, { ...daye, adjacency: [['420281001', '420281002']] }, '周主任')
  const rows = await owner.inCounty(CountyId.parse(420281), (tx) =>
    tx.rows({ text: `select code, adjacent_codes as near from units where adjacent_codes <> '{}' order by code` }),
  )
  expect(rows).toEqual([
    { code: '420281001', near: ['420281002'] },
    { code: '420281002', near: ['420281001'] },
  ])
})

it('a preset may be a file of one’s own, its list of divisions beside it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sidan-preset-'))
  for (const name of ['daye.yaml', 'daye.csv'])
    await copyFile(join(rootFolder, 'packages/counties/presets', name), join(folder, name))
  expect(findPreset(join(folder, 'daye.yaml')).county.code).toBe(420281)
  await rm(folder, { recursive: true })
})

it('a real county’s database can never become a demo, nor a demo’s a real one', async () => {
  const installation = (demo: boolean, urls = database.urls) => prepareInstallation({ urls, crypto, demo })
  await installation(false)
  await expect(installation(true)).rejects.toThrow('this one holds a real county')
  const other = await createTestDatabase()
  const admin = openDatabase({ url: other.urls.owner, maxConnections: 1 })
  await admin.reference({ text: `insert into installation ("only", demo, created_at) values (true, true, now())` })
  await admin.end()
  await expect(installation(false, other.urls)).rejects.toThrow('this database is a demo')
  await other.drop()
})
