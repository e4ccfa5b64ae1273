/** Where the SQL lies that a start needs. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { rootFolder } from './env.ts'

/** Migrations, logins and the features' SQL functions, found in the repository. */
export function databaseFiles(): { migrationsFolder: string; rolesFile: string; functionFiles: string[] } {
  const features = join(rootFolder, 'apps/api/src/features')
  const functionFiles = readdirSync(features)
    .flatMap((noun) => readdirSync(join(features, noun)).map((name) => join(features, noun, name)))
    .filter((name) => name.endsWith('.sql'))
    .sort()
  return {
    migrationsFolder: join(rootFolder, 'drizzle'),
    rolesFile: join(rootFolder, 'drizzle/roles.sql'),
    functionFiles,
  }
}
