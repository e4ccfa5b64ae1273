/** Calendar links: requests that succeed, and what they may be refused with. */
import { endCalendarFeed, listCalendarFeeds, openCalendarFeed } from '@sidan/types/calendar-feeds'
import { newId } from '../../platform/ids.ts'
import type { World } from '../world.ts'
import { type Refusing, type Request, refused } from './verbs.ts'

const opened = (w: World) => w.done('volunteer', openCalendarFeed, { body: { kind: 'mine' } })

export const calendarRequests: Record<string, (w: World) => Promise<Request> | Request> = {
  [openCalendarFeed.name]: (w) => ({
    as: 'resident',
    body: { kind: 'station', unitId: w.county.stage.stationId },
  }),
  [endCalendarFeed.name]: async (w) => ({ as: 'volunteer', params: { feedId: (await opened(w)).feedId } }),
  [listCalendarFeeds.name]: () => ({ as: 'volunteer' }),
}

export const refusalsOfCalendars: Refusing[] = [
  refused(openCalendarFeed, 'not-found', 'the team is not theirs', (w) => ({
    as: 'resident',
    body: { kind: 'team', teamId: w.county.cast['team'] },
  })),
  refused(openCalendarFeed, 'not-found', 'no unit has that id', () => ({
    as: 'resident',
    body: { kind: 'station', unitId: newId() },
  })),
  refused(openCalendarFeed, 'not-found', 'the unit is another county’s', (w) => ({
    as: 'resident',
    body: { kind: 'station', unitId: w.daye.county.stage.stationId },
  })),
  refused(endCalendarFeed, 'not-found', 'it is somebody else’s', async (w) => ({
    as: 'neighbour',
    params: { feedId: (await opened(w)).feedId },
  })),
]
