import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsOf } from './check-layout.mjs'

const feature = (file) => `apps/api/src/features/orders/${file}`

test('a file outside the vocabulary of a feature is refused with what would be right', () => {
  assert.match(faultsOf(feature('order-manager.ts'), '')[0], /vocabulary/)
  assert.match(faultsOf(feature('post.ts'), '')[0], /vocabulary/)
  assert.deepEqual(faultsOf(feature('accept-order.ts'), ''), [])
})
test('names that say nothing and barrels are refused', () => {
  assert.match(faultsOf('packages/types/src/utils.ts', '')[0], /say nothing/)
  assert.match(faultsOf('packages/types/src/index.ts', '')[0], /barrels/)
})
test('a long file, SQL in a rule and a second reader of the environment are refused', () => {
  assert.match(faultsOf(feature('rules.ts'), '\n'.repeat(300))[0], /lines/)
  assert.match(faultsOf(feature('rules.ts'), "import { sql } from 'drizzle-orm'")[0], /SQL belongs/)
  assert.match(faultsOf('apps/api/src/platform/db.ts', 'process.env.X')[0], /env\.ts/)
})
