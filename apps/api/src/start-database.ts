/** The database as the settings name it, at the newest schema: a server's, or the one that comes with the program. */
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
  const files = databaseFiles()
  const embedded = settings.database
    ? undefined
    : await startEmbeddedPostgres({
        dataFolder: settings.dataFolder,
        rolesFile: files.rolesFile,
        binFolder: settings.postgresBin,
      })
  const urls = settings.database ?? embedded?.urls
  if (!urls) throw new Error('no database')
  await migrate({ ownerUrl: urls.owner, ...files })
  return { urls, stop: async () => embedded?.stop() }
}
