/** `pnpm check`: everything that can be told without running the program. Runs all steps, then names those that failed. */
import { spawnSync } from 'node:child_process'

const steps = [
  ['types', 'tsc', ['-b']],
  ['types of the mini-program', 'tsc', ['-p', 'apps/miniprogram']],
  ['format and lint', 'biome', ['check', '--error-on-warnings']],
  ['layout', 'node', ['scripts/check-layout.mjs']],
  ['layout check itself', 'node', ['--test', '--test-reporter=dot', 'scripts/check-layout.test.mjs']],
  [
    'imports',
    'depcruise',
    [
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err-long',
      'packages',
      'apps/api/src',
      'apps/miniprogram/src',
    ],
  ],
  ['migrations match tables', 'node', ['scripts/check-migrations.mjs']],
]
let failed = 0
for (const [name, command, args] of steps) {
  const started = Date.now()
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, PATH: `node_modules/.bin:${process.env.PATH}` },
  })
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} ${((Date.now() - started) / 1000).toFixed(1)} s`)
  if (status !== 0) failed += 1
}
console.log(`${steps.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
