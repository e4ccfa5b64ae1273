import type { Balances } from '@sidan/types/ledger'
import { minutesWords } from '../../shared/format/amount-words.ts'
import { starWords } from '../../shared/format/star-words.ts'

/** Two rows of 13 weeks, named by their months: 6–8月. */
export function heatRows(weeks: Balances['weeks']): { name: string; minutes: number[] }[] {
  const half = Math.ceil(weeks.length / 2)
  return [weeks.slice(0, half), weeks.slice(half)].map((part) => ({
    name: monthsOf(part),
    minutes: part.map((week) => week.minutes),
  }))
}

function monthsOf(weeks: Balances['weeks']): string {
  const month = (day: string | undefined) => Number(day?.slice(5, 7) ?? 0)
  const [first, last] = [month(weeks[0]?.monday), month(weeks[weeks.length - 1]?.monday)]
  return first === last ? `${first}月` : `${first}–${last}月`
}

/** 离二星还有 30 小时; nothing left of the hours: ratings hold the next one back. */
export function toNextWords({ level, minutesToNext }: Balances['stars']): string {
  if (minutesToNext === null) return '到顶了'
  const next = starWords(level + 1)
  return minutesToNext === 0 ? `时长够${next}了，评价再好一点就到` : `离${next}还有 ${minutesWords(minutesToNext)}`
}
