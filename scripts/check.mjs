/** `pnpm check`: everything that can be told without running the program. Runs all steps, two at a time, then names those that failed. */
import { report, run, runSteps } from './run-steps.mjs'

const step = (name, command, args, instead, options = {}) => ({
  name,
  instead,
  work: async () => ((await run(name, command, args, options)).status === 0 ? [1, 0] : [0, 1]),
})

report(
  await runSteps(
    [
      step(
        'types',
        'tsc',
        ['-b', 'tsconfig.json', 'apps/miniprogram'],
        'Let types follow from the schemas in packages/types; no `any`, `as` or `!` to silence it.',
      ),
      step(
        'format and lint',
        'biome',
        ['check', '--error-on-warnings'],
        '`pnpm format` mends what can be mended by itself. A function of more than 50 lines (a page: 80) does several things: give each a name.',
      ),
      step(
        'layout',
        'node',
        ['scripts/check-layout.mjs'],
        'A feature has a closed set of files, so that a listing tells what it does. Each line above says where the code belongs.',
      ),
      step(
        'imports',
        'node',
        ['scripts/check-imports.mjs'],
        'Move the code to the layer that may know it, or pass it in. The rules stand in .dependency-cruiser.cjs, each with its reason.',
      ),
      step(
        'unused',
        'knip',
        ['--no-progress'],
        'Take out what nobody uses. What only its own file uses needs no `export`.',
      ),
      step(
        'routes match the contract',
        'pnpm',
        ['exec', 'jest', '--ci', 'src/contract.test.ts'],
        'A route is served by http.read, write, each or open with an endpoint of packages/types, listed in endpoints.ts.',
        { cwd: 'apps/api' },
      ),
      step(
        'migrations match tables',
        'node',
        ['scripts/check-migrations.mjs'],
        'Run `pnpm --filter @sidan/api db:generate` and commit what it writes; never edit a merged migration.',
      ),
    ],
    2,
  ),
)
