import type { Tx } from '../../platform/db.ts'
import type { ClockDecision, Code } from './rules.ts'

/** The order or the shift where service is clocked: one of the two. */
export interface Named {
  orderId: string | null
  shiftId: string | null
}

export interface StoredEvent extends Named {
  eventId: string
  kind: 'checkIn' | 'checkOut'
  deviceAt: Date
  queuedNo: number
}

export interface EventRow {
  event_id: string
  outcome: 'counted' | 'stored'
  reason: string | null
  grade: 'A' | 'B' | 'C' | null
  counted_at: Date | null
  minutes: number | null
  record_id: string | null
}

/** What became of an event, if it was here before. */
export async function findEvent(tx: Tx, personId: string, eventId: string): Promise<EventRow | undefined> {
  const [row] = await tx.rows<EventRow>({
    name: 'clock.event',
    text: `select event_id, outcome, reason, grade, counted_at, minutes, record_id from clock_events
      where county_id = $1 and person_id = $2 and event_id = $3`,
    values: [tx.countyId, personId, eventId],
  })
  return row
}

/** A clock with all that its record takes from where it ran. */
export interface Clock extends Named {
  id: string
  personId: string
  title: string
  stationId: string
  instituteId: string | null
  platformCode: string | null
  grade: 'A' | 'B' | 'C'
  startedAt: Date
  closesBy: Date
}

const clockSql = `select c.id, c.person_id as "personId", c.order_id as "orderId", c.shift_id as "shiftId", coalesce(i.title, a.title) as title,
    coalesce(o.station_id, a.unit_id) as "stationId", coalesce(o.institute_id, u.institute_id) as "instituteId",
    coalesce(o.platform_code, a.platform_code) as "platformCode", c.grade, c.started_at as "startedAt", c.closes_by as "closesBy"
  from clocks c
  left join orders o on o.county_id = c.county_id and o.id = c.order_id
  left join catalog_items i on i.county_id = o.county_id and i.id = o.item_id
  left join shifts s on s.county_id = c.county_id and s.id = c.shift_id
  left join activities a on a.county_id = s.county_id and a.id = s.activity_id
  left join units u on u.county_id = a.county_id and u.id = a.unit_id
  where c.county_id = $1`

/** The running clock of a person, locked. */
export async function lockRunning(tx: Tx, personId: string): Promise<Clock | undefined> {
  const [row] = await tx.rows<Clock>({
    name: 'clock.lock-running',
    text: `${clockSql} and c.ended_at is null and c.person_id = $2 for no key update of c`,
    values: [tx.countyId, personId],
  })
  return row
}

/** The running clock of a person, to look at. */
export async function findRunning(tx: Tx, personId: string): Promise<Clock | undefined> {
  const [row] = await tx.rows<Clock>({
    name: 'clock.running',
    text: `${clockSql} and c.ended_at is null and c.person_id = $2`,
    values: [tx.countyId, personId],
  })
  return row
}

/** The clock of a person at a place that was closed by itself, the latest that began before `at`: locked. */
export async function lockClosed(tx: Tx, personId: string, placeId: string, at: Date): Promise<Clock | undefined> {
  const [row] = await tx.rows<Clock>({
    name: 'clock.lock-closed',
    text: `${clockSql} and c.ended_how = 'automatic' and c.person_id = $2 and (c.order_id = $3 or c.shift_id = $3) and c.started_at < $4
      order by c.started_at desc limit 1 for no key update of c`,
    values: [tx.countyId, personId, placeId, at],
  })
  return row
}

/** Whether a clock of this person was stopped less than so many minutes before `at` in a township that is neither this unit's nor adjacent to it. */
export async function endedFarAway(
  tx: Tx,
  { personId, unitId, at, minutes }: { personId: string; unitId: string; at: Date; minutes: number },
): Promise<boolean> {
  const rows = await tx.rows({
    name: 'clock.far-away',
    text: `select 1 from clocks c
      left join orders o on o.county_id = c.county_id and o.id = c.order_id
      left join shifts s on s.county_id = c.county_id and s.id = c.shift_id
      left join activities a on a.county_id = s.county_id and a.id = s.activity_id
      join units f on f.county_id = c.county_id and f.id = coalesce(o.station_id, a.unit_id)
      join units h on h.county_id = c.county_id and h.id = $3
      join units ft on ft.county_id = c.county_id and ft.id = coalesce(f.institute_id, f.id) and ft.tier = 'institute'
      join units ht on ht.county_id = c.county_id and ht.id = coalesce(h.institute_id, h.id) and ht.tier = 'institute'
      where c.county_id = $1 and c.person_id = $2 and c.ended_how = 'byCode' and c.ended_at <= $4 and c.ended_at > $4 - make_interval(mins => $5)
        and ft.id <> ht.id and ht.code <> all (ft.adjacent_codes) limit 1`,
    values: [tx.countyId, personId, unitId, at, minutes],
  })
  return rows.length > 0
}

/** Clocks that nobody stopped by their end: locked, those another worker holds are left to it. */
export async function lockOverdueClocks(tx: Tx): Promise<Clock[]> {
  return tx.rows({
    name: 'clock.overdue',
    text: `${clockSql} and c.ended_at is null and c.closes_by <= $2 order by c.closes_by limit 100 for no key update of c skip locked`,
    values: [tx.countyId, tx.now],
  })
}

/** Stores an event with what became of it; one that was here already stays as it was. */
export async function storeEvent(
  tx: Tx,
  personId: string,
  event: StoredEvent,
  { codeKind, codeAt, screenId }: Code,
  decision: ClockDecision,
  effect: { clockId: string | null; recordId: string | null; minutes: number | null },
): Promise<void> {
  await tx.rows({
    name: 'clock.store',
    text: `insert into clock_events (county_id, person_id, event_id, kind, order_id, shift_id, code_kind, device_at, queued_no, received_at, counted_at,
        outcome, reason, grade, clock_id, record_id, minutes, code_at, screen_id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) on conflict do nothing`,
    values: [
      tx.countyId,
      personId,
      event.eventId,
      event.kind,
      event.orderId,
      event.shiftId,
      codeKind,
      event.deviceAt,
      event.queuedNo,
      tx.now,
      decision.outcome === 'counted' ? decision.countedAt : null,
      decision.outcome,
      decision.outcome === 'stored' ? decision.reason : null,
      decision.outcome === 'counted' ? decision.grade : null,
      effect.clockId,
      effect.recordId,
      effect.minutes,
      codeAt ?? null,
      screenId ?? null,
    ],
  })
}

/** Starts a clock. The database holds one running clock per person; a second one fails there. */
export async function startClock(
  tx: Tx,
  clock: Named & { id: string; personId: string; grade: string; startedAt: Date; closesBy: Date },
): Promise<void> {
  await tx.rows({
    name: 'clock.start',
    text: `insert into clocks (county_id, id, person_id, order_id, shift_id, grade, started_at, closes_by) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [
      tx.countyId,
      clock.id,
      clock.personId,
      clock.orderId,
      clock.shiftId,
      clock.grade,
      clock.startedAt,
      clock.closesBy,
    ],
  })
}

export async function endClock(
  tx: Tx,
  clockId: string,
  endedAt: Date,
  endedHow: 'byCode' | 'automatic',
): Promise<void> {
  await tx.rows({
    name: 'clock.end',
    text: `update clocks set ended_at = $3, ended_how = $4 where county_id = $1 and id = $2`,
    values: [tx.countyId, clockId, endedAt, endedHow],
  })
}
