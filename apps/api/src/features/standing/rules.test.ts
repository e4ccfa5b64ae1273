import { describe, expect, it } from '@jest/globals'
import type { AgeBand } from '@sidan/types/ages'
import { type Requirements, type Standing, unfit } from './rules.ts'

const anything: Requirements = { ageFrom: null, ageUpTo: null, qualification: null, hazardous: false }
const adult: Standing = {
  personId: 'p',
  volunteer: true,
  ageBand: 'from18',
  guardianConsents: false,
  qualifications: ['firstAid'],
  insured: true,
}
const aged = (ageBand: AgeBand | null, more: Partial<Standing> = {}): Standing => ({ ...adult, ageBand, ...more })

it('lets in a grown-up volunteer whose papers are in order', () => {
  expect(unfit({ ageFrom: 18, ageUpTo: 69, qualification: 'firstAid', hazardous: true }, adult)).toBeUndefined()
})
it('asks somebody who is no volunteer to register first', () => {
  expect(unfit(anything, { ...adult, volunteer: false })).toBe('volunteer-needed')
})

describe('rule-05 an assignment is refused when age or qualification does not fit', () => {
  it.each<[AgeBand, Requirements['ageFrom'], Requirements['ageUpTo'], boolean]>([
    ['from16', 16, null, true],
    ['from14', 16, null, false],
    ['under14', 14, null, false],
    ['from60', 18, 69, true],
    ['from60', 18, 59, false],
    ['from70', null, 69, false],
  ])('%s where %s to %s is asked: %s', (ageBand, ageFrom, ageUpTo, fits) => {
    const answer = unfit({ ...anything, ageFrom, ageUpTo }, aged(ageBand, { guardianConsents: true }))
    expect(answer).toBe(fits ? undefined : 'age-not-fitting')
  })
  it('needs to know the age where an age is asked, and only there', () => {
    expect(unfit({ ...anything, ageFrom: 18 }, aged(null))).toBe('age-unknown')
    expect(unfit({ ...anything, hazardous: true }, aged(null))).toBe('age-unknown')
    expect(unfit(anything, aged(null))).toBeUndefined()
  })
  it('needs the qualification that is asked', () => {
    expect(unfit({ ...anything, qualification: 'electrician' }, adult)).toBe('qualification-missing')
  })
})

it('rule-06 refuses hazardous work to whoever is not insured that day', () => {
  expect(unfit({ ...anything, hazardous: true }, { ...adult, insured: false })).toBe('insurance-missing')
})

describe('rule-16 a minor', () => {
  it.each<AgeBand>(['under14', 'from14', 'from16'])('%s serves only with a guardian’s consent', (ageBand) => {
    expect(unfit(anything, aged(ageBand))).toBe('guardian-consent-needed')
    expect(unfit(anything, aged(ageBand, { guardianConsents: true }))).toBeUndefined()
  })
  it('does no hazardous work, whatever a guardian says', () => {
    expect(unfit({ ...anything, hazardous: true }, aged('from16', { guardianConsents: true }))).toBe('age-not-fitting')
  })
})
