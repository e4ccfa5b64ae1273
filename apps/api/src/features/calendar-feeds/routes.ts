import * as feeds from '@sidan/types/calendar-feeds'
import { CountyIdText } from '@sidan/types/ids'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod/mini'
import type { Crypto } from '../../platform/crypto.ts'
import type { Database } from '../../platform/db.ts'
import type { Http } from '../../platform/http.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { endFeed } from './end-feed.ts'
import { openFeed } from './open-feed.ts'
import { readCalendar, readFeed, readFeeds } from './reads.ts'
import { renderCalendar } from './render-calendar.ts'

export function calendarFeedsRoutes(http: Http<Actor>, crypto: Crypto): void {
  http.write(feeds.openCalendarFeed, {
    subject: 'new',
    run: (tx, actor, { body }, feedId) => openFeed(tx, actor, crypto, feedId, body),
    show: (tx, actor, feedId) => readFeed(tx, actor, crypto, feedId),
  })
  http.write(feeds.endCalendarFeed, {
    subject: ({ params }) => params.feedId,
    run: (tx, actor, { params }) => endFeed(tx, actor, params.feedId),
    show: async (_tx, _actor, feedId) => ({ feedId, ended: true as const }),
  })
  http.read(feeds.listCalendarFeeds, (tx, actor) => readFeeds(tx, actor, crypto))
}

const Link = z.pipe(
  z.string().check(z.regex(/^\d{6}-[\w-]{20,100}$/)),
  z.pipe(
    z.transform((code: string) => ({ countyId: code.slice(0, 6), token: code.slice(7) })),
    z.object({ countyId: CountyIdText, token: z.string() }),
  ),
)

/** What a calendar program asks: no sign-in but the link itself. */
export function calendarLinks(app: FastifyInstance, db: Database, crypto: Crypto): void {
  app.get<{ Params: { link: string } }>('/calendar/:link.ics', async (request, reply) => {
    const link = z.safeParse(Link, request.params.link)
    if (!link.success) return refuse('not-found')
    const { countyId, token } = link.data
    const text = await db.inCounty(countyId, async (tx) => {
      const found = await readCalendar(tx, crypto, token)
      return found && renderCalendar(found.name, found.entries, tx.now)
    })
    if (text === undefined) return refuse('not-found')
    return reply.header('cache-control', 'private, max-age=900').type('text/calendar; charset=utf-8').send(text)
  })
}
