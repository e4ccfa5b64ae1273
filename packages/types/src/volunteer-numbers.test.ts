import { describe, expect, it } from '@jest/globals'
import * as z from 'zod/mini'
import { isIdNumber, isVolunteerNo, NationalVolunteerNo, volunteerNoOf } from './volunteer-numbers.ts'

describe('rule-18 a volunteer’s number', () => {
  it('is never an ID number, by its length alone', () => {
    for (const drawn of [0, 7, 9_999_999]) {
      const number = volunteerNoOf(420882, drawn)
      expect(number).toHaveLength(14)
      expect(isIdNumber(number)).toBe(false)
    }
  })
  it('notices one wrong digit', () => {
    const number = volunteerNoOf(420882, 1_234_567)
    expect(isVolunteerNo(number)).toBe(true)
    for (let at = 0; at < number.length; at += 1) {
      const wrong = `${number.slice(0, at)}${(Number(number[at]) + 1) % 10}${number.slice(at + 1)}`
      expect(isVolunteerNo(wrong)).toBe(false)
    }
  })
})

describe('an ID number', () => {
  // The example of the standard itself (GB 11643), and numbers of the same kind.
  it.each(['11010519491231002X', '11010519491231002x', '110105 19491231 002X', '１１０１０５１９４９１２３１００２Ｘ'])(
    'is known as one: %s',
    (text) => {
      expect(isIdNumber(text)).toBe(true)
    },
  )
  it.each(['440524188001010014', '110105194912310021', '11010519491331002X', '420882000001234567', '110105491231002'])(
    'is not seen in %s',
    (text) => {
      expect(isIdNumber(text)).toBe(false)
    },
  )
})

it('a national number has one spelling', () => {
  expect(z.safeParse(NationalVolunteerNo, ' ab-1234 5678 ').data).toBe('AB12345678')
  expect(z.safeParse(NationalVolunteerNo, '12345').success).toBe(false)
})
