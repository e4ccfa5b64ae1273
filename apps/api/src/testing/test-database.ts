/** A database of its own for a test file: copied from one migrated template in one cluster that never syncs. */
import { randomBytes } from 'node:crypto'
import type { DatabaseUrls } from '../platform/migrate.ts'
import { clusterFacts, copyDatabase, runAsAdmin, urlsOf } from './test-cluster.ts'
import type { SetUp } from './test-counties.ts'

export interface TestDatabase {
  urls: DatabaseUrls
  /** A superuser's URL of this database. */
  adminUrl: string
  counties: SetUp[]
  drop(): Promise<void>
}

/** Makes a database with so many of the counties that tests begin with; drop it in afterAll. */
export async function createTestDatabase(countiesCount = 0): Promise<TestDatabase> {
  const { adminUrl, templates } = clusterFacts()
  const template = templates[countiesCount]
  if (!template) throw new Error(`no template has ${countiesCount} counties`)
  const name = `t_${randomBytes(6).toString('hex')}`
  await copyDatabase(adminUrl, template.database, name)
  const { admin, ...urls } = urlsOf(adminUrl, name)
  return {
    urls,
    adminUrl: admin,
    counties: template.counties,
    drop: () => runAsAdmin(adminUrl, `drop database ${name} with (force)`),
  }
}
