import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { CountyId } from '@sidan/types/ids'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { type Database, openDatabase } from './db.ts'

let database: TestDatabase
let db: Database

beforeAll(async () => {
  database = await createTestDatabase()
  db = openDatabase({ url: database.urls.api, maxConnections: 2 })
})
afterAll(async () => {
  await db?.end()
  await database?.drop()
})

const referenceTables = ['counties', 'installation']
const list = async (text: string) => (await db.reference<{ name: string }>({ text })).map((row) => row.name)

describe('every tenant table', () => {
  it('has a county_id, but for the reference tables', async () => {
    const without =
      await list(`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'county_id') order by 1`)
    expect(without).toEqual(referenceTables.filter((name) => name !== 'counties'))
  })
  it('begins every primary key, unique constraint and index with county_id', async () => {
    const wrong =
      await list(`select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where c.relnamespace = 'public'::regnamespace and c.relname <> all (array['counties', 'installation']) and a.attname is distinct from 'county_id'`)
    expect(wrong).toEqual([])
  })
  it('begins every foreign key with county_id', async () => {
    const wrong =
      await list(`select k.conname as name from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and a.attname <> 'county_id'`)
    expect(wrong).toEqual([])
  })
  it('forces row-level security', async () => {
    const open =
      await list(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and not (relrowsecurity and relforcerowsecurity) order by 1`)
    expect(open).toEqual(referenceTables)
  })
  it('is closed to whoever names no county, and to every login that is a superuser there is none', async () => {
    const [row] = await db.reference<{ rows: number }>({ text: 'select count(*)::int as rows from units' })
    expect(row?.rows).toBe(0)
    expect(
      await list(
        `select rolname as name from pg_roles where rolname like 'sidan\\_%' and rolsuper and rolname <> 'sidan_admin'`,
      ),
    ).toEqual([])
  })
  it('shows only the county of the transaction', async () => {
    const rows = await db.inCounty(CountyId.parse(420281), (tx) =>
      tx.rows({ text: 'select 1 from units where county_id = 420882' }),
    )
    expect(rows).toEqual([])
  })
})

describe('the backup’s login', () => {
  it('may read every table and sequence of every schema, across all counties, and write none', async () => {
    const places = `pg_class c where c.relnamespace in (select oid from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema')`
    const tables = `select c.oid::regclass::text as name from ${places} and c.relkind in ('r', 'p')`
    // has_sequence_privilege refuses whatever is no sequence, and the planner may ask it first.
    const sequences = `select c.oid::regclass::text as name from ${places} and case c.relkind when 'S' then not has_sequence_privilege('sidan_backup', c.oid, 'select') else false end`
    expect((await list(tables)).length).toBeGreaterThan(40)
    expect(await list(`${tables} and not has_table_privilege('sidan_backup', c.oid, 'select')`)).toEqual([])
    expect(await list(sequences)).toEqual([])
    expect(
      await list(`${tables} and has_table_privilege('sidan_backup', c.oid, 'insert, update, delete, truncate')`),
    ).toEqual([])
    const schemas = `select nspname as name from pg_namespace where nspname in ('public', 'drizzle', 'graphile_worker', 'jobs')`
    expect(await list(`${schemas} and not has_schema_privilege('sidan_backup', oid, 'usage')`)).toEqual([])
    expect(
      await list(
        `select rolname as name from pg_roles where rolname like 'sidan\\_%' and rolbypassrls and not rolsuper`,
      ),
    ).toEqual(['sidan_backup'])
  })
})
