import type { OpeningKind } from '@sidan/types/activities'
import type { Tx } from '../../platform/db.ts'
import type { ShiftFacts } from '../shifts/rules.ts'
import { shiftColumns, shiftTables } from '../shifts/store.ts'
import type { Requirements } from '../standing/rules.ts'

export interface OpeningFacts extends Requirements {
  openingId: string
  kind: OpeningKind
}

/** An opening's requirements, over `g` openings and `a` activities, for json_build_object. */
export const openingJson = `json_build_object('openingId', g.id, 'kind', g.kind, 'ageFrom', g.age_from, 'ageUpTo', g.age_up_to,
  'qualification', g.qualification, 'hazardous', a.hazardous)`

/** Confirmed for another shift at the time of `n`, a row with attendee_id, shift_id, starts_at and ends_at. */
export const busySql = (
  n: string,
) => `exists (select 1 from signups b where b.county_id = $1 and b.attendee_id = ${n}.attendee_id
  and b.state = 'confirmed' and b.shift_id <> ${n}.shift_id and tstzrange(b.starts_at, b.ends_at) && tstzrange(${n}.starts_at, ${n}.ends_at))`

export interface QueueRow {
  signupId: string
  personId: string
  childId: string | null
  busy: boolean
  queuedAt: Date
}

/** The next in the queue of a place that is locked, after `after`. */
export async function findQueue(
  tx: Tx,
  places: { shiftId: string; openingId: string },
  limit: number,
  after: QueueRow | undefined,
): Promise<QueueRow[]> {
  return tx.rows<QueueRow>({
    name: 'signups.queue',
    text: `select n.id as "signupId", n.person_id as "personId", n.child_id as "childId", n.queued_at as "queuedAt", ${busySql('n')} as busy
      from signups n
      where n.county_id = $1 and n.shift_id = $2 and n.opening_id = $3 and n.state = 'waiting'
        and ($4::timestamptz is null or (n.queued_at, n.id) > ($4, $5::uuid))
      order by n.queued_at, n.id limit $6`,
    values: [tx.countyId, places.shiftId, places.openingId, after?.queuedAt ?? null, after?.signupId ?? null, limit],
  })
}

/** Who moves up is confirmed; who is taken off is refused. */
export async function saveMoves(tx: Tx, up: string[], off: string[]): Promise<void> {
  await tx.rows({
    name: 'signups.move',
    text: `update signups set state = case when id = any ($2::uuid[]) then 'confirmed' else 'refused' end,
        ended_at = case when id = any ($2::uuid[]) then null else $4::timestamptz end
      where county_id = $1 and id = any ($2::uuid[] || $3::uuid[])`,
    values: [tx.countyId, up, off, tx.now],
  })
}

export interface PlaceFacts extends ShiftFacts {
  opening: OpeningFacts
}

/** A shift and one of its openings. */
export async function findPlaceFacts(
  tx: Tx,
  places: { shiftId: string; openingId: string },
): Promise<PlaceFacts | undefined> {
  const [row] = await tx.rows<PlaceFacts>({
    name: 'signups.place',
    text: `select ${shiftColumns}, ${openingJson} as opening from ${shiftTables}
      join openings g on g.county_id = a.county_id and g.activity_id = a.id and g.id = $3
      where s.county_id = $1 and s.id = $2`,
    values: [tx.countyId, places.shiftId, places.openingId],
  })
  return row
}

/** Places that are free although somebody who is not busy then waits, in the order of locking. */
export async function findStalled(tx: Tx): Promise<{ shiftId: string; openingId: string }[]> {
  return tx.rows({
    name: 'signups.stalled',
    text: `select distinct p.shift_id as "shiftId", p.opening_id as "openingId" from signups n
      join shift_places p on p.county_id = n.county_id and p.shift_id = n.shift_id and p.opening_id = n.opening_id
        and p.confirmed_count < p.capacity_count + p.overbook_count
      where n.county_id = $1 and n.state = 'waiting' and n.starts_at > $2 and not ${busySql('n')}
      order by 1, 2 limit 100`,
    values: [tx.countyId, tx.now],
  })
}

/** Who is confirmed at a place. */
export async function findConfirmed(
  tx: Tx,
  places: { shiftId: string; openingId: string },
): Promise<{ signupId: string; personId: string; childId: string | null }[]> {
  return tx.rows({
    name: 'signups.confirmed',
    text: `select id as "signupId", person_id as "personId", child_id as "childId" from signups
      where county_id = $1 and shift_id = $2 and opening_id = $3 and state = 'confirmed'`,
    values: [tx.countyId, places.shiftId, places.openingId],
  })
}

/** Shifts that have begun and for which somebody still waits, or waits to be admitted. */
export async function findBegun(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ shiftId: string }>({
    name: 'signups.begun',
    text: `select distinct shift_id as "shiftId" from signups
      where county_id = $1 and state in ('asked', 'waiting') and starts_at <= $2 limit 100`,
    values: [tx.countyId, tx.now],
  })
  return rows.map(({ shiftId }) => shiftId)
}

/** Ends what waits for these shifts, where they have begun. Their places are locked. */
export async function closeBegun(
  tx: Tx,
  shiftIds: string[],
): Promise<{ personId: string; title: string; startsAt: Date; activityId: string; shiftId: string }[]> {
  return tx.rows({
    name: 'signups.close-begun',
    text: `update signups n set state = 'refused', ended_at = $3 from activities a
      where n.county_id = $1 and n.shift_id = any ($2::uuid[]) and n.state in ('asked', 'waiting') and n.starts_at <= $3
        and a.county_id = n.county_id and a.id = n.activity_id
      returning n.person_id as "personId", a.title, n.starts_at as "startsAt", n.activity_id as "activityId", n.shift_id as "shiftId"`,
    values: [tx.countyId, shiftIds, tx.now],
  })
}
