import { describe, expect, it } from '@jest/globals'
import { childOf, misfit, moveUp } from './rules.ts'

describe('who moves up', () => {
  const queued = (signupId: string, more: object = {}) => ({
    signupId,
    personId: signupId,
    busy: false,
    misfit: undefined,
    ...more,
  })
  it('is the first in the queue; who is busy keeps their place in it', () => {
    const { up, off } = moveUp(2, [queued('a', { busy: true }), queued('b'), queued('c'), queued('d')])
    expect([up.map(({ signupId }) => signupId), off]).toEqual([['b', 'c'], []])
  })
  it('rule-05 is nobody who does not fit any more: they are taken off with the reason', () => {
    const { up, off } = moveUp(1, [
      queued('a', { misfit: 'insurance-missing' }),
      queued('b'),
      queued('c', { misfit: 'age-not-fitting' }),
    ])
    expect([up.map(({ signupId }) => signupId), off.map(({ row, reason }) => [row.signupId, reason])]).toEqual([
      ['b'],
      [['a', 'insurance-missing']],
    ])
  })
})

describe('who fits', () => {
  const opening = { ageFrom: null, ageUpTo: null, qualification: null, hazardous: false }
  it('is anybody who takes part where no age is asked, a volunteer or not', () => {
    expect(misfit({ ...opening, kind: 'participant', hazardous: true }, undefined)).toBeUndefined()
  })
  it('rule-16 asks of a child nothing but the age', () => {
    const forTheOlder = { ...opening, kind: 'child', ageFrom: 14 } as const
    expect(misfit(forTheOlder, childOf('under14'))).toBe('age-not-fitting')
    expect(misfit(forTheOlder, childOf('from14'))).toBeUndefined()
    expect(misfit(forTheOlder, childOf(null))).toBe('age-unknown')
  })
  it('rule-05 is no volunteer of whom nothing is known', () => {
    expect(misfit({ ...opening, kind: 'volunteer' }, undefined)).toBe('volunteer-needed')
  })
})
