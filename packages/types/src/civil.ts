/** Civil days and hours in Asia/Shanghai (UTC+8, no summer time), from moments; never the server's zone. */

const shanghaiMs = 8 * 3_600_000

/** The civil day of a moment: `YYYY-MM-DD`. */
export const civilDay = (at: Date): string => new Date(at.getTime() + shanghaiMs).toISOString().slice(0, 10)

/** The civil month of a moment: `YYYY-MM`. */
export const civilMonth = (at: Date): string => civilDay(at).slice(0, 7)

/** The time of day of a moment: `HH:MM`. */
export const civilTime = (at: Date): string => new Date(at.getTime() + shanghaiMs).toISOString().slice(11, 16)

/** The moment of a civil day and time of day `HH:MM`. */
export const momentOf = (day: string, time = '00:00'): Date => new Date(`${day}T${time}:00+08:00`)

/** The civil day `days` later (or earlier, when negative). */
export const addDays = (day: string, days: number): string =>
  civilDay(new Date(momentOf(day).getTime() + days * 86_400_000))

/** The month `months` later (or earlier, when negative): `YYYY-MM`. */
export function addMonths(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const index = year * 12 + number - 1 + months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** The first moment of a month `YYYY-MM`, and of the month after it. */
export function monthSpan(month: string): { from: Date; to: Date } {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
  return { from: momentOf(`${month}-01`), to: momentOf(`${next}-01`) }
}

/** The civil year of a moment, from its first moment to the first of the next. */
export function yearSpan(at: Date): { from: Date; to: Date } {
  const year = Number(civilDay(at).slice(0, 4))
  return { from: momentOf(`${year}-01-01`), to: momentOf(`${year + 1}-01-01`) }
}

/** The last day of the month `months` after the given day's: a lot of 24 months earned on 2026-11-22 is good until 2028-11-30. */
export function endOfMonthAfter(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  return last.toISOString().slice(0, 10)
}

/** Weekday of a civil day, 1 Monday to 7 Sunday. */
export const weekday = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1
