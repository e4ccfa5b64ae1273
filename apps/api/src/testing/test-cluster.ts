/** One PostgreSQL for a whole test run, started before the first test file and removed after the last: with a template per number of counties. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { databaseFiles } from '../database-files.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../platform/embedded-postgres.ts'
import { type DatabaseUrls, migrate } from '../platform/migrate.ts'
import { type SetUp, setUpTestCounty, testPresets } from './test-counties.ts'

/** What the test files of this run read: the cluster's address, and what its templates hold by the number of their counties. */
interface ClusterFacts {
  adminUrl: string
  templates: { database: string; counties: SetUp[] }[]
}

const clusterFile = (): string => join(tmpdir(), `sidan-test-cluster-${process.env['SIDAN_TEST_RUN']}.json`)

let cluster: EmbeddedPostgres | undefined

export async function startCluster(): Promise<void> {
  process.env['SIDAN_TEST_RUN'] ??= String(process.pid)
  const files = databaseFiles()
  cluster = await startEmbeddedPostgres({
    dataFolder: join(tmpdir(), `sidan-test-${process.pid}`),
    rolesFile: files.rolesFile,
    binFolder: process.env['SIDAN_POSTGRES_BIN'],
    withoutSync: true,
  })
  await migrate({ ownerUrl: cluster.urls.owner, ...files })
  const facts: ClusterFacts = { adminUrl: cluster.adminUrl, templates: [{ database: 'sidan', counties: [] }] }
  for (const [index, name] of testPresets.entries()) {
    const { database: before = '', counties = [] } = facts.templates[index] ?? {}
    const database = `sidan_${name}`
    await copyDatabase(facts.adminUrl, before, database)
    const county = await setUpTestCounty(urlsOf(facts.adminUrl, database), name)
    facts.templates.push({ database, counties: [...counties, county] })
  }
  writeFileSync(clusterFile(), JSON.stringify(facts))
}

export const clusterFacts = (): ClusterFacts => JSON.parse(readFileSync(clusterFile(), 'utf8'))

/** The logins of one of the cluster's databases. */
export function urlsOf(adminUrl: string, database: string): DatabaseUrls & { admin: string } {
  const url = (user: string) => {
    const made = new URL(adminUrl)
    made.username = user
    made.pathname = `/${database}`
    return made.href
  }
  return { owner: url('sidan_owner'), api: url('sidan_api'), worker: url('sidan_worker'), admin: url('sidan_admin') }
}

export const copyDatabase = (adminUrl: string, template: string, name: string): Promise<void> =>
  runAsAdmin(adminUrl, `create database ${name} owner sidan_owner template ${template} strategy file_copy`)

export async function runAsAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

export async function stopCluster(): Promise<void> {
  await cluster?.stop()
  await cluster?.remove()
  rmSync(clusterFile(), { force: true })
}
