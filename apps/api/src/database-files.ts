/** Where the SQL lies that a start needs. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { rootFolder } from './env.ts'
import { type Check, parseCheck } from './features/sweep/rules.ts'

const features = join(rootFolder, 'apps/api/src/features')
const sqlIn = (noun: string): string[] =>
  readdirSync(join(features, noun))
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => join(features, noun, name))

/** Migrations, logins and the features' SQL functions, found in the repository. */
export function databaseFiles(): { migrationsFolder: string; rolesFile: string; functionFiles: string[] } {
  const functionFiles = readdirSync(features)
    .sort()
    .flatMap((noun) => (noun === 'sweep' ? [] : sqlIn(noun)))
  return {
    migrationsFolder: join(rootFolder, 'drizzle'),
    rolesFile: join(rootFolder, 'drizzle/roles.sql'),
    functionFiles,
  }
}

/** The sweep's checks, found in its folder: those are asked, not installed. */
export const sweepChecks = (): Check[] =>
  sqlIn('sweep').map((path) => parseCheck(basename(path, '.sql'), readFileSync(path, 'utf8')))
