/**
 * `pnpm test:long`: the random stories and what happens at the same moment, with at least twenty times as much of it as in `pnpm test`: stories of the books, of
 * sign-ups and of days, 20,000 transfers under 500 reads of the whole county, 1,000 people at the shelf for 100 things, and a sheet of 50,000 people. Took 17
 * minutes on two processors.
 */
import { run } from './run-steps.mjs'

const args = ['exec', 'jest', '--ci', '--verbose', 'model.test', 'bank-check', 'at-once', 'sheet-imports']
const env = { ...process.env, SIDAN_TEST_SIZE: 'long' }
const { status } = await run('long', 'pnpm', args, { cwd: 'apps/api', env, minutes: 240 })
process.exitCode = status
