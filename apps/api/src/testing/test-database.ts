/** A database of its own for a test file: copied from one migrated template in one cluster that never syncs. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import type { DatabaseUrls } from '../platform/migrate.ts'
import { clusterFile } from './test-cluster.ts'

export interface TestDatabase {
  urls: DatabaseUrls
  /** A superuser's URL of this database. */
  adminUrl: string
  drop(): Promise<void>
}

/** Makes a database; drop it in afterAll. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { adminUrl }: { adminUrl: string } = JSON.parse(readFileSync(clusterFile(), 'utf8'))
  const name = `t_${randomBytes(6).toString('hex')}`
  await runAsAdmin(adminUrl, `create database ${name} owner sidan_owner template sidan strategy file_copy`)
  const url = (user: string) => {
    const made = new URL(adminUrl)
    made.username = user
    made.pathname = `/${name}`
    return made.href
  }
  return {
    urls: { owner: url('sidan_owner'), api: url('sidan_api'), worker: url('sidan_worker') },
    adminUrl: url('sidan_admin'),
    drop: () => runAsAdmin(adminUrl, `drop database ${name} with (force)`),
  }
}

async function runAsAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
