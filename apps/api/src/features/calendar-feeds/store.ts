import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../../platform/db.ts'
import { calendarFeeds } from './table.ts'

export type FeedRow = typeof calendarFeeds.$inferSelect
type About = Pick<FeedRow, 'personId' | 'kind' | 'teamId' | 'unitId'>

/** The open feed of this person about the same. */
export async function findOpenFeed(tx: Tx, { personId, kind, teamId, unitId }: About): Promise<string | undefined> {
  const [row] = await tx.rows<{ id: string }>({
    name: 'calendar-feeds.open',
    text: `select id from calendar_feeds where county_id = $1 and person_id = $2 and kind = $3
      and team_id is not distinct from $4 and unit_id is not distinct from $5 and ended_at is null limit 1`,
    values: [tx.countyId, personId, kind, teamId, unitId],
  })
  return row?.id
}

export async function insertFeed(tx: Tx, feed: About & { id: string; tokenHash: Buffer }): Promise<void> {
  await tx.db.insert(calendarFeeds).values({ ...feed, countyId: tx.countyId, openedAt: tx.now })
}

/** Ends a feed of this person's; false when they have no such feed. Ending twice is ending once. */
export async function endFeed(tx: Tx, personId: string, feedId: string): Promise<boolean> {
  const mine = and(
    eq(calendarFeeds.countyId, tx.countyId),
    eq(calendarFeeds.id, feedId),
    eq(calendarFeeds.personId, personId),
  )
  const found = await tx.db.select({ id: calendarFeeds.id }).from(calendarFeeds).where(mine).for('no key update')
  await tx.db
    .update(calendarFeeds)
    .set({ endedAt: tx.now })
    .where(and(mine, isNull(calendarFeeds.endedAt)))
  return found.length === 1
}

/** Whether somebody belongs to a team that is there. */
export async function isMember(tx: Tx, personId: string, teamId: string): Promise<boolean> {
  const rows = await tx.rows({
    name: 'calendar-feeds.member',
    text: `select 1 from team_members m join teams t on t.county_id = m.county_id and t.id = m.team_id and t.active
      where m.county_id = $1 and m.person_id = $2 and m.team_id = $3`,
    values: [tx.countyId, personId, teamId],
  })
  return rows.length === 1
}

/** Whether a unit is there that offers activities. */
export async function isUnit(tx: Tx, unitId: string): Promise<boolean> {
  const rows = await tx.rows({
    name: 'calendar-feeds.unit',
    text: 'select 1 from units where county_id = $1 and id = $2 and active',
    values: [tx.countyId, unitId],
  })
  return rows.length === 1
}
