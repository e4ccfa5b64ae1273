/**
 * The order in which rows are locked, the same for everybody, so that nobody waits in a circle:
 *   activity → places, by shift and opening → sign-ups
 * Who changes an activity, its shifts or its places begins with the activity; who signs up, leaves, answers or moves the waitlist up begins with the
 * places. A shift's row is written under the activity's lock alone and read after the places' lock, with a fresh snapshot: whoever signs up then sees
 * that it was moved or called off while they waited.
 */
import type { Tx } from '../../platform/db.ts'
import type { Places, ShiftFacts } from './rules.ts'

/** Columns of `ShiftFacts`, over `s` shifts, `a` activities, `u` units. */
export const shiftColumns = `s.id as "shiftId", s.activity_id as "activityId", s.state, s.starts_at as "startsAt", s.ends_at as "endsAt",
  s.sign_up_until_at as "signUpUntilAt", s.reported_at as "reportedAt", a.state as "activityState", a.sign_up as "signUp", a.hazardous, a.title,
  a.unit_id as "unitId", u.institute_id as "instituteId", a.team_id as "teamId"`
export const shiftTables = `shifts s
  join activities a on a.county_id = s.county_id and a.id = s.activity_id
  join units u on u.county_id = a.county_id and u.id = a.unit_id`

export async function findShift(tx: Tx, shiftId: string): Promise<ShiftFacts | undefined> {
  const [row] = await tx.rows<ShiftFacts>({
    name: 'shifts.one',
    text: `select ${shiftColumns} from ${shiftTables} where s.county_id = $1 and s.id = $2`,
    values: [tx.countyId, shiftId],
  })
  return row
}

const placeColumns = `p.shift_id as "shiftId", p.opening_id as "openingId", p.capacity_count as capacity, p.overbook_count as overbook,
  p.waitlist_count as waitlist, p.confirmed_count as confirmed, p.waiting_count as waiting`
const inOrder = 'order by p.shift_id, p.opening_id for no key update of p'

/** Places of these shifts, of one opening or of all, locked. */
export async function lockPlaces(tx: Tx, shiftIds: string[], openingId: string | null = null): Promise<Places[]> {
  return tx.rows<Places>({
    name: 'shifts.lock-places',
    text: `select ${placeColumns} from shift_places p
      where p.county_id = $1 and p.shift_id = any ($2::uuid[]) and ($3::uuid is null or p.opening_id = $3) ${inOrder}`,
    values: [tx.countyId, shiftIds, openingId],
  })
}

export async function savePlaces(
  tx: Tx,
  places: Pick<Places, 'shiftId' | 'openingId' | 'capacity' | 'overbook' | 'waitlist'>,
): Promise<void> {
  await tx.rows({
    name: 'shifts.save-places',
    text: `update shift_places set capacity_count = $4, overbook_count = $5, waitlist_count = $6
      where county_id = $1 and shift_id = $2 and opening_id = $3`,
    values: [tx.countyId, places.shiftId, places.openingId, places.capacity, places.overbook, places.waitlist],
  })
}

/** Whether another shift of the activity begins then. */
export async function startsTaken(
  tx: Tx,
  shift: { activityId: string; shiftId: string; startsAt: Date },
): Promise<boolean> {
  const rows = await tx.rows({
    name: 'shifts.start-taken',
    text: 'select 1 from shifts where county_id = $1 and activity_id = $2 and starts_at = $4 and id <> $3',
    values: [tx.countyId, shift.activityId, shift.shiftId, shift.startsAt],
  })
  return rows.length > 0
}

/** Moves a shift. Reminders are due anew unless `reminded`. */
export async function moveShift(
  tx: Tx,
  shiftId: string,
  times: { startsAt: Date; endsAt: Date; signUpUntilAt: Date },
  reminded: boolean,
): Promise<void> {
  await tx.rows({
    name: 'shifts.move',
    text: `update shifts set starts_at = $3, ends_at = $4, sign_up_until_at = $5, reminded_at = case when $6 then $7::timestamptz end
      where county_id = $1 and id = $2`,
    values: [tx.countyId, shiftId, times.startsAt, times.endsAt, times.signUpUntilAt, reminded, tx.now],
  })
}

/** Shifts of an activity that are open and not over. */
export async function findShiftsLeft(tx: Tx, activityId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>({
    name: 'shifts.left',
    text: `select id from shifts where county_id = $1 and activity_id = $2 and state = 'open' and ends_at > $3`,
    values: [tx.countyId, activityId, tx.now],
  })
  return rows.map(({ id }) => id)
}

/** All shifts of an activity, whatever became of them. */
export async function findShiftIds(tx: Tx, activityId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>({
    name: 'shifts.ids',
    text: 'select id from shifts where county_id = $1 and activity_id = $2',
    values: [tx.countyId, activityId],
  })
  return rows.map(({ id }) => id)
}

export async function callOffShifts(tx: Tx, shiftIds: string[]): Promise<void> {
  await tx.rows({
    name: 'shifts.call-off',
    text: `update shifts set state = 'cancelled' where county_id = $1 and id = any ($2::uuid[])`,
    values: [tx.countyId, shiftIds],
  })
}

/** Stores what came of a shift, in place of what was said before. */
export async function saveReport(
  tx: Tx,
  report: { shiftId: string; byId: string; othersServedTimes: number; words: string | null; photos: string[] },
): Promise<void> {
  await tx.rows({
    name: 'shifts.report',
    text: `with reported as (update shifts set others_served_times = $3, reported_by_id = $4, reported_at = $5 where county_id = $1 and id = $2)
      insert into shift_reports (county_id, shift_id, words, photos) values ($1, $2, $6, $7)
      on conflict (county_id, shift_id) do update set words = excluded.words, photos = excluded.photos`,
    values: [tx.countyId, report.shiftId, report.othersServedTimes, report.byId, tx.now, report.words, report.photos],
  })
}
