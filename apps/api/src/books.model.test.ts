/**
 * Random days of a county — several people at once scan, send late, sign up, decide, correct, take back, enter by hand, exchange, hand out, judge, lose a role — over
 * HTTP on a real database, with hours passing between and what time brings about. Whatever the order, every answer can be true beside the others, every total
 * is its list, and the sweep finds nothing. Runs are seeded; `pnpm test:long` makes a longer night of it.
 */
import { expect, it } from '@jest/globals'
import { getBalances, listMinutes, listPoints } from '@sidan/types/ledger'
import fc from 'fast-check'
import { everyMinute } from './every-minute.ts'
import { everyNight } from './every-night.ts'
import type { Someone } from './testing/attending.ts'
import { type Came, find, take } from './testing/books.ts'
import { booksOf } from './testing/books-stage.ts'
import { type BookStep, bookStep } from './testing/books-steps.ts'
import { runsOf, storiesMs } from './testing/size.ts'
import { expectSwept } from './testing/swept.ts'
import { startTestApp } from './testing/test-app.ts'
import { makeWorld, type World } from './testing/world.ts'

const runs = runsOf(12)

/** A list to its end. */
async function whole<Item>(
  page: (cursor: object) => Promise<{ items: Item[]; nextCursor: string | null }>,
): Promise<Item[]> {
  const items: Item[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { items: more, nextCursor }: { items: Item[]; nextCursor: string | null } = await page(
      cursor ? { query: { cursor } } : {},
    )
    items.push(...more)
    cursor = nextCursor
  }
  return items
}

/** Every total of a person is the sum of its list, and what the head of the page says. */
async function expectTotals(who: Someone): Promise<void> {
  const balances = (await who.ask(getBalances)).body
  const points = await whole(async (asking) => (await who.ask(listPoints, asking)).body)
  const minutes = await whole(async (asking) => (await who.ask(listMinutes, asking)).body)
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
  expect(sum(points.map(({ amountPoints }) => amountPoints))).toBe(balances.availablePoints)
  expect(sum(minutes.map(({ amountMinutes }) => amountMinutes))).toBe(
    balances.clockedMinutes + balances.declaredMinutes,
  )
}

const decided = new Set(['approve', 'reject', 'withdraw'])
const ended = new Set(['give-back', 'verify'])

/** Of all that was done to one record's version, or to one voucher, in a burst, at most one may have succeeded. */
function expectOneEach(steps: BookStep[], came: Came[]): void {
  for (const kinds of [decided, ended, new Set(['reverse'])]) {
    const done = steps.flatMap(({ what }, no) =>
      kinds.has(what) && came[no]?.answer === 'done' ? [came[no].about] : [],
    )
    expect(done).toEqual([...new Set(done)])
  }
}

async function night(w: World): Promise<void> {
  const tasks = { ...everyMinute, ...everyNight(w.test.crypto) }
  for (const task of Object.values(tasks)) await w.test.db.inCounty(w.county.countyId, task)
}

const burst = fc.record({
  steps: fc.array(bookStep, { minLength: 3, maxLength: 10, size: 'max' }),
  minutesLater: fc.integer({ min: 1, max: 120 }),
})

const mustHappen = [
  ...['scan', 'approve', 'correct', 'reverse', 'redeem', 'verify', 'give-back', 'enter', 'flush'].map(
    (what) => `${what}: done`,
  ),
  'fraud: decide done',
]

it('adds up whatever people do to the books at the same moment, and after everything has expired', async () => {
  const said: Record<string, number> = {}
  const until = Date.now() + storiesMs
  await fc.assert(
    fc.asyncProperty(fc.array(burst, { minLength: 6, maxLength: 14, size: 'max' }), async (bursts) => {
      // A slow machine tells fewer stories, but not before everything has happened in some.
      if (Date.now() > until && mustHappen.every((line) => said[line])) return
      const test = await startTestApp({ twoCounties: true })
      try {
        const w = await makeWorld(test)
        const books = await booksOf(w)
        for (const { steps, minutesLater } of bursts) {
          w.minutesLater(minutesLater)
          const found = await find(books)
          const came = await Promise.all(steps.map((one) => take(books, one, found)))
          for (const [no, { answer }] of came.entries()) {
            const line = `${steps[no]?.what}: ${answer}`
            said[line] = (said[line] ?? 0) + 1
            expect(answer).not.toBe('internal-error')
          }
          expectOneEach(steps, came)
          await night(w)
          for (const who of books.volunteers) await expectTotals(who)
        }
        await expectSwept(test)
        w.minutesLater(60 * 24 * 800)
        await night(w)
        for (const who of books.volunteers) await expectTotals(who)
        await expectSwept(test)
      } finally {
        await test.close()
      }
    }),
    { numRuns: runs, seed: 20261129, endOnFailure: true },
  )
  // A story in which nothing happens proves nothing.
  for (const line of mustHappen) expect(said[line] ?? 0).toBeGreaterThan(0)
}, 86_400_000)
