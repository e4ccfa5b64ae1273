import { expect, it } from '@jest/globals'
import { OrderState } from '@sidan/types/order-states'
import { stateLook } from './order-state-text.ts'

it('says 办好了 for nothing that is not over', () => {
  const done = OrderState.options.filter((state) => ['办好了', '已办结'].includes(stateLook(state, 'resident').word))
  expect(done).toEqual(['rated', 'closed'])
})

it('late keeps the state’s word and turns brick, for everybody', () => {
  for (const state of OrderState.options)
    for (const reader of ['resident', 'staff', 'asked'] as const)
      expect(stateLook(state, reader, true)).toEqual({ ...stateLook(state, reader), tone: 'danger' })
})

it('is apricot only for the one whose turn it is', () => {
  expect(stateLook('dispatched', 'asked').tone).toBe('warm')
  expect(stateLook('dispatched', 'resident').tone).toBe('info')
  expect(stateLook('fulfilled', 'resident').tone).toBe('warm')
  expect(stateLook('fulfilled', 'staff').tone).toBe('info')
})
