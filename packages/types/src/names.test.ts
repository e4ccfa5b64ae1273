import { describe, expect, it } from '@jest/globals'
import * as z from 'zod/mini'
import { characterCount, displayNameOf, PersonName, surnameOf } from './names.ts'

const reads = (name: string) => z.safeParse(PersonName, name).data

describe('a name', () => {
  it.each([
    ['李建国', '李'],
    ['欧阳修', '欧阳'],
    ['𠮷田花', '𠮷'],
    ['㐂儿', '㐂'],
    ['阿依古丽·买买提', '阿依古丽'],
    ['Anna Maria', 'Anna'],
    ['司', '司'],
  ])('of %s shows others no more than %s', (name, surname) => {
    expect(surnameOf(name)).toBe(surname)
  })
  it('is read with a word after it, and says nothing of what a person is called by their own', () => {
    expect(displayNameOf('李建国', 'master')).toBe('李师傅')
    expect(displayNameOf('阿依古丽·买买提', 'sister')).toBe('阿依古丽大姐')
  })
  it('is counted by characters, not by code units', () => {
    expect(characterCount('𠮷𠮷')).toBe(2)
    expect(reads('𠮷'.repeat(30))).toBe('𠮷'.repeat(30))
    expect(reads('𠮷'.repeat(31))).toBeUndefined()
  })
  it('is tidied: one dot, one space, none around', () => {
    expect(reads('  阿依古丽 • 买买提 ')).toBe('阿依古丽·买买提')
    expect(reads('Anna   Maria')).toBe('Anna Maria')
  })
  it.each(['', '   ', '13800000126', '李<b>', '420882199001011237'])('is not %s', (text) => {
    expect(reads(text)).toBeUndefined()
  })
})
