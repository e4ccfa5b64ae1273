import { describe, expect, it } from '@jest/globals'
import { fewestPeople } from '@sidan/types/affiliations'
import fc from 'fast-check'
import { type Sums, sumsOf, toldOf, yearsToCount } from './rules.ts'

const sumsOfSizes = (sizes: readonly (readonly [number, number])[]): Sums[] =>
  sizes.map(([registered, reached], at) => ({ unitId: `d${at}`, registered, reached: Math.min(reached, registered) }))
const told = (sums: readonly Sums[]) => JSON.stringify(toldOf('county', sums))
/** Sizes around ten are where a mistake would show. */
const size = fc.oneof(fc.nat(12), fc.constantFrom(0, 9, 10), fc.nat(80))
const counties = fc.array(fc.tuple(size, fc.nat(80)), { minLength: 1, maxLength: 8 }).map(sumsOfSizes)
const registeredIn = (sums: readonly Sums[]) => sums.reduce((sum, { registered }) => sum + registered, 0)

/** Another county of the same departments, in which a small one has so many: those told together are dealt out among the others, and those told of nowhere are gone. */
function dealtOut(sums: readonly Sums[], unitId: string, registered: number): Sums[] {
  const few = sums.filter((sum) => sum.registered < fewestPeople)
  const together = toldOf('county', sums)[0]?.registeredCount === registeredIn(sums)
  let people = together ? registeredIn(few) - registered : 0
  let reached = together ? few.reduce((sum, one) => sum + one.reached, 0) : 0
  return sums.map((sum) => {
    if (!few.includes(sum)) return sum
    const here = sum.unitId === unitId ? registered : Math.min(people, fewestPeople - 1)
    if (sum.unitId !== unitId) people -= here
    const reachedHere = Math.min(reached, here)
    reached -= reachedHere
    return { unitId: sum.unitId, registered: here, reached: reachedHere }
  })
}

describe('rule-28', () => {
  it('tells nothing over fewer than ten people, by itself or by subtracting what is told from the county’s', () => {
    fc.assert(
      fc.property(counties, (sums) => {
        const [county, ...departments] = toldOf('county', sums)
        const counts = departments.map(({ registeredCount }) => registeredCount)
        for (const count of [...counts, county?.registeredCount ?? null])
          expect(count === null || count >= fewestPeople).toBe(true)
        const rest = (county?.registeredCount ?? 0) - counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)
        expect(rest === 0 || rest >= fewestPeople).toBe(true)
      }),
    )
  })

  it('leaves every department that is not told open: for anything from none to nine there is a county of which the same is told', () => {
    fc.assert(
      fc.property(counties, (sums) => {
        for (const { unitId, registered } of sums)
          for (let other = 0; registered < fewestPeople && other < fewestPeople; other++)
            expect(told(dealtOut(sums, unitId, other))).toBe(told(sums))
      }),
      { numRuns: 300 },
    )
  })

  it('never says that all reached the hours, or none', () => {
    fc.assert(
      fc.property(counties, (sums) => {
        const none = told(sums.map((sum) => ({ ...sum, reached: 0 })))
        const one = told(sums.map((sum) => ({ ...sum, reached: Math.min(1, sum.registered) })))
        const all = told(sums.map((sum) => ({ ...sum, reached: sum.registered })))
        const butOne = told(sums.map((sum) => ({ ...sum, reached: Math.max(0, sum.registered - 1) })))
        const few = sums.some(({ registered }) => registered < fewestPeople)
        if (!few) expect([none, all]).toEqual([one, butOne])
        for (const { hoursPercent } of toldOf('county', sums)) expect(hoursPercent ?? 50).toBeLessThan(100)
      }),
    )
  })
})

it.each([
  ['two of nine are not added up: that would say nine of each', [9, 9, 12], 12],
  ['three of few are, when each could still have none or nine', [6, 5, 4, 12], 27],
  ['three that are all but full are not', [9, 9, 1, 12], 12],
  ['few together are not', [3, 4, 2, 12], 12],
  ['one is never', [9, 40, 40], 80],
  ['where all are few together, nothing is told', [3, 4, 2], null],
])('%s', (_what, sizes, county) => {
  expect(toldOf('county', sumsOfSizes(sizes.map((one) => [one, 1])))[0]?.registeredCount ?? null).toBe(county)
})

it('a share is of those who registered, and whoever works nowhere that is counted is in none', () => {
  const members = Array.from({ length: 12 }, (_, at) => ({ personId: `p${at}`, departmentId: at < 11 ? 'd' : 'gone' }))
  const sums = sumsOf(['d', 'e'], members, new Set(['p0', 'p1', 'p2', 'p11', 'nobody']))
  expect(sums).toEqual([
    { unitId: 'd', registered: 11, reached: 3 },
    { unitId: 'e', registered: 0, reached: 0 },
  ])
  expect(toldOf('county', sums)).toEqual([
    { unitId: 'county', registeredCount: 11, hoursPercent: 27 },
    { unitId: 'd', registeredCount: 11, hoursPercent: 27 },
    { unitId: 'e', registeredCount: null, hoursPercent: null },
  ])
})

it('a month counts once, in Shanghai’s time, and January counts the year before as well', () => {
  expect(yearsToCount('2026-11-24', null)).toEqual([2026])
  expect(yearsToCount('2026-11-24', new Date('2026-10-31T15:59:00Z'))).toEqual([2026])
  expect(yearsToCount('2026-11-24', new Date('2026-10-31T16:00:00Z'))).toEqual([])
  expect(yearsToCount('2027-01-01', new Date('2026-12-01T00:00:00Z'))).toEqual([2027, 2026])
})
