/**
 * `pnpm test`: checks, suites and builds, and what needs the built program as soon as there is one. The closing line counts tests and check steps. A
 * step that ran no test has failed.
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
    // The API's tests are run in parts, each of which loads the program once.
    const config = existsSync(join(workspace, 'jest.together.cjs')) ? ['-c', 'jest.together.cjs'] : []
    await run(workspace, 'pnpm', ['exec', 'jest', ...config, '--ci', '--json', `--outputFile=${output}`], {
      cwd: workspace,
      // Beside everything else on two slow cores the API's tests may take longer than any other step.
      minutes: 30,
    })
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

const inBrowser = (name, script) => ({ ...counted(name, `scripts/${script}.mjs`), after: [app] })
const tested = (workspace, ...after) => ({ ...jest(workspace), after })

const app = 'app for browsers'
// The longest first; what follows fills the time in which it waits for its database.
const results = await runSteps(
  [
    whole(app, 'scripts/build-app.mjs', 'h5'),
    ...suites.filter((workspace) => workspace === 'apps/api').map((workspace) => tested(workspace)),
    counted('check', 'scripts/check.mjs'),
    { ...whole('app for WeChat', 'scripts/build-app.mjs', 'weapp'), after: [app] },
    inBrowser('accessible in the browser', 'accessible'),
    inBrowser('killed and started again', 'launcher'),
    ...suites.filter((workspace) => workspace === client).map((workspace) => tested(workspace, app, 'app for WeChat')),
    inBrowser('screens in the browser', 'journey-screens'),
    inBrowser('journey in the browser', 'journey'),
    inBrowser('others in the browser', 'journey-others'),
    inBrowser('shelf in the browser', 'journey-shelf'),
    inBrowser('partners in the browser', 'journey-partners'),
    inBrowser('family in the browser', 'journey-family'),
    inBrowser('time bank in the browser', 'journey-time'),
    inBrowser('benefits in the browser', 'journey-benefits'),
    inBrowser('fraud in the browser', 'journey-fraud'),
    inBrowser('counting in the browser', 'journey-actions'),
    inBrowser('teams in the browser', 'journey-teams'),
    inBrowser('papers in the browser', 'journey-papers'),
    inBrowser('activities in the browser', 'journey-activities'),
    inBrowser('people in the browser', 'journey-people'),
    inBrowser('keepers by sheet in the browser', 'journey-keepers'),
    inBrowser('hours in the browser', 'journey-hours'),
    inBrowser('certificates in the browser', 'journey-certificates'),
    { ...whole('start, stop, start again', 'scripts/smoke.mjs'), after: [app] },
    ...suites.filter((workspace) => !workspace.startsWith('apps/')).map((workspace) => tested(workspace)),
    checksThemselves,
  ],
  3,
)
rmSync(folder, { recursive: true, force: true })
report(results)
