/** `pnpm test`: check, then every suite; the closing line counts tests and check steps. A suite that runs no test has failed. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'sidan-test-'))
const env = { ...process.env, PATH: `${process.cwd()}/node_modules/.bin:${process.env.PATH}` }
let passed = 0
let failed = 0
const times = []

function step(name, run) {
  const started = Date.now()
  console.log(`\n— ${name}`)
  const [good, bad] = run()
  passed += good
  failed += bad
  times.push([name, good, bad, ((Date.now() - started) / 1000).toFixed(1)])
}

step('check', () => {
  const { status, stdout } = spawnSync('node', ['scripts/check.mjs'], {
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  console.log(stdout)
  const counted = /(\d+) passed, (\d+) failed\s*$/.exec(stdout)
  return counted ? [Number(counted[1]), Number(counted[2])] : [0, status === 0 ? 0 : 1]
})
for (const workspace of ['packages/types', 'packages/counties', 'apps/api']) {
  step(workspace, () => {
    const output = join(folder, `${workspace.replace('/', '-')}.json`)
    spawnSync('pnpm', ['exec', 'jest', '--ci', '--json', `--outputFile=${output}`], {
      cwd: workspace,
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    })
    try {
      const result = JSON.parse(readFileSync(output, 'utf8'))
      const broken = result.numRuntimeErrorTestSuites
      return [result.numPassedTests, result.numFailedTests + broken + (result.numTotalTests === 0 ? 1 : 0)]
    } catch {
      return [0, 1]
    }
  })
}
step('mini-program builds, within its sizes', () => {
  const { status } = spawnSync('node', ['scripts/build-app.mjs', 'weapp'], { stdio: 'inherit', env })
  return status === 0 ? [1, 0] : [0, 1]
})
step('browser journey', () => {
  const { status, stdout } = spawnSync('node', ['scripts/journey.mjs'], {
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  console.log(stdout)
  const counted = /(\d+) passed, (\d+) failed\s*$/.exec(stdout)
  return counted && status === 0 ? [Number(counted[1]), Number(counted[2])] : [0, 1]
})
step('build and start', () => {
  const { status } = spawnSync('node', ['scripts/smoke.mjs'], { stdio: 'inherit', env })
  return status === 0 ? [1, 0] : [0, 1]
})
rmSync(folder, { recursive: true, force: true })
console.log('')
for (const [name, good, bad, seconds] of times)
  console.log(`${bad === 0 ? 'ok    ' : 'FAILED'} ${name}: ${good} passed, ${bad} failed, ${seconds} s`)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
