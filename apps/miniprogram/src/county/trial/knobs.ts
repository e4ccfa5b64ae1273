import type { PointsTrial } from '@sidan/types/points-trials'

type Points = PointsTrial['present']

/** One amount that may be turned. */
export interface Knob {
  readonly key: string
  /** What it is: 做一小时. */
  readonly word: string
  readonly unit: string
  readonly least: number
}

/** More is a slip of the finger; the server takes no more either. */
const most = 100_000

const starsWords: Record<number, string> = { 5: '五星', 4: '四星', 3: '三星', 2: '两星', 1: '一星' }

/** What may be turned, as this county has it: its platforms, and the stars that bring something now beside the upper three. */
export function knobsOf({ present, platforms }: Pick<PointsTrial, 'present' | 'platforms'>): Knob[] {
  const stars = [5, 4, 3, 2, 1].filter((one) => one >= 3 || present.ratingBonus.some((row) => row.stars === one))
  const named = platforms.flatMap(({ code, name }) => (code === null || name === null ? [] : [{ code, name }]))
  return [
    { key: 'hour', word: '做一小时', unit: '分', least: 0 },
    { key: 'cap', word: '一次最多', unit: '分', least: 1 },
    { key: 'months', word: '能用', unit: '个月', least: 1 },
    ...stars.map((one) => ({ key: `stars ${one}`, word: `评${starsWords[one]}另加`, unit: '分', least: 0 })),
    ...named.map(({ code, name }) => ({ key: `platform ${code}`, word: name, unit: '%', least: 0 })),
  ]
}

const afterWord = (key: string, word: string): string | null => (key.startsWith(word) ? key.slice(word.length) : null)

/** Where a knob stands under these points. */
function amountOf(key: string, points: Points): number {
  const stars = afterWord(key, 'stars ')
  if (stars !== null) return points.ratingBonus.find((row) => String(row.stars) === stars)?.points ?? 0
  const platform = afterWord(key, 'platform ')
  if (platform !== null) return points.platformCoefficientPercent[platform] ?? 100
  if (key === 'hour') return points.pointsPerHour
  return key === 'cap' ? points.capPointsPerRecord : points.lotLifetimeMonths
}

/** What was typed, by knob. */
export type Typed = Record<string, string>

export const typedOf = (knobs: readonly Knob[], points: Points): Typed =>
  Object.fromEntries(knobs.map(({ key }) => [key, String(amountOf(key, points))]))

/** What is wrong with what was typed into one, or nothing. */
export function wrongOf({ key, least }: Knob, typed: Typed): string | undefined {
  const text = (typed[key] ?? '').trim()
  if (!/^\d+$/.test(text)) return '填一个整数'
  if (Number(text) < least) return `最少 ${least}`
  return Number(text) > most ? '太大了' : undefined
}

/** The points that were typed; what no knob turns stays as it is at present. */
export function pointsOf(knobs: readonly Knob[], typed: Typed, present: Points): Points {
  const amount = (key: string) => Number(typed[key])
  const percents = { ...present.platformCoefficientPercent }
  const bonuses = new Map(present.ratingBonus.map(({ stars, points }) => [stars, points]))
  for (const { key } of knobs) {
    const platform = afterWord(key, 'platform ')
    if (platform !== null && amount(key) !== (percents[platform] ?? 100)) percents[platform] = amount(key)
    const stars = Number(afterWord(key, 'stars ') ?? 0)
    if (stars > 0 && amount(key) !== (bonuses.get(stars) ?? 0)) bonuses.set(stars, amount(key))
  }
  return {
    ...present,
    pointsPerHour: amount('hour'),
    capPointsPerRecord: amount('cap'),
    lotLifetimeMonths: amount('months'),
    platformCoefficientPercent: percents,
    ratingBonus: [...bonuses].map(([stars, points]) => ({ stars, points })),
  }
}

/** What differs, in words: 做一小时 10 → 12 分. */
export const changesOf = (knobs: readonly Knob[], present: Points, tried: Points): string[] =>
  knobs.flatMap(({ key, word, unit }) => {
    const [before, after] = [amountOf(key, present), amountOf(key, tried)]
    return before === after ? [] : [`${word} ${before} → ${after} ${unit}`]
  })
