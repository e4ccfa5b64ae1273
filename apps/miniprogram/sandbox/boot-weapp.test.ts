import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { bootWeapp, type Weapp } from './boot-weapp.ts'
import type { FunctionMode } from './realm.ts'

const dist = join(__dirname, '../dist/weapp')
const session = {
  accessToken: 'x',
  accessExpiresAt: '2026-11-22T00:00:00Z',
  refreshToken: 'x',
  personId: '0199aaaa-0000-7000-8000-000000000001',
  countyId: 420882,
}
const storage = { 'sidan.session': session }
let weapp: Weapp | undefined
afterEach(() => weapp?.close())

describe.each<FunctionMode>(['throw', 'noop'])(
  'the build on a phone where Function is of no use (%s)',
  (functionMode) => {
    test.each([
      ['signed in', storage],
      ['signed out', {}],
    ])('opens every page of app.json without an error, %s and without signal', async (_who, kept) => {
      const app = bootWeapp({ dist, functionMode, storage: kept })
      weapp = app
      const shown: string[] = []
      for (const route of app.routes) {
        await app.open(route)
        await app.waitFor(() => app.text() !== '')
        shown.push(app.route())
      }
      expect(app.errors).toEqual([])
      expect(app.failures).toEqual([])
      expect(shown).toEqual(app.routes)
    })
  },
)

test('says that there is no signal', async () => {
  const app = bootWeapp({ dist })
  weapp = app
  await app.open('tabs/home/home-page')
  await app.waitFor('没有信号')
  expect(app.requests.map((request) => request.failed)).toContain('no network')
})

test('a tap on the tab bar goes to the other tab, and back to the first as it was left', async () => {
  const app = bootWeapp({ dist, storage })
  weapp = app
  await app.open('tabs/home/home-page')
  await app.tap('单子')
  expect(app.route()).toBe('tabs/orders/orders-page')
  await app.tap('首页')
  expect(app.route()).toBe('tabs/home/home-page')
  const moved = app.calls.map((call) => call.api).filter((api) => !api.startsWith('set'))
  expect(moved).toEqual(['switchTab', 'switchTab'])
  expect(app.failures).toEqual([])
})

test('what a screen reader needs reaches the elements', async () => {
  const app = bootWeapp({ dist })
  weapp = app
  await app.open('tabs/home/home-page')
  await app.waitFor(() => app.find('[aria-role="button"]') !== null)
})
