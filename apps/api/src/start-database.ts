/** The database as the settings name it: a server's, or the one that comes with the program. */
import { databaseFiles } from './database-files.ts'
import type { Settings } from './env.ts'
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts'
import { type DatabaseUrls, migrate } from './platform/migrate.ts'

export interface StartedDatabase {
  urls: DatabaseUrls
  /** Stops the embedded server unless another process still holds it. */
  stop(): Promise<void>
}

/** Starts or attaches to it, and migrates. */
export async function startDatabase(settings: Settings): Promise<StartedDatabase> {
  const database = await attachDatabase(settings)
  await migrate({ ownerUrl: database.urls.owner, ...databaseFiles() })
  return database
}

/** Starts or attaches to it, and leaves it as it is. */
export async function attachDatabase(settings: Settings): Promise<StartedDatabase> {
  const embedded = settings.database
    ? undefined
    : await startEmbeddedPostgres({
        dataFolder: settings.dataFolder,
        rolesFile: databaseFiles().rolesFile,
        binFolder: settings.postgresBin,
      })
  const urls = settings.database ?? embedded?.urls
  if (!urls) throw new Error('no database')
  return { urls, stop: async () => embedded?.stop() }
}
