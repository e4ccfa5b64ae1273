import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsOf, verbs } from './check-layout.mjs'
import { longFileDebts } from './debts.mjs'

const feature = (file, noun = 'kudos') => `apps/api/src/features/${noun}/${file}`
const refused = (path, text, why) => assert.match(faultsOf(path, text).join('\n'), why)
const lines = (count) => 'a\n'.repeat(count)

test('a file outside the vocabulary of a feature is refused with what would be right', () => {
  for (const file of ['order-manager.ts', 'types.ts', 'sql/orders.ts', 'post.ts', 'juggle-order.ts']) {
    refused(feature(file), '', /vocabulary.*rules\.ts/)
  }
})
test('the whole vocabulary of a feature is allowed', () => {
  const files = [
    'table.ts',
    'rules.ts',
    'store.ts',
    'reads.ts',
    'routes.ts',
    'jobs.ts',
    'render-slip.ts',
    'post-transfer.sql',
  ]
  const tests = ['rules.test.ts', 'accept-order.test.ts', 'orders.model.test.ts']
  for (const file of [...files, ...tests, ...verbs.map((verb) => `${verb}-order.ts`)]) {
    assert.deepEqual(faultsOf(feature(file), ''), [])
  }
  assert.deepEqual(faultsOf(feature('post.ts', 'ledger'), ''), [])
})
test('names that say nothing and barrels are refused', () => {
  for (const path of [
    'packages/types/src/utils.ts',
    'apps/api/src/common/a.ts',
    'apps/miniprogram/src/shared/date-helpers.ts',
  ])
    refused(path, '', /say nothing/)
  refused('packages/types/src/index.ts', '', /barrels/)
  refused('apps/miniprogram/src/shared/ui/index.tsx', '', /barrels/)
})
test('a file of more than 200 lines is refused, a test of more than 400', () => {
  assert.deepEqual(faultsOf(feature('rules.ts'), lines(200)), [])
  refused(feature('rules.ts'), lines(201), /201 lines; split/)
  assert.deepEqual(faultsOf(feature('rules.test.ts'), lines(400)), [])
  refused(feature('rules.test.ts'), lines(401), /401 lines; split/)
})
test('a file known to be long may not grow, and leaves the list once it is short', () => {
  for (const [path, known] of Object.entries(longFileDebts)) {
    assert.deepEqual(faultsOf(path, lines(known)), [])
    refused(path, lines(known + 1), /split it/)
    refused(path, lines(100), /take it out/)
  }
})
test('env.ts alone reads the environment', () => {
  refused('apps/api/src/platform/db.ts', 'process.env.X', /env\.ts/)
  assert.deepEqual(faultsOf('apps/api/src/env.ts', 'process.env.X'), [])
})
test('a statement prepared outside platform/db is refused', () => {
  refused(feature('store.ts'), 'const one = db.select().from(orders).prepare("one")', /outside the transaction/)
})
test('the client talks to the network through shared/api alone', () => {
  for (const call of ['Taro.request({})', 'await fetch(url)', 'wx.uploadFile({})'])
    refused('apps/miniprogram/src/orders/form/form-page.tsx', call, /shared\/api/)
  assert.deepEqual(faultsOf('apps/miniprogram/src/shared/api/call.ts', 'Taro.request({})'), [])
})
test('notes to oneself, silenced checkers and skipped tests are refused', () => {
  refused(feature('rules.ts'), `// ${'TO'}DO later`, /issue/)
  refused(feature('rules.ts'), `// ${'biome'}-ignore lint: x`, /mend what/)
  refused(feature('rules.test.ts'), `${'it'}.skip('x')`, /every test runs/)
})
