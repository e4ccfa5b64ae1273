/** Bringing a database to the newest schema, as its owner, under an advisory lock so that two programs may start at once. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as runMigrations } from 'drizzle-orm/node-postgres/migrator'
import { Logger, runMigrations as migrateQueue } from 'graphile-worker'
import { whileLocked } from './lock.ts'

/** One login each: `owner` migrates, `api` serves, `worker` runs jobs. A fourth, `backup`, is for the county's own dumps. */
export interface DatabaseUrls {
  owner: string
  api: string
  worker: string
}

export interface MigrateOptions {
  ownerUrl: string
  /** The folder of generated migrations; its `always` holds what is applied at every start. */
  migrationsFolder: string
  /** SQL functions of the features, applied at every start. */
  functionFiles: string[]
}

const lockNumber = 420_882_130_900

/** Migrates tables, queue, functions and row-level security. Throws on the first failure, leaving what was there. */
export async function migrate({ ownerUrl, migrationsFolder, functionFiles }: MigrateOptions): Promise<void> {
  await whileLocked(ownerUrl, lockNumber, async (client) => {
    await client.query('set client_min_messages = warning')
    await runMigrations(drizzle(client), { migrationsFolder })
    await migrateQueue({ connectionString: ownerUrl, logger: quiet })
    const always = join(migrationsFolder, 'always')
    const files = (await readdir(always)).sort().map((name) => join(always, name))
    for (const file of [...functionFiles, ...files]) await client.query(await readFile(file, 'utf8'))
  })
}

const quiet = new Logger(() => () => undefined)
