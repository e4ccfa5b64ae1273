/** What people may do to the books at any moment, as random steps: what was scanned, decided, exchanged, and by whom. */
import fc from 'fast-check'

const below = (count: number) => fc.integer({ min: 0, max: count - 1 })
const is = <Word extends string>(word: Word) => fc.constant(word)
const scan = {
  who: below(3),
  kind: fc.constantFrom('checkIn' as const, 'checkOut' as const),
  place: below(3),
  code: fc.constantFrom(
    'wall' as const,
    'wall' as const,
    'screen' as const,
    'screen' as const,
    'other wall' as const,
    'made up' as const,
  ),
}
const decision = { which: below(6), by: below(4), twice: fc.boolean() }

/** One step; `which` counts from the newest record or voucher. */
export const bookStep = fc.oneof(
  { weight: 8, arbitrary: fc.record({ what: is('scan'), ...scan }) },
  { weight: 4, arbitrary: fc.record({ what: is('queue'), ...scan, minutesAgo: below(600) }) },
  { weight: 3, arbitrary: fc.record({ what: is('flush'), who: below(3), backwards: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ what: is('sign-up'), who: below(3), place: below(3) }) },
  { weight: 8, arbitrary: fc.record({ what: is('approve'), ...decision }) },
  { weight: 2, arbitrary: fc.record({ what: is('reject'), ...decision }) },
  { weight: 1, arbitrary: fc.record({ what: is('withdraw'), who: below(3), which: below(6) }) },
  { weight: 3, arbitrary: fc.record({ what: is('correct'), ...decision, start: below(30), end: below(90) }) },
  { weight: 3, arbitrary: fc.record({ what: is('reverse'), ...decision }) },
  {
    weight: 6,
    arbitrary: fc.record({
      what: is('fraud'),
      verb: fc.constantFrom(
        'decide' as const,
        'decide' as const,
        'appeal' as const,
        'answer' as const,
        'lift' as const,
      ),
      which: below(6),
      by: below(4),
      upheld: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ what: is('enter'), who: below(3), by: below(4), minutes: below(260), ago: below(3000) }),
  },
  { weight: 6, arbitrary: fc.record({ what: is('redeem'), who: below(3), item: below(2), twice: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ what: is('give-back'), which: below(4), twice: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ what: is('verify'), which: below(4), twice: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ what: is('role'), held: fc.boolean() }) },
)
export type BookStep = typeof bookStep extends fc.Arbitrary<infer One> ? One : never
