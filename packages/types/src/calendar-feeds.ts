/** 日历订阅 — a link that a calendar program asks now and then; whoever holds it reads it, so it says no address and can be ended. */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { CalendarFeedId, TeamId, UnitId } from './ids.ts'
import { Instant } from './units.ts'

/** What is in it: one's own shifts and visits, what a team has to do, or what a station offers. */
export const CalendarFeed = z.strictObject({
  feedId: CalendarFeedId,
  kind: z.enum(['mine', 'team', 'station']),
  /** The team's or the unit's name; null for one's own. */
  about: z.nullable(z.string()),
  /** Path on this server, for `webcal:` or `https:`. */
  path: z.string(),
  openedAt: Instant,
})
export type CalendarFeed = z.infer<typeof CalendarFeed>

/** Opens a feed; who has one already gets the same again. A team's is for its members. */
export const openCalendarFeed = endpoint({
  name: 'openCalendarFeed',
  method: 'POST',
  path: '/v1/me/calendar-feeds',
  status: 201,
  body: z.union([
    z.strictObject({ kind: z.literal('mine') }),
    z.strictObject({ kind: z.literal('team'), teamId: TeamId }),
    z.strictObject({ kind: z.literal('station'), unitId: UnitId }),
  ]),
  reply: CalendarFeed,
  problems: ['not-found'],
})

/** The link is dead from then on; opening one anew makes another link. */
export const endCalendarFeed = endpoint({
  name: 'endCalendarFeed',
  method: 'POST',
  path: '/v1/me/calendar-feeds/:feedId/end',
  params: z.strictObject({ feedId: CalendarFeedId }),
  reply: z.strictObject({ feedId: CalendarFeedId, ended: z.literal(true) }),
  problems: ['not-found'],
})

export const listCalendarFeeds = endpoint({
  name: 'listCalendarFeeds',
  method: 'GET',
  path: '/v1/me/calendar-feeds',
  reply: z.strictObject({ items: z.array(CalendarFeed) }),
})

/** Where a feed is served: `/calendar/420882-<token>.ics`. */
export const calendarPath = (countyId: number, token: string): string => `/calendar/${countyId}-${token}.ics`
