/**
 * `pnpm test:long`: the random stories and what happens at the same moment, with at least twenty times as much of it as in `pnpm test`: stories of the books, of
 * sign-ups and of days, 20,000 transfers under 500 reads of the whole county, 1,000 people at the shelf for 100 things. Takes an hour or two.
 */
import { spawnSync } from 'node:child_process'

const { status } = spawnSync('pnpm', ['exec', 'jest', '--ci', '--verbose', 'model.test', 'bank-check', 'at-once'], {
  cwd: 'apps/api',
  stdio: 'inherit',
  env: { ...process.env, SIDAN_TEST_SIZE: 'long' },
})
process.exitCode = status ?? 1
