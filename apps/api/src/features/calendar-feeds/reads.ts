import { type CalendarFeed, calendarPath, type listCalendarFeeds } from '@sidan/types/calendar-feeds'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import type { Entry } from './render-calendar.ts'

type Answer = AnswerOf<typeof listCalendarFeeds>['items'][number]

/** The secret in a link, derived so that it can be shown again and is kept nowhere. */
export const tokenOf = (crypto: Crypto, feedId: string): string =>
  crypto.deriveSecret('calendar-feed', feedId).toString('base64url')

async function selectFeeds(tx: Tx, crypto: Crypto, actor: Actor, feedId: string | null): Promise<Answer[]> {
  const rows = await tx.rows<{ id: string; kind: CalendarFeed['kind']; about: string | null; opened_at: Date }>({
    name: 'calendar-feeds.list',
    text: `select f.id, f.kind, coalesce(t.name, u.name) as about, f.opened_at from calendar_feeds f
      left join teams t on t.county_id = f.county_id and t.id = f.team_id
      left join units u on u.county_id = f.county_id and u.id = f.unit_id
      where f.county_id = $1 and f.person_id = $2 and f.ended_at is null and ($3::uuid is null or f.id = $3) order by f.opened_at limit 50`,
    values: [tx.countyId, actor.personId, feedId],
  })
  return rows.map((row) => ({
    feedId: row.id,
    kind: row.kind,
    about: row.about,
    path: calendarPath(tx.countyId, tokenOf(crypto, row.id)),
    openedAt: row.opened_at.toISOString(),
  }))
}

/** The caller's links. */
export const readFeeds = async (tx: Tx, actor: Actor, crypto: Crypto): Promise<AnswerOf<typeof listCalendarFeeds>> => ({
  items: await selectFeeds(tx, crypto, actor, null),
})

export async function readFeed(tx: Tx, actor: Actor, crypto: Crypto, feedId: string): Promise<Answer> {
  const [feed] = await selectFeeds(tx, crypto, actor, feedId)
  return feed ?? refuse('not-found')
}

/** Past entries stay for a month, so that a calendar still shows last week. */
const monthMs = 31 * 86_400_000

const shiftColumns = `s.id, a.title, a.place, s.starts_at as "startsAt", s.ends_at as "endsAt", u.name as "unitName"`
const shiftsSql = `shifts s join activities a on a.county_id = s.county_id and a.id = s.activity_id
  join units u on u.county_id = a.county_id and u.id = a.unit_id`
const orderColumns = `o.id, i.title, u.name as place, o.starts_at as "startsAt", o.ends_at as "endsAt", u.name as "unitName"`
const ordersSql = `orders o join catalog_items i on i.county_id = o.county_id and i.id = o.item_id
  join units u on u.county_id = o.county_id and u.id = o.station_id`
const publicWords = `not exists (select 1 from word_checks c where c.county_id = a.county_id and c.subject_id = a.id and c.kind = 'activity'
  and c.state not in ('passed', 'shown'))`
const going = `o.state in ('accepted', 'inService', 'fulfilled', 'rated', 'closed') and o.starts_at is not null and o.ends_at > $3`

/** By kind, over $1 county, $2 person, team or unit, $3 the moment from which on; addresses are in none (rule-27). */
const entriesSql: Record<CalendarFeed['kind'], string> = {
  mine: `select ${shiftColumns}, g.state = 'waiting' as waiting from signups g
      join ${shiftsSql} on s.county_id = g.county_id and s.id = g.shift_id
      where g.county_id = $1 and g.person_id = $2 and g.state in ('confirmed', 'waiting') and s.state = 'open' and a.state = 'published' and s.ends_at > $3
    union all select ${orderColumns}, false from ${ordersSql}
      where o.county_id = $1 and ${going} and (o.requester_id = $2
        or exists (select 1 from order_goers g where g.county_id = o.county_id and g.order_id = o.id and g.person_id = $2))`,
  team: `select ${shiftColumns}, false as waiting from ${shiftsSql}
      where s.county_id = $1 and a.team_id = $2 and s.state = 'open' and a.state = 'published' and s.ends_at > $3 and ${publicWords}
    union all select ${orderColumns}, false from ${ordersSql} where o.county_id = $1 and o.assignee_team_id = $2 and ${going}`,
  station: `select ${shiftColumns}, false as waiting from ${shiftsSql}
      where s.county_id = $1 and a.unit_id in ($2, (select institute_id from units h where h.county_id = $1 and h.id = $2))
        and s.state = 'open' and a.state = 'published' and s.ends_at > $3 and ${publicWords}`,
}

/** What stands behind a link: its name and entries. Nothing once it was ended, its owner closed the account, or left the team. */
export async function readCalendar(
  tx: Tx,
  crypto: Crypto,
  token: string,
): Promise<{ name: string; entries: Entry[] } | undefined> {
  const [feed] = await tx.rows<{ kind: CalendarFeed['kind']; subjectId: string; about: string | null }>({
    name: 'calendar-feeds.by-token',
    text: `select f.kind, coalesce(f.team_id, f.unit_id, f.person_id) as "subjectId", coalesce(t.name, u.name) as about from calendar_feeds f
      join people p on p.county_id = f.county_id and p.id = f.person_id and p.closed_at is null
      left join teams t on t.county_id = f.county_id and t.id = f.team_id and t.active
      left join team_members m on m.county_id = f.county_id and m.team_id = t.id and m.person_id = f.person_id
      left join units u on u.county_id = f.county_id and u.id = f.unit_id and u.active
      where f.county_id = $1 and f.token_hash = $2 and f.ended_at is null and (f.kind <> 'team' or m.person_id is not null)`,
    values: [tx.countyId, crypto.hashToken(token)],
  })
  if (!feed) return undefined
  const entries = await tx.rows<Entry>({
    name: `calendar-feeds.${feed.kind}`,
    text: `${entriesSql[feed.kind]} order by "startsAt" limit 500`,
    values: [tx.countyId, feed.subjectId, new Date(tx.now.getTime() - monthMs)],
  })
  return { name: feed.about ?? '我的志愿日程', entries }
}
