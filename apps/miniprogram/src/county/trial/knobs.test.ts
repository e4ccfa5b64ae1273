import { expect, it } from '@jest/globals'
import { changesOf, knobsOf, pointsOf, typedOf, wrongOf } from './knobs.ts'

const present = {
  pointsPerHour: 10,
  platformCoefficientPercent: { care: 120, old: 80 },
  ratingBonus: [
    { stars: 5, points: 5 },
    { stars: 1, points: 1 },
  ],
  capPointsPerRecord: 60,
  lotLifetimeMonths: 24,
  earningActions: [{ code: 'news', name: '写稿', measure: '篇', points: 3, capPerDay: 1, from: null, until: null }],
}
const sums = { beforePoints: 0, afterPoints: 0 }
const platforms = [
  { code: 'life', name: '生活帮办', ...sums },
  { code: 'care', name: '心理关爱', ...sums },
  { code: 'old', name: null, ...sums },
  { code: null, name: null, ...sums },
]
const knobs = knobsOf({ present, platforms })
const typed = typedOf(knobs, present)

it('the form begins with the present points: each platform of the county, and the stars that may bring something', () => {
  expect(typed).toEqual({
    hour: '10',
    cap: '60',
    months: '24',
    'stars 5': '5',
    'stars 4': '0',
    'stars 3': '0',
    'stars 1': '1',
    'platform life': '100',
    'platform care': '120',
  })
})

it('a form that nobody touched is the present points, with what it does not show', () => {
  expect(pointsOf(knobs, typed, present)).toEqual(present)
  expect(changesOf(knobs, present, pointsOf(knobs, typed, present))).toEqual([])
})

it('what was turned is tried and said in words, the rest stays', () => {
  const turned = {
    ...typed,
    hour: '12',
    'stars 4': '2',
    'stars 1': '0',
    'platform life': '110',
    'platform care': '100',
  }
  const tried = pointsOf(knobs, turned, present)
  expect(tried).toMatchObject({
    pointsPerHour: 12,
    platformCoefficientPercent: { care: 100, life: 110, old: 80 },
    earningActions: present.earningActions,
  })
  expect(changesOf(knobs, present, tried)).toEqual([
    '做一小时 10 → 12 分',
    '评四星另加 0 → 2 分',
    '评一星另加 1 → 0 分',
    '生活帮办 100 → 110 %',
    '心理关爱 120 → 100 %',
  ])
})

it.each([
  ['hour', '', '填一个整数'],
  ['hour', '1.5', '填一个整数'],
  ['hour', '-1', '填一个整数'],
  ['hour', '0', undefined],
  ['cap', '0', '最少 1'],
  ['platform care', '100001', '太大了'],
])('%s typed as “%s” is told: %s', (key, text, told) => {
  const knob = knobs.find((one) => one.key === key)
  expect(knob && wrongOf(knob, { ...typed, [key]: text })).toBe(told)
})
