import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { loadPreset } from '@sidan/counties/load-preset'
import { rootFolder } from '../../env.ts'
import { averageTenths, levelFor } from './rules.ts'

const starsOf = (preset: string) => loadPreset(join(rootFolder, 'packages/counties/presets'), preset).policy.stars
const hours = (served: number, minutesLess = 0) => ({
  earnedMinutes: served * 60 - minutesLess,
  ratingCount: 0,
  averageTenths: null,
})
const rated = (served: number, ratingCount: number, tenths: number) => ({
  earnedMinutes: served * 60,
  ratingCount,
  averageTenths: tenths,
})

describe('rule-12 the level is what the county’s own ladder makes of the hours', () => {
  it.each([
    ['jingshan', [100, 300, 600, 1000, 1500]],
    ['daye', [30, 60, 100, 200, 300]],
  ])('in %s every step is reached with its last minute, and not one minute before', (preset, ladder) => {
    const stars = starsOf(preset)
    expect(stars.ladderHours).toEqual(ladder)
    ladder.forEach((step, index) => {
      expect([levelFor(hours(step, 1), stars), levelFor(hours(step), stars)]).toEqual([index, index + 1])
    })
    expect([levelFor(hours(0), stars), levelFor(hours(99_999), stars)]).toEqual([0, ladder.length])
  })
  it('the same hours are two levels in one county and four in the other', () => {
    expect([levelFor(hours(300), starsOf('jingshan')), levelFor(hours(299), starsOf('daye'))]).toEqual([2, 4])
  })
})

describe('rule-12 ratings supplement the hours', () => {
  const stars = starsOf('daye')
  it('an average too low holds back from the third star on, however many the hours', () => {
    expect([60, 100, 300].map((served) => levelFor(rated(served, 5, 39), stars))).toEqual([2, 2, 2])
  })
  it('an average just high enough holds nothing back', () => {
    expect([60, 100, 300].map((served) => levelFor(rated(served, 5, 40), stars))).toEqual([2, 3, 5])
  })
  it('who was rated less often is judged by hours alone', () => {
    expect(levelFor(rated(300, 4, 10), stars)).toBe(5)
  })
  it('never give a star that the hours do not reach', () => {
    expect(levelFor(rated(59, 50, 50), stars)).toBe(1)
  })
  it('count for nothing where the county wants hours alone', () => {
    expect(levelFor(rated(1500, 50, 10), starsOf('jingshan'))).toBe(5)
  })
  it('an average is rounded down, so that 3.99 is not 4', () => {
    expect([averageTenths({ count: 0, starsSum: 0 }), averageTenths({ count: 100, starsSum: 399 })]).toEqual([null, 39])
  })
})
