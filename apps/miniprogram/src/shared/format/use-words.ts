import { civilDay } from '@sidan/types/civil'
import type { CivilDay, Instant, Slot } from '@sidan/types/units'
import { useModes } from '../ui/modes.ts'
import { dateWords, dayWords, fullDayWords, slotWords } from './day-words.ts'
import { agoWords, byWords, dueWords, momentWords, spanWords, spokenTime, untilWords } from './time-words.ts'

/** Times and days in words as of now, in the manner of the mode: elder mode never shows a time without its part of the day. */
export function useWords() {
  const { elder } = useModes()
  const now = new Date().toISOString()
  return {
    elder,
    now,
    moment: (at: Instant) => momentWords(at, now, elder),
    by: (at: Instant) => byWords(at, now, elder),
    span: (from: Instant, to: Instant) => spanWords(from, to, now, elder),
    due: (at: Instant) => dueWords(at, now),
    ago: (at: Instant) => agoWords(at, now),
    until: (at: Instant) => untilWords(at, now, elder),
    slot: (slot: Slot) => slotWords(slot, now),
    day: (day: CivilDay) => dayWords(day, now),
    /** The day of a moment, where its hour says nothing more. */
    dayOf: (at: Instant) => dayWords(civilDay(new Date(at)), now),
    date: (day: CivilDay) => dateWords(day, now),
    fullDay: (day: CivilDay) => fullDayWords(day, now),
    time: (at: Instant) => (elder ? spokenTime(at) : momentWords(at, at).replace('今天 ', '')),
    /** The same in few words, for lists. */
    soon: (order: { startsAt: Instant | null; slot: Slot }) =>
      order.startsAt
        ? momentWords(order.startsAt, now, elder)
        : order.slot.day === null
          ? '时间都可以'
          : slotWords(order.slot, now),
    /** When an order is to be done: the appointment, or what the requester said suits. */
    when: (order: { startsAt: Instant | null; endsAt: Instant | null; slot: Slot }) =>
      order.startsAt && order.endsAt
        ? spanWords(order.startsAt, order.endsAt, now, elder)
        : order.slot.day === null
          ? '时间都可以'
          : slotWords(order.slot, now),
  }
}
