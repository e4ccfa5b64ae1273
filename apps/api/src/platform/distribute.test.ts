import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import pg from 'pg'
import { databaseFiles } from '../database-files.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'

const text = readFileSync(join(databaseFiles().migrationsFolder, 'citus/distribute.sql'), 'utf8')
let database: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.urls.owner })
  await owner.connect()
  // Stand-ins for the two functions of Citus, as strict as it is about what the file can get wrong.
  await owner.query(`create schema citus_stand_in; create table citus_stand_in.calls (table_name text, by text, beside text);
    create function create_reference_table(t regclass) returns void language plpgsql as $$ begin
      insert into citus_stand_in.calls values (t::text, null, null); end $$;
    create function create_distributed_table(t regclass, by text, colocate_with text) returns void language plpgsql as $$ begin
      if exists (select from pg_constraint where contype = 'f' and conrelid = t) then raise '% still refers to others', t; end if;
      if exists (select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attname = by
          where i.indrelid = t and i.indisunique and not a.attnum = any (i.indkey::int2[])) then raise 'a unique index of % lacks %', t, by; end if;
      if colocate_with <> 'none' and not exists (select from citus_stand_in.calls where table_name = colocate_with::regclass::text) then
        raise '% is not distributed yet', colocate_with; end if;
      insert into citus_stand_in.calls values (t::text, by, colocate_with); end $$;`)
})
afterAll(async () => {
  await owner?.end()
  await database?.drop()
})

const rowsOf = async (sql: string) => (await owner.query(sql)).rows
const foreignKeys = () =>
  rowsOf(
    `select conrelid::regclass::text as t, conname, pg_get_constraintdef(oid) as d from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`,
  )

it('names every table of the schema exactly once: a county’s by county_id and side by side, the others as copies', async () => {
  const before = await foreignKeys()
  await owner.query(text)
  const tables = await rowsOf(`select c.relname as name, exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attname = 'county_id') and c.relname <> 'counties' as tenant
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`)
  const calls = await rowsOf('select table_name as name, by, beside from citus_stand_in.calls order by 1')
  expect(calls.map(({ name }) => name)).toEqual(tables.map(({ name }) => name))
  for (const [index, { name, tenant }] of tables.entries()) {
    const beside = name === 'units' ? 'none' : 'public.units'
    expect(calls[index]).toEqual(tenant ? { name, by: 'county_id', beside } : { name, by: null, beside: null })
  }
  expect(before.length).toBeGreaterThan(30)
  expect(await foreignKeys()).toEqual(before)
})
