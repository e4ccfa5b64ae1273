/**
 * What time it is at the server, on a device whose own clock may be wrong. A device has two: the one it shows, which people and networks set, and one that
 * only counts on. Codes go by the first, put right by what the server said last. When the second disagrees, somebody set the first, or the device slept.
 */
import type { Instant } from '@sidan/types/units'

/** Both clocks of the device at one moment, milliseconds. */
export interface Clocks {
  readonly shownMs: number
  readonly countedMs: number
}

/** What is added to each clock to have the server's. */
export interface ServerTime {
  readonly offsetMs: number
  readonly countedOffsetMs: number
}

/** WeChat on phones has no clock that only counts on. */
export const readClocks = (): Clocks => ({
  shownMs: Date.now(),
  countedMs: typeof performance === 'undefined' ? Date.now() : performance.now(),
})

/** The server said what time it was somewhere between asking and its answer. */
export function heardAt(serverNow: Instant, asked: Clocks, answered: Clocks): ServerTime {
  const serverMs = Date.parse(serverNow)
  return {
    offsetMs: Math.round(serverMs - (asked.shownMs + answered.shownMs) / 2),
    countedOffsetMs: Math.round(serverMs - (asked.countedMs + answered.countedMs) / 2),
  }
}

/** After a start without network: the clock that is shown is believed, with what was known of it. */
export const resumedAt = (offsetMs: number, { shownMs, countedMs }: Clocks): ServerTime => ({
  offsetMs,
  countedOffsetMs: shownMs + offsetMs - countedMs,
})

/** The time at the server. */
export const serverMs = ({ offsetMs }: ServerTime, { shownMs }: Clocks): number => shownMs + offsetMs

/** By how much the clock that is shown is ahead; behind, when negative. */
export const driftMs = ({ countedOffsetMs }: ServerTime, { shownMs, countedMs }: Clocks): number =>
  Math.round(shownMs - countedMs - countedOffsetMs)

/** More than this is said in red. */
export const driftLimitMs = 5_000
