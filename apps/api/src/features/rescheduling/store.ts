import type { Tx } from '../../platform/db.ts'

/** Open sign-ups of these shifts. The shifts' places are locked, so nobody comes or goes meanwhile. */
export async function findOpen(tx: Tx, shiftIds: string[]): Promise<{ personId: string; shiftId: string }[]> {
  return tx.rows({
    name: 'rescheduling.open',
    text: `select distinct person_id as "personId", shift_id as "shiftId" from signups
      where county_id = $1 and shift_id = any ($2::uuid[]) and state in ('asked', 'confirmed', 'waiting')`,
    values: [tx.countyId, shiftIds],
  })
}

/** Ends the open sign-ups of shifts that were called off. */
export async function cancelSignups(tx: Tx, shiftIds: string[]): Promise<void> {
  await tx.rows({
    name: 'rescheduling.cancel',
    text: `update signups set state = 'cancelled', ended_at = $3
      where county_id = $1 and shift_id = any ($2::uuid[]) and state in ('asked', 'confirmed', 'waiting')`,
    values: [tx.countyId, shiftIds, tx.now],
  })
}

/** Who is confirmed for this shift and for another one at the time it moves to loses this place. Says who. */
export async function cancelOverlapping(
  tx: Tx,
  shiftId: string,
  times: { startsAt: Date; endsAt: Date },
): Promise<{ personId: string; openingId: string }[]> {
  return tx.rows({
    name: 'rescheduling.overlapping',
    text: `update signups n set state = 'cancelled', ended_at = $5
      where n.county_id = $1 and n.shift_id = $2 and n.state = 'confirmed' and exists (select 1 from signups b
        where b.county_id = $1 and b.attendee_id = n.attendee_id and b.state = 'confirmed' and b.shift_id <> n.shift_id
          and tstzrange(b.starts_at, b.ends_at) && tstzrange($3::timestamptz, $4::timestamptz))
      returning n.person_id as "personId", n.opening_id as "openingId"`,
    values: [tx.countyId, shiftId, times.startsAt, times.endsAt, tx.now],
  })
}

/** Open sign-ups move with their shift. Reminders are due anew unless `reminded`. */
export async function moveSignups(
  tx: Tx,
  shiftId: string,
  times: { startsAt: Date; endsAt: Date },
  reminded: boolean,
): Promise<void> {
  await tx.rows({
    name: 'rescheduling.move',
    text: `update signups set starts_at = $3, ends_at = $4, reminded_at = case when $5 then $6::timestamptz end
      where county_id = $1 and shift_id = $2 and state in ('asked', 'confirmed', 'waiting')`,
    values: [tx.countyId, shiftId, times.startsAt, times.endsAt, reminded, tx.now],
  })
}
