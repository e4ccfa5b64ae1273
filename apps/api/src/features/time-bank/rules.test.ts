import { expect, it } from '@jest/globals'
import type { OrderState } from '@sidan/types/order-states'
import { isSettled, partsOf, pledgeActions, sharesOf } from './rules.ts'

const record = (minutes: number) => ({ chainId: `chain of ${minutes}`, personId: 'person', minutes })

it.each<[OrderState, 'held' | 'paid' | 'released' | null, string[]]>([
  ['submitted', null, ['pledge']],
  ['accepted', 'held', ['release']],
  ['accepted', 'released', ['pledge']],
  ['inService', null, []],
  ['inService', 'held', []],
  // Served once and paid: it is not paid twice.
  ['reopened', 'paid', []],
])('of an order that is %s, with a pledge that is %s, its requester may do %j', (state, pledge, may) => {
  expect(pledgeActions(state, pledge)).toEqual(may)
})

it.each<[OrderState, number, number, boolean]>([
  ['fulfilled', 0, 1, true],
  ['fulfilled', 1, 1, false],
  ['fulfilled', 0, 0, false],
  ['closed', 0, 0, true],
  ['cancelled', 0, 0, true],
  ['cancelled', 0, 1, true],
  ['reopened', 0, 1, false],
])(
  'a pledge of an order that is %s with %i undecided and %i approved records is settled: %s',
  (state, undecided, approved, so) => {
    const records = Array.from({ length: approved }, () => record(10))
    expect(isSettled({ state, undecided, records })).toBe(so)
  },
)

it('each record has its minutes in order, as far as the pledge reaches', () => {
  const paid = sharesOf(90, [record(60), record(40), record(20)])
  expect(paid.map(({ minutes }) => minutes)).toEqual([60, 30])
})

it('what was received goes before what is one’s own', () => {
  expect([partsOf(50, 30), partsOf(20, 30)]).toEqual([
    { received: 30, own: 20 },
    { received: 20, own: 0 },
  ])
})
