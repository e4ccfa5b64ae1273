/** Times as people say them, in Asia/Shanghai, without Intl (some phones have none). */
import { addDays, civilDay, civilTime, weekday } from '@sidan/types/civil'
import type { Slot } from '@sidan/types/units'

const days = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日']
const parts = { morning: '上午', afternoon: '下午', evening: '晚上', any: '都可以' } as const

export const dayName = (day: string): string => days[weekday(day)] ?? ''

/** 周四上午; “都可以，听安排” for any day. */
export const slotText = (slot: Slot): string =>
  slot.day === null ? '都可以，听安排' : `${dayName(slot.day)}${parts[slot.part]}`
export const partText = (slot: Slot): string => (slot.day === null ? '听安排' : parts[slot.part])

/** 11月26日 周四. */
export const dateText = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日 ${dayName(day)}`

/** 今天 17:00, 明天 9:00, 周四 9:00, 11月26日 9:00. */
export function momentText(iso: string, now: Date = new Date()): string {
  const at = new Date(iso)
  const day = civilDay(at)
  const today = civilDay(now)
  const time = civilTime(at).replace(/^0/, '')
  if (day === today) return `今天 ${time}`
  if (day === addDays(today, 1)) return `明天 ${time}`
  if (day === addDays(today, -1)) return `昨天 ${time}`
  return day > today && day < addDays(today, 7)
    ? `${dayName(day)} ${time}`
    : `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日 ${time}`
}

/** 还有 6 小时 58 分; 过时 40 分钟. */
export function dueText(iso: string, now: Date = new Date()): string {
  const minutes = Math.round((new Date(iso).getTime() - now.getTime()) / 60_000)
  const words = lengthText(Math.abs(minutes))
  return minutes < 0 ? `过时 ${words}` : `还有 ${words}`
}

/** 1 小时 30 分; days beyond two. Never decimals. */
export function lengthText(minutes: number): string {
  if (minutes >= 2880) return `${Math.floor(minutes / 1440)} 天`
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return `${minutes} 分钟`
  return minutes % 60 === 0 ? `${hours} 小时` : `${hours} 小时 ${minutes % 60} 分`
}
