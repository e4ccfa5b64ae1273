import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { drawOrders, page } from './order-diagram.mjs'

test('docs/orders.md shows the table by which orders move; if not, run `pnpm docs:orders` and commit what it writes', async () => {
  assert.equal(readFileSync(page, 'utf8'), await drawOrders())
})
test('every move of the table is in the diagram', async () => {
  const drawn = await drawOrders()
  assert.match(drawn, /submitted --> triaged: triage \(staff\)/)
  assert.match(drawn, /accepted --> inService: start \(assignee\)/)
  assert.match(drawn, /dispatched --> triaged: decline \(asked\)/)
})
