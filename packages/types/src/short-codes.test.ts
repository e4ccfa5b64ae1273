import { expect, test } from '@jest/globals'
import * as z from 'zod/mini'
import { formatShortCode, parseShortCode, ShortCode, shortCodeAlphabet, withCheckCharacter } from './short-codes.ts'

const codes = ['7K2M9', '00000', 'ZZZZZ', 'A1B2C3D', 'QXV'].map(withCheckCharacter)

test('a code is read however people type it', () => {
  const code = withCheckCharacter('7K01M')
  const [first, second] = [code.slice(0, 4), code.slice(4)]
  const mistakable = code.replace('0', 'o').replace('1', 'l')
  for (const typed of [
    code,
    `${first}-${second}`,
    ` ${first} ${second} `,
    code.toLowerCase(),
    mistakable,
    `${first}－${second}`,
  ]) {
    expect(parseShortCode(typed)).toBe(code)
  }
  expect(parseShortCode(code.replace('1', 'I'))).toBe(code)
})

test('every single wrong character is noticed', () => {
  for (const code of codes) {
    for (let at = 0; at < code.length; at += 1) {
      for (const wrong of shortCodeAlphabet.replace(code.charAt(at), '')) {
        expect(parseShortCode(code.slice(0, at) + wrong + code.slice(at + 1))).toBeNull()
      }
    }
  }
})

test('every two swapped characters are noticed, neighbours or not', () => {
  for (const code of codes) {
    for (let a = 0; a < code.length; a += 1) {
      for (let b = a + 1; b < code.length; b += 1) {
        const swapped = Array.from(code)
        ;[swapped[a], swapped[b]] = [code.charAt(b), code.charAt(a)]
        if (swapped.join('') !== code) expect(parseShortCode(swapped.join(''))).toBeNull()
      }
    }
  }
})

test('what cannot be a code is null', () => {
  for (const typed of ['', '7K2', 'U000U', '京山7K2M', 'A'.repeat(13), '7K2M_9X', "7K2M9X';--"]) {
    expect(parseShortCode(typed)).toBeNull()
  }
})

test('codes are shown in groups of four', () => {
  expect(formatShortCode('7K2M9X')).toBe('7K2M-9X')
  expect(formatShortCode('7K2M9XQ4')).toBe('7K2M-9XQ4')
  expect(formatShortCode('7K2M')).toBe('7K2M')
})

test('the wire takes a code only as it is stored', () => {
  const code = withCheckCharacter('7K2M9')
  expect(z.safeParse(ShortCode, code).success).toBe(true)
  expect(z.safeParse(ShortCode, formatShortCode(code)).success).toBe(false)
  expect(z.safeParse(ShortCode, code.toLowerCase()).success).toBe(false)
})
