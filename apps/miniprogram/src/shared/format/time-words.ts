/** Times of day and spans in words, in Asia/Shanghai (see day-words.ts). Elder mode never shows a time without its part of the day. */
import { civilDay, civilTime } from '@sidan/types/civil'
import type { Instant } from '@sidan/types/units'
import { dateWords, dayWords, fullDayWords } from './day-words.ts'

/** 9:00 — hours without a leading zero, minutes with. */
const clockWords = (at: Instant): string => civilTime(new Date(at)).replace(/^0/, '')

/** 上午, 下午 … as spoken. */
function dayPartWords(at: Instant): string {
  const hour = hourOf(at)
  if (hour < 6) return '凌晨'
  if (hour < 12) return '上午'
  if (hour < 13) return '中午'
  return hour < 18 ? '下午' : '晚上'
}

/** As one says it aloud, for elder mode: 上午 9 点, 下午 3 点半, 中午 12 点 20 分. */
export function spokenTime(at: Instant): string {
  const hour = hourOf(at)
  const minute = Number(civilTime(new Date(at)).slice(3, 5))
  const twelve = hour > 12 ? hour - 12 : hour
  const rest = minute === 0 ? '' : minute === 30 ? '半' : ` ${minute} 分`
  return `${dayPartWords(at)} ${twelve} 点${rest}`
}

/** A moment near enough to name: 今天 17:00, 周四 9:00; elder: 周四上午 9 点. */
export function momentWords(at: Instant, now: Instant, elder = false): string {
  const day = dayWords(civilDay(new Date(at)), now)
  return elder ? `${day}${spokenTime(at)}` : `${day} ${clockWords(at)}`
}

/** Until when figures are counted: 截至 15:04, on another day 截至昨天 15:04; elder: 截至下午 3 点 4 分. */
export const untilWords = (at: Instant, now: Instant, elder = false): string =>
  `截至${momentWords(at, now, elder).replace('今天', '')}`

/** A promise: 今天 17:00 前; elder: 今天下午 5 点前. */
export const byWords = (at: Instant, now: Instant, elder = false): string =>
  `${momentWords(at, now, elder)}${elder ? '' : ' '}前`

/** 11月26日 周四 9:00–10:00; elder: 11月26日 周四上午 9 点到 10 点. Two days are both named. */
export function spanWords(from: Instant, to: Instant, now: Instant, elder = false): string {
  const [first, last] = [civilDay(new Date(from)), civilDay(new Date(to))]
  if (first !== last) return `${momentOn(first, from, now, elder)} 到 ${momentOn(last, to, now, elder)}`
  if (!elder) return `${fullDayWords(first, now)} ${clockWords(from)}–${clockWords(to)}`
  const end = dayPartWords(from) === dayPartWords(to) ? spokenTime(to).replace(/^\S+/, '') : spokenTime(to)
  return `${fullDayWords(first, now)}${spokenTime(from)}到${end}`
}

/** 上午好 — for a greeting; between midnight and six people are told 您好. */
export function greetingWords(now: Instant): string {
  const part = dayPartWords(now)
  return part === '凌晨' ? '您好' : `${part}好`
}

/** How long ago: 刚刚, 40 秒前, 12 分钟前, 3 小时前; yesterday and earlier as a moment: 昨天 9:02. */
export function agoWords(at: Instant, now: Instant): string {
  const seconds = Math.floor((Date.parse(now) - Date.parse(at)) / 1000)
  if (seconds < 5) return '刚刚'
  if (seconds < 60) return `${seconds} 秒前`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} 分钟前`
  if (civilDay(new Date(at)) === civilDay(new Date(now))) return `${Math.floor(seconds / 3600)} 小时前`
  return momentWords(at, now)
}

/** What a work list says about a due time. `late` turns the tag brick. */
export interface DueWords {
  readonly late: boolean
  readonly words: string
}

/**
 * Due today 还有 6 小时 58 分; due later 周四 12:00 前; past 过时 40 分钟, after a day 过时 2 天.
 * Minutes are rounded so that nobody is told more time than there is.
 */
export function dueWords(dueAt: Instant, now: Instant): DueWords {
  const ms = Date.parse(dueAt) - Date.parse(now)
  if (ms < 0) return { late: true, words: `过时 ${spanOf(Math.ceil(-ms / 60_000))}` }
  if (civilDay(new Date(dueAt)) !== civilDay(new Date(now))) return { late: false, words: byWords(dueAt, now) }
  return { late: false, words: ms < 60_000 ? '不到 1 分钟' : `还有 ${spanOf(Math.floor(ms / 60_000))}` }
}

const hourOf = (at: Instant): number => Number(civilTime(new Date(at)).slice(0, 2))
const momentOn = (day: string, at: Instant, now: Instant, elder: boolean): string =>
  elder ? `${dateWords(day, now)}${spokenTime(at)}` : `${dateWords(day, now)} ${clockWords(at)}`

function spanOf(minutes: number): string {
  if (minutes < 60) return `${minutes} 分钟`
  if (minutes >= 1440) return `${Math.floor(minutes / 1440)} 天`
  const rest = minutes % 60
  return rest === 0 ? `${Math.floor(minutes / 60)} 小时` : `${Math.floor(minutes / 60)} 小时 ${rest} 分`
}
