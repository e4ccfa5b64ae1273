/**
 * `pnpm test`: first checks and suites beside the builds, then what needs the built program, two at a time. The closing line counts tests and
 * check steps. A step that ran no test has failed.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { report, run, runSteps } from './run-steps.mjs'

const folder = mkdtempSync(join(tmpdir(), 'sidan-test-'))
const node = (name, ...args) => run(name, process.execPath, args)

/** One thing that works or does not. */
const whole = (name, ...args) => ({
  name,
  work: async () => ((await node(name, ...args)).status === 0 ? [1, 0] : [0, 1]),
})

/** A command that counts for itself and says so in its closing line. */
const counted = (name, ...args) => ({
  name,
  work: async () => {
    const { status, text } = await node(name, ...args)
    const [, passed, failed] = (/(\d+) passed, (\d+) failed\s*$/.exec(text) ?? [0, 0, 0]).map(Number)
    return [passed, Math.max(failed, status === 0 && passed > 0 ? 0 : 1)]
  },
})

const testsOfScripts = readdirSync('scripts')
  .filter((file) => file.endsWith('.test.mjs'))
  .map((file) => join('scripts', file))

const checksThemselves = {
  name: 'checks bite',
  work: async () => {
    const { status, text } = await node('checks bite', '--test', '--test-reporter=tap', ...testsOfScripts)
    const of = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text)?.[1] ?? 0)
    return [of('pass'), Math.max(of('fail'), status === 0 && of('pass') > 0 ? 0 : 1)]
  },
}

const jest = (workspace) => ({
  name: workspace,
  work: async () => {
    const output = join(folder, `${workspace.replace('/', '-')}.json`)
    await run(workspace, 'pnpm', ['exec', 'jest', '--ci', '--json', `--outputFile=${output}`], { cwd: workspace })
    try {
      const result = JSON.parse(readFileSync(output, 'utf8'))
      const none = result.numPassedTests + result.numFailedTests === 0 ? 1 : 0
      return [result.numPassedTests, result.numFailedTests + result.numRuntimeErrorTestSuites + none]
    } catch {
      return [0, 1]
    }
  },
})

const client = 'apps/miniprogram'
const suites = ['packages', 'apps']
  .flatMap((place) => readdirSync(place).map((name) => join(place, name)))
  .filter((workspace) => existsSync(join(workspace, 'jest.config.cjs')))

const first = await runSteps(
  [
    whole('app for browsers', 'scripts/build-app.mjs', 'h5'),
    counted('check', 'scripts/check.mjs'),
    checksThemselves,
    ...suites.filter((workspace) => workspace !== client).map(jest),
    whole('app for WeChat', 'scripts/build-app.mjs', 'weapp'),
  ],
  2,
)
const then = await runSteps(
  [
    ...suites.filter((workspace) => workspace === client).map(jest),
    counted('journey in the browser', 'scripts/journey.mjs'),
    counted('others in the browser', 'scripts/journey-others.mjs'),
    counted('keepers by sheet in the browser', 'scripts/journey-keepers.mjs'),
    counted('teams in the browser', 'scripts/journey-teams.mjs'),
    counted('people in the browser', 'scripts/journey-people.mjs'),
    counted('papers in the browser', 'scripts/journey-papers.mjs'),
    counted('hours in the browser', 'scripts/journey-hours.mjs'),
    counted('certificates in the browser', 'scripts/journey-certificates.mjs'),
    counted('activities in the browser', 'scripts/journey-activities.mjs'),
    counted('screens in the browser', 'scripts/journey-screens.mjs'),
    counted('accessible in the browser', 'scripts/accessible.mjs'),
    whole('start, stop, start again', 'scripts/smoke.mjs'),
    counted('killed and started again', 'scripts/launcher.mjs'),
  ],
  2,
)
rmSync(folder, { recursive: true, force: true })
report([...first, ...then])
