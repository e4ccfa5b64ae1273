/** Plants one bad import per rule in a small tree laid out like this one and sees each refused: a rule that no longer bites fails here. */
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { importFaults } from './check-imports.mjs'

const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs')
const features = 'apps/api/src/features'

/** [rule, importing file, what it imports]: each breaks its rule. */
const planted = [
  ['no-cycles', 'packages/types/src/a.ts', './b.ts'],
  ['resolvable', 'packages/types/src/lost.ts', './nowhere.ts'],
  ['tests-are-leaves', 'apps/api/src/testing/people.ts', '../platform/db.test.ts'],
  ['types-stand-alone', 'packages/types/src/yaml.ts', 'yaml'],
  ['types-use-zod-mini', 'packages/types/src/classic.ts', 'zod'],
  ['docs-for-the-api-alone', 'apps/miniprogram/src/shared/format/words.ts', '@sidan/types/docs/orders'],
  ['docs-for-the-api-alone', 'packages/types/src/orders.ts', './docs/orders.ts'],
  ['counties-know-types-only', 'packages/counties/src/load.ts', 'pg'],
  ['client-knows-types-only', 'apps/miniprogram/src/staff/preset.ts', '@sidan/counties/preset'],
  ['client-knows-types-only', 'apps/miniprogram/src/staff/decide.ts', '../../../api/src/features/orders/rules.ts'],
  ['client-imports-what-it-calls', 'apps/miniprogram/src/staff/all.ts', '@sidan/types/endpoints'],
  ['api-without-client', 'apps/api/src/platform/page.ts', '../../../miniprogram/src/shared/ui/button.ts'],
  ['platform-knows-no-domain', 'apps/api/src/platform/cache.ts', '../features/orders/rules.ts'],
  ['features-below-app', `${features}/orders/close-order.ts`, '../../env.ts'],
  ['app-below-main', 'apps/api/src/app.ts', './env.ts'],
  ['main-is-the-top', 'apps/api/src/every-minute.ts', './main.ts'],
  ['testing-for-tests', `${features}/orders/cancel-order.ts`, '../../testing/person.ts'],
  ['seed-tells-through-use-cases', 'apps/api/src/seed/story.ts', '../features/orders/table.ts'],
  ['rules-are-pure', `${features}/teams/rules.ts`, '../../platform/db.ts'],
  ['rules-are-pure', `${features}/stars/rules.ts`, 'zod/mini'],
  ['routes-call-verbs-and-reads', `${features}/orders/routes.ts`, './store.ts'],
  ['routes-are-mounted-by-the-app', `${features}/teams/reads.ts`, '../orders/routes.ts'],
  ['jobs-are-run-by-the-top', `${features}/orders/accept-order.ts`, './jobs.ts'],
  ['sql-in-store-and-reads', `${features}/orders/rate-order.ts`, 'drizzle-orm'],
  ['sql-in-store-and-reads', `${features}/orders/triage-order.ts`, './table.ts'],
  ['store-below-reads-and-verbs', `${features}/teams/store.ts`, './join-team.ts'],
  ['reads-change-nothing', `${features}/stars/reads.ts`, './grant-star.ts'],
  ['table-imports-tables', `${features}/teams/table.ts`, './join-team.ts'],
  ['ledger-by-its-door', `${features}/orders/pay-order.ts`, '../ledger/store.ts'],
  ['shared-knows-no-feature', 'apps/miniprogram/src/shared/ui/list.ts', '../../orders/card.ts'],
  ['subpackages-stand-alone', 'apps/miniprogram/src/staff/list.ts', '../orders/card.ts'],
  ['tabs-stand-alone', 'apps/miniprogram/src/tabs/home/home-page.ts', '../me/me-page.ts'],
]

/** What is allowed and must stay so. */
const right = [
  [`${features}/people/reads.ts`, 'drizzle-orm'],
  [`${features}/people/store.ts`, './table.ts'],
  [`${features}/people/table.ts`, '../ledger/table.ts'],
  [`${features}/people/save-person.ts`, '../ledger/post.ts'],
  [`${features}/people/routes.ts`, './save-person.ts'],
  [`${features}/people/rules.ts`, '@sidan/types/units'],
  ['apps/miniprogram/src/orders/form.ts', '../shared/ui/button.ts'],
  ['packages/types/src/units.ts', 'zod/mini'],
]

/** a.ts ⇄ b.ts, and two features that need each other. */
const circle = [
  ['packages/types/src/b.ts', './a.ts'],
  [`${features}/left/save-left.ts`, '../right/save-right.ts'],
  [`${features}/right/store.ts`, '../left/rules.ts'],
]

const bare = [
  'packages/types/src/docs/orders.ts',
  'packages/types/src/endpoints.ts',
  'packages/counties/src/preset.ts',
  'apps/miniprogram/src/orders/card.ts',
  'apps/miniprogram/src/shared/ui/button.ts',
  'apps/miniprogram/src/tabs/me/me-page.ts',
  ...['env.ts', 'main.ts', 'platform/db.ts', 'platform/db.test.ts', 'testing/person.ts'].map(
    (file) => `apps/api/src/${file}`,
  ),
  ...['orders/rules.ts', 'orders/table.ts', 'orders/store.ts', 'orders/jobs.ts', 'teams/join-team.ts'].map(
    (file) => `${features}/${file}`,
  ),
  ...['stars/grant-star.ts', 'ledger/table.ts', 'ledger/post.ts', 'ledger/store.ts'].map(
    (file) => `${features}/${file}`,
  ),
  ...['left/rules.ts', 'right/save-right.ts'].map((file) => `${features}/${file}`),
]

const folder = mkdtempSync(join(tmpdir(), 'sidan-imports-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const write = (path, text) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
for (const path of bare) write(path, 'export const name = 1\n')
for (const [path, to] of [...planted.map(([, ...edge]) => edge), ...right, ...circle]) write(path, `import '${to}'\n`)
for (const name of ['yaml', 'pg', 'drizzle-orm', 'zod']) {
  write(
    `node_modules/${name}/package.json`,
    JSON.stringify({ name, exports: { '.': './index.js', './mini': './mini/index.js' } }),
  )
  write(`node_modules/${name}/index.js`, 'export const name = 1\n')
  write(`node_modules/${name}/mini/index.js`, 'export const name = 1\n')
}
mkdirSync(join(folder, 'node_modules/@sidan'))
for (const name of ['types', 'counties']) {
  write(`packages/${name}/package.json`, JSON.stringify({ name: `@sidan/${name}`, exports: { './*': './src/*.ts' } }))
  symlinkSync(`../../packages/${name}`, join(folder, 'node_modules/@sidan', name))
}

const { faults, circles } = await importFaults(folder)

for (const [rule, path, to] of planted) {
  test(`${rule} refuses ${path} importing ${to}`, () => {
    const fault = faults.find(({ key }) => key.startsWith(`${rule}: ${path} → `))
    assert.ok(fault, faults.map(({ key }) => key).join('\n'))
    assert.ok(fault.why.length > 20, 'it says what to do instead')
  })
}
test('each rule has an import planted against it', () => {
  assert.deepEqual(
    forbidden.map(({ name }) => name).filter((name) => !planted.some(([rule]) => rule === name)),
    [],
  )
})
test('what is right is left alone', () => {
  for (const [path] of right)
    assert.deepEqual(
      faults.filter(({ key }) => key.includes(`: ${path} → `)),
      [],
    )
})
test('features that depend on one another in a circle are found; a foreign key and a test make none', () => {
  assert.ok(circles.includes('left ↔ right'), circles.join('\n'))
})
