/** Fails when the tables in the code and the generated migrations differ: generates into a copy and expects nothing new. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

const copy = mkdtempSync(join(resolve('node_modules'), '.drizzle-'))
cpSync('drizzle', copy, { recursive: true })
const count = () => readdirSync(copy).filter((name) => name.endsWith('.sql')).length
const before = count()
const { status, stdout, stderr } = spawnSync(
  'pnpm',
  ['exec', 'drizzle-kit', 'generate', '--config=drizzle.config.ts'],
  { cwd: 'apps/api', encoding: 'utf8', env: { ...process.env, DRIFT_FOLDER: relative('apps/api', copy) } },
)
const after = count()
rmSync(copy, { recursive: true, force: true })
if (status !== 0) console.error(stdout, stderr)
if (after !== before)
  console.error('The tables have changed: run `pnpm --filter @sidan/api db:generate` and commit what it writes.')
process.exitCode = status === 0 && after === before ? 0 : 1
