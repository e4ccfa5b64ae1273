/**
 * Days in words, in Asia/Shanghai, whatever zone the phone is set to; no `Intl` (missing on some Android WeChat).
 * Moments are UTC ISO strings from the wire, days are `YYYY-MM-DD`. `now` is passed in, never read here.
 */
import { civilDay, momentOf, weekday } from '@sidan/types/civil'
import type { CivilDay, Instant, Slot } from '@sidan/types/units'

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
const parts: Record<Slot['part'], string> = { morning: '上午', afternoon: '下午', evening: '晚上', any: '' }
const near = new Map([
  [-2, '前天'],
  [-1, '昨天'],
  [0, '今天'],
  [1, '明天'],
  [2, '后天'],
])

/** 周四 — of a civil day. */
const weekdayWords = (day: CivilDay): string => weekdays[weekday(day) - 1] ?? ''

/** 11月26日, with its year when that is not `now`'s: 2027年3月5日. */
export function dateWords(day: CivilDay, now: Instant): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const short = `${Number(month)}月${Number(date)}日`
  return year === civilDay(new Date(now)).slice(0, 4) ? short : `${year}年${short}`
}

/** How people name a day: 今天, 明天, 周四 (this week, Monday to Sunday), else 11月26日. */
export function dayWords(day: CivilDay, now: Instant): string {
  const today = civilDay(new Date(now))
  const distance = daysBetween(today, day)
  const named = near.get(distance)
  if (named) return named
  const monday = distance + weekday(today) - 1
  return monday >= 0 && monday < 7 ? weekdayWords(day) : dateWords(day, now)
}

/** 11月26日 周四 — where the exact day matters. */
export const fullDayWords = (day: CivilDay, now: Instant): string => `${dateWords(day, now)} ${weekdayWords(day)}`

/** A slot of an order: 周四上午, 明天下午, 11月30日晚上; without a day 都可以. */
export function slotWords(slot: Slot, now: Instant): string {
  if (!slot.day) return slot.part === 'any' ? '都可以' : parts[slot.part]
  const day = dayWords(slot.day, now)
  return slot.part === 'any' ? `${day}都可以` : `${day}${parts[slot.part]}`
}

/** 10月 of a civil month `YYYY-MM`. */
export const monthWords = (month: string): string => `${Number(month.slice(5, 7))}月`

const daysBetween = (from: CivilDay, to: CivilDay): number =>
  Math.round((momentOf(to).getTime() - momentOf(from).getTime()) / 86_400_000)
