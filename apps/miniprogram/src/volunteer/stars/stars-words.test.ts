import { expect, it } from '@jest/globals'
import { changeWords, supplementWords, tenthsWords } from './stars-words.ts'

const change = {
  no: 2,
  fromLevel: 2,
  toLevel: 3,
  reason: 'hours' as const,
  earnedMinutes: 6000,
  ratingCount: 0,
  averageTenths: null,
  policyVersion: 1,
  ladderHours: [30, 60, 100],
  ratingSupplement: null,
  at: '2026-11-24T02:00:00.000Z',
}

it('a star that was gained names the hours it took, and the version of the rules', () => {
  expect(changeWords(change)).toEqual({
    what: '二星 → 三星，时长到了',
    why: '累计 100 小时；三星要 100 小时；第 1 版规则',
  })
})

it('a star that ratings took says how many there are and their average', () => {
  const ratingSupplement = { fromLevel: 3, minRatings: 5, minAverageTenths: 40 }
  const lost = { ...change, fromLevel: 3, toLevel: 2, reason: 'rating' as const, ratingCount: 5, averageTenths: 38 }
  expect(changeWords({ ...lost, ratingSupplement })).toEqual({
    what: '三星 → 二星，评分平均低了些',
    why: '累计 100 小时；三星要 100 小时；评了 5 次，平均 3.8 分；第 1 版规则',
  })
  expect(supplementWords(ratingSupplement)).toContain('平均还要到 4.0 分')
  expect([supplementWords(null), tenthsWords(45)]).toEqual([null, '4.5 分'])
})
