import { expect, test } from '@jest/globals'
import { formatShortCode, parseShortCode } from '@sidan/types/short-codes'
import { makeShortCode } from './short-code.ts'

test('draws codes of the asked length that parse, on paper as well', () => {
  for (const length of [4, 6, 7, 8, 12]) {
    const code = makeShortCode(length)
    expect(code).toHaveLength(length)
    expect(parseShortCode(code)).toBe(code)
    expect(parseShortCode(formatShortCode(code).toLowerCase())).toBe(code)
  }
})

test('uses all 32 characters and draws hardly ever the same code twice', () => {
  const codes = Array.from({ length: 5000 }, () => makeShortCode(8))
  expect(new Set(codes).size).toBe(5000)
  expect(new Set(codes.map((code) => code[0])).size).toBe(32)
})
