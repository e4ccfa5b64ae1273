import { expect, it } from '@jest/globals'
import { comparedPeople, comparedPlatforms, countedStars, mayBeTried } from './rules.ts'

const compared = (no: number, beforePoints: number, afterPoints: number, platformCode: string | null = 'care') => ({
  personId: `person ${String(no).padStart(2, '0')}`,
  name: '李师傅',
  homeStationName: null,
  platformCode,
  beforePoints,
  afterPoints,
})

it('people are counted over all their records, and at most ten are named of either side, the largest change first', () => {
  const gaining = Array.from({ length: 12 }, (_one, no) => compared(no, 10, 11 + no))
  const losing = Array.from({ length: 11 }, (_one, no) => compared(20 + no, 50, 49 - no))
  // Gains in one record what they lose in the other.
  const same = [compared(40, 10, 5), compared(40, 10, 15), compared(41, 0, 0)]
  const found = comparedPeople([...losing, ...same, ...gaining])
  expect(found.people).toEqual({ gain: 12, lose: 11, same: 2 })
  expect(found.gaining.map(({ afterPoints }) => afterPoints)).toEqual([22, 21, 20, 19, 18, 17, 16, 15, 14, 13])
  expect(found.losing.map(({ afterPoints }) => afterPoints)).toEqual([39, 40, 41, 42, 43, 44, 45, 46, 47, 48])
})

it('of equal changes the order is the same however the records come', () => {
  const people = Array.from({ length: 15 }, (_one, no) => compared(no, 0, 5))
  expect(comparedPeople([...people].reverse())).toEqual(comparedPeople(people))
})

it('platforms stand in the county’s order, then those it no longer has, then service on none', () => {
  const platforms = [
    { code: 'life', name: '生活帮办', leadDepartment: 'x', cooperating: [] },
    { code: 'care', name: '心理关爱', leadDepartment: 'x', cooperating: [] },
  ]
  const records = [compared(1, 1, 2, null), compared(1, 3, 4, 'old'), compared(2, 5, 6), compared(3, 7, 8)]
  expect(comparedPlatforms(records, platforms)).toEqual([
    { code: 'life', name: '生活帮办', beforePoints: 0, afterPoints: 0 },
    { code: 'care', name: '心理关爱', beforePoints: 12, afterPoints: 14 },
    { code: 'old', name: null, beforePoints: 3, afterPoints: 4 },
    { code: null, name: null, beforePoints: 1, afterPoints: 2 },
  ])
})

it.each<[string, number | null, number, number | null]>([
  ['its order was never rated', null, 10, null],
  ['its order’s stars gave the bonus', 5, 15, 5],
  ['its order’s stars give none', 3, 10, 3],
  ['its order was rated anew, lower, after the bonus', 1, 15, 5],
  ['its order was rated anew, higher, after the bonus', 5, 12, 4],
  ['its order was reopened after the bonus', null, 12, 4],
])('the rating that counted is known when %s', (_when, stars, postedPoints, counted) => {
  const ratingBonus = [
    { stars: 5, points: 5 },
    { stars: 4, points: 2 },
  ]
  const under = { pointsPerHour: 10, platformCoefficientPercent: {}, ratingBonus, capPointsPerRecord: 60 }
  const record = { ...compared(1, 0, 0), minutes: 60, serviceNature: 'voluntary' as const, policyVersion: 1 }
  expect(
    countedStars({ ...record, stars, postedPoints }, { ...under, lotLifetimeMonths: 24, earningActions: [] }),
  ).toBe(counted)
})

it('a month that has not begun cannot be tried', () => {
  expect([mayBeTried('2026-11', '2026-11'), mayBeTried('2026-12', '2026-11')]).toEqual([true, 'period-invalid'])
})
