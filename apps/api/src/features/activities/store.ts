import type { OpeningForm } from '@sidan/types/activity-forms'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { refuse } from '../../platform/problem.ts'
import { units } from '../organisation/table.ts'
import { shiftPlaces, shifts } from '../shifts/table.ts'
import type { ShiftTimes } from './rules.ts'
import { activities, openings } from './table.ts'

export type ActivityRow = typeof activities.$inferSelect

/** Whether a team is there and belongs to the county. */
export async function isTeam(tx: Tx, teamId: string): Promise<boolean> {
  const rows = await tx.rows({
    name: 'activities.team',
    text: 'select 1 from teams where county_id = $1 and id = $2 and active',
    values: [tx.countyId, teamId],
  })
  return rows.length === 1
}

/** How many of these kinds of papers the county knows. */
export async function countQualifications(tx: Tx, codes: string[]): Promise<number> {
  const [row] = await tx.rows<{ count: number }>({
    name: 'activities.qualifications',
    text: 'select count(*)::int as count from qualification_kinds where county_id = $1 and code = any ($2)',
    values: [tx.countyId, codes],
  })
  return row?.count ?? 0
}

/** An activity with its unit's institute, locked: whoever changes it, its shifts or its places comes one after another. Refuses not-found. */
export async function lockActivity(
  tx: Tx,
  activityId: string,
): Promise<{ row: ActivityRow; instituteId: string | null }> {
  const [found] = await tx.db
    .select({ row: activities, instituteId: units.instituteId })
    .from(activities)
    .innerJoin(units, and(eq(units.countyId, activities.countyId), eq(units.id, activities.unitId)))
    .where(and(eq(activities.countyId, tx.countyId), eq(activities.id, activityId)))
    .for('no key update', { of: activities })
  return found ?? refuse('not-found')
}

/** Adds an activity with its openings and shifts; each shift begins with the places of the openings. */
export async function insertActivity(
  tx: Tx,
  activity: Omit<typeof activities.$inferInsert, 'countyId' | 'startsAt' | 'endsAt'>,
  wanted: readonly OpeningForm[],
  times: readonly ShiftTimes[],
): Promise<void> {
  await tx.db.insert(activities).values({ ...activity, countyId: tx.countyId, ...spanOf(times) })
  if (wanted.length > 0)
    await tx.db.insert(openings).values(
      wanted.map(({ capacity: _c, overbook: _o, waitlist: _w, ...opening }, sortNo) => ({
        ...opening,
        countyId: tx.countyId,
        id: newId(),
        activityId: activity.id,
        sortNo,
      })),
    )
  const made = await insertShifts(tx, activity.id, times)
  const ids = await findOpeningIds(tx, activity.id)
  const places = made.flatMap((shiftId) =>
    wanted.map(({ capacity, overbook, waitlist }, index) => ({
      countyId: tx.countyId,
      shiftId,
      openingId: ids[index] ?? '',
      capacityCount: capacity,
      overbookCount: overbook,
      waitlistCount: waitlist,
    })),
  )
  if (places.length > 0) await tx.db.insert(shiftPlaces).values(places)
}

/** From the first start to the last end. */
function spanOf(times: readonly ShiftTimes[]): { startsAt: Date; endsAt: Date } {
  const ends = times.map(({ endsAt }) => endsAt.getTime())
  const starts = times.map(({ startsAt }) => startsAt.getTime())
  return { startsAt: new Date(Math.min(...starts)), endsAt: new Date(Math.max(...ends)) }
}

async function insertShifts(tx: Tx, activityId: string, times: readonly ShiftTimes[]): Promise<string[]> {
  const rows = times.map((time) => ({
    ...time,
    countyId: tx.countyId,
    id: newId(),
    activityId,
    state: 'open' as const,
  }))
  if (rows.length > 0) await tx.db.insert(shifts).values(rows)
  return rows.map(({ id }) => id)
}

async function findOpeningIds(tx: Tx, activityId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>({
    name: 'activities.opening-ids',
    text: 'select id from openings where county_id = $1 and activity_id = $2 order by sort_no',
    values: [tx.countyId, activityId],
  })
  return rows.map(({ id }) => id)
}

/** Adds shifts with as many places as the activity's latest shift has. */
export async function addLikeTheLast(tx: Tx, activityId: string, times: readonly ShiftTimes[]): Promise<void> {
  const made = await insertShifts(tx, activityId, times)
  await tx.rows({
    name: 'activities.places-like-last',
    text: `insert into shift_places (county_id, shift_id, opening_id, capacity_count, overbook_count, waitlist_count)
      select p.county_id, m.id, p.opening_id, p.capacity_count, p.overbook_count, p.waitlist_count
      from unnest($3::uuid[]) as m(id)
      join shift_places p on p.county_id = $1 and p.shift_id = (select s.id from shifts s
        where s.county_id = $1 and s.activity_id = $2 and s.id <> all ($3::uuid[]) order by s.starts_at desc limit 1)`,
    values: [tx.countyId, activityId, made],
  })
  await saveSpan(tx, activityId)
}

/** The activity spans its open shifts, or all where none is open any more. */
export async function saveSpan(tx: Tx, activityId: string): Promise<void> {
  await tx.rows({
    name: 'activities.span',
    text: `update activities a set starts_at = s.starts_at, ends_at = s.ends_at
      from (select coalesce(min(starts_at) filter (where state = 'open'), min(starts_at)) as starts_at,
          coalesce(max(ends_at) filter (where state = 'open'), max(ends_at)) as ends_at
        from shifts where county_id = $1 and activity_id = $2) s
      where a.county_id = $1 and a.id = $2`,
    values: [tx.countyId, activityId],
  })
}

/** Changes an activity and counts its version up. The caller holds the lock and has compared the version. */
export async function saveActivity(
  tx: Tx,
  row: ActivityRow,
  patch: Partial<Omit<ActivityRow, 'countyId' | 'id' | 'version'>>,
): Promise<void> {
  await tx.db
    .update(activities)
    .set({ ...patch, version: row.version + 1 })
    .where(and(eq(activities.countyId, tx.countyId), eq(activities.id, row.id)))
}

/** Everybody with an open sign-up for a shift that is still to come, once each. */
export async function findSignedUp(tx: Tx, activityId: string): Promise<string[]> {
  const rows = await tx.rows<{ personId: string }>({
    name: 'activities.signed-up',
    text: `select distinct person_id as "personId" from signups
      where county_id = $1 and activity_id = $2 and state in ('asked', 'confirmed', 'waiting') and ends_at > $3`,
    values: [tx.countyId, activityId, tx.now],
  })
  return rows.map(({ personId }) => personId)
}
