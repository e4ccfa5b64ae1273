/** One PostgreSQL for a whole test run, started before the first test file and removed after the last. */
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseFiles } from '../database-files.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../platform/embedded-postgres.ts'
import { migrate } from '../platform/migrate.ts'

/** Where the test files of this run read the cluster's address. */
export const clusterFile = (): string => join(tmpdir(), `sidan-test-cluster-${process.env['SIDAN_TEST_RUN']}.json`)

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
  writeFileSync(clusterFile(), JSON.stringify({ adminUrl: cluster.adminUrl }))
}

export async function stopCluster(): Promise<void> {
  await cluster?.stop()
  await cluster?.remove()
  rmSync(clusterFile(), { force: true })
}
