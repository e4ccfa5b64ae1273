/**
 * Times that are promised: by when somebody answers, which half days can be chosen, when an appointment starts.
 * A promise counts office minutes only: an order at 17:20 with two hours to answer, at a station open 8:30 to 17:30, is due at 10:20 the next day.
 */

import { addDays, civilDay, civilTime, momentOf } from '@sidan/types/civil'
import type { Slot } from '@sidan/types/units'

export interface OfficeHours {
  /** `HH:MM`, Asia/Shanghai. */
  opensAt: string
  closesAt: string
}

const minuteMs = 60_000

/** The moment `minutes` of office time after `from`. */
export function addOfficeMinutes(from: Date, minutes: number, hours: OfficeHours): Date {
  let left = minutes
  let day = civilDay(from)
  let at = from
  for (;;) {
    const opens = momentOf(day, hours.opensAt)
    const closes = momentOf(day, hours.closesAt)
    if (at < opens) at = opens
    const today = Math.max(0, (closes.getTime() - at.getTime()) / minuteMs)
    if (left <= today) return new Date(at.getTime() + left * minuteMs)
    left -= today
    day = addDays(day, 1)
    at = momentOf(day)
  }
}

const startTimes = { morning: '09:00', afternoon: '14:30', evening: '19:00', any: '09:00' } as const
const endTimes = { morning: '12:00', afternoon: '18:00', evening: '21:00', any: '21:00' } as const

/** How far ahead a time may be chosen. */
const daysAhead = 30

/** Whether a chosen half day still lies ahead, and not too far. “Any day” always does. */
export function slotPossible(slot: Slot, now: Date): boolean {
  if (slot.day === null) return slot.part === 'any'
  return momentOf(slot.day, endTimes[slot.part]) > now && slot.day <= addDays(civilDay(now), daysAhead)
}

/** What the form offers: the three next half days from the day after tomorrow (so that somebody can be found), then “as you arrange”. */
export function slotsFrom(now: Date): [Slot, ...Slot[]] {
  const first = addDays(civilDay(now), 2)
  return [
    { day: first, part: 'morning' },
    { day: first, part: 'afternoon' },
    { day: addDays(first, 1), part: 'morning' },
    { day: null, part: 'any' },
  ]
}

/** The appointment a half day means when nobody fixed one; null for “any day”. */
export function appointmentOf(slot: Slot, durationMinutes: number): { startsAt: Date; endsAt: Date } | null {
  if (slot.day === null) return null
  const startsAt = momentOf(slot.day, startTimes[slot.part])
  return { startsAt, endsAt: new Date(startsAt.getTime() + durationMinutes * minuteMs) }
}

/** The civil day on which an order is served, as far as it is known: what a volunteer's papers must cover. */
export function serviceDayOf(order: { startsAt: Date | null; slotDay: string | null }, now: Date): string {
  const planned = order.startsAt === null ? order.slotDay : civilDay(order.startsAt)
  const today = civilDay(now)
  return planned === null || planned < today ? today : planned
}

/** Whether a station is open at a moment. */
export const openAt = (now: Date, hours: OfficeHours): boolean =>
  civilTime(now) >= hours.opensAt && civilTime(now) < hours.closesAt
