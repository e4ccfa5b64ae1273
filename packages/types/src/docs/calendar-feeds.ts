import type { EndpointDoc } from './endpoint-doc.ts'

/** 日历订阅 as the reference page says it. */
export const calendarFeeds: Record<string, EndpointDoc> = {
  openCalendarFeed: {
    summary: 'Opens a calendar’s link: one’s own, a team’s, a station’s',
    description:
      'Served as iCalendar at `path` to whoever holds the link; it says no address and no door code. Who has one gets the same.',
  },
  endCalendarFeed: { summary: 'Ends a calendar’s link' },
  listCalendarFeeds: { summary: 'The calendar links this person opened' },
}
