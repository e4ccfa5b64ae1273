import { expect, it } from '@jest/globals'
import { daysOf } from './when.ts'

it('a week ends on its Sunday, and the weekend is what is left of it', () => {
  expect(daysOf('week', '2026-11-26')).toEqual({ fromDay: '2026-11-26', toDay: '2026-11-29' })
  expect(daysOf('weekend', '2026-11-26')).toEqual({ fromDay: '2026-11-28', toDay: '2026-11-29' })
  expect(daysOf('weekend', '2026-11-29')).toEqual({ fromDay: '2026-11-29', toDay: '2026-11-29' })
})

it('later begins on Monday, on a Sunday too', () => {
  expect(daysOf('later', '2026-11-26')).toEqual({ fromDay: '2026-11-30' })
  expect(daysOf('later', '2026-11-29')).toEqual({ fromDay: '2026-11-30' })
  expect(daysOf('today', '2026-11-29')).toEqual({ fromDay: '2026-11-29', toDay: '2026-11-29' })
  expect(daysOf('', '2026-11-29')).toEqual({})
})
