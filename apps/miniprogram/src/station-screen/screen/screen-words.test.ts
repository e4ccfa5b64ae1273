import { expect, it } from '@jest/globals'
import { codeStepMs } from '@sidan/types/rotating-codes'
import { alarmOf, leftWords } from './screen-words.ts'

const hour = 3_600_000
const codes = (hours: number) => ({
  prefix: 'v1',
  firstStep: 0,
  macs: Array(Math.round((hours * hour) / codeStepMs)).fill('x'),
})

it('a clock that is more than five seconds off is said, five are not', () => {
  expect(alarmOf(5_000, codes(12), 0)).toBeUndefined()
  expect(alarmOf(5_001, codes(12), 0)?.title).toBe('这块屏的时钟快了 5 秒')
  expect(alarmOf(-40_000, codes(12), 0)?.title).toBe('这块屏的时钟慢了 40 秒')
  expect(alarmOf(-7_200_000, codes(12), 0)?.title).toBe('这块屏的时钟慢了 2 小时')
})

it('codes for less than an hour are said in time, and so is that there are none', () => {
  expect(alarmOf(0, codes(12), 11 * hour)).toBeUndefined()
  expect(alarmOf(0, codes(12), 11 * hour + 60_000)?.title).toBe('码只够用 59 分钟了')
  expect(alarmOf(0, codes(12), 12 * hour)?.title).toBe('没有码了')
  expect(alarmOf(0, null, 0)?.title).toBe('没有码了')
  expect(leftWords(codes(12), 60_000)).toBe('码还够用 11 小时 59 分')
})
