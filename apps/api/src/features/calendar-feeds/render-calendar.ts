import ical, { ICalCalendarMethod } from 'ical-generator'

/** One line of a calendar. */
export interface Entry {
  id: string
  title: string
  place: string
  unitName: string
  startsAt: Date
  endsAt: Date
  /** Stands on the waitlist only. */
  waiting: boolean
}

/** A calendar as iCalendar text, asked for anew every hour. */
export function renderCalendar(name: string, entries: readonly Entry[], now: Date): string {
  const calendar = ical({ name, method: ICalCalendarMethod.PUBLISH, prodId: '//Sidan//calendar//ZH', ttl: 3600 })
  for (const entry of entries) {
    calendar.createEvent({
      id: `${entry.id}@sidan`,
      start: entry.startsAt,
      end: entry.endsAt,
      stamp: now,
      summary: entry.waiting ? `候补：${entry.title}` : entry.title,
      location: entry.place,
      description: entry.unitName,
    })
  }
  return calendar.toString()
}
