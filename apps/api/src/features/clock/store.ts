import type { Tx } from '../../platform/db.ts'
import type { ClockDecision, CodeKind } from './rules.ts'

export interface StoredEvent {
  eventId: string
  kind: 'checkIn' | 'checkOut'
  orderId: string
  deviceAt: Date
  queuedNo: number
}

export interface EventRow {
  event_id: string
  order_id: string
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
    text: `select event_id, order_id, outcome, reason, grade, counted_at, minutes, record_id from clock_events
      where county_id = $1 and person_id = $2 and event_id = $3`,
    values: [tx.countyId, personId, eventId],
  })
  return row
}

export interface RunningClock {
  id: string
  orderId: string
  title: string
  grade: 'A' | 'B' | 'C'
  startedAt: Date
}

const runningSql = `select c.id, c.order_id as "orderId", i.title, c.grade, c.started_at as "startedAt"
  from clocks c
  join orders o on o.county_id = c.county_id and o.id = c.order_id
  join catalog_items i on i.county_id = o.county_id and i.id = o.item_id
  where c.county_id = $1 and c.person_id = $2 and c.ended_at is null`

/** The running clock of a person, locked. */
export async function lockRunning(tx: Tx, personId: string): Promise<RunningClock | undefined> {
  const [row] = await tx.rows<RunningClock>({
    name: 'clock.lock-running',
    text: `${runningSql} for no key update of c`,
    values: [tx.countyId, personId],
  })
  return row
}

/** The running clock of a person, to look at. */
export async function findRunning(tx: Tx, personId: string): Promise<RunningClock | undefined> {
  const [row] = await tx.rows<RunningClock>({
    name: 'clock.running',
    text: runningSql,
    values: [tx.countyId, personId],
  })
  return row
}

/** Stores an event with what became of it. Returns false when the event was here already (then nothing may follow from it). */
export async function storeEvent(
  tx: Tx,
  personId: string,
  event: StoredEvent,
  codeKind: CodeKind,
  decision: ClockDecision,
  effect: { clockId: string | null; recordId: string | null; minutes: number | null },
): Promise<boolean> {
  const rows = await tx.rows({
    name: 'clock.store',
    text: `insert into clock_events (county_id, person_id, event_id, kind, order_id, code_kind, device_at, queued_no, received_at, counted_at,
        outcome, reason, grade, clock_id, record_id, minutes)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) on conflict do nothing returning 1`,
    values: [
      tx.countyId,
      personId,
      event.eventId,
      event.kind,
      event.orderId,
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
    ],
  })
  return rows.length === 1
}

/** Starts a clock. The database holds one running clock per person; a second one fails there. */
export async function startClock(
  tx: Tx,
  clock: { id: string; personId: string; orderId: string; grade: string; startedAt: Date; closesBy: Date },
): Promise<void> {
  await tx.rows({
    name: 'clock.start',
    text: `insert into clocks (county_id, id, person_id, order_id, grade, started_at, closes_by) values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [tx.countyId, clock.id, clock.personId, clock.orderId, clock.grade, clock.startedAt, clock.closesBy],
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

/** Clocks that nobody stopped by their end: locked, those another worker holds are left to it. */
export async function lockOverdueClocks(
  tx: Tx,
): Promise<
  { id: string; personId: string; orderId: string; grade: 'A' | 'B' | 'C'; startedAt: Date; closesBy: Date }[]
> {
  return tx.rows({
    name: 'clock.overdue',
    text: `select id, person_id as "personId", order_id as "orderId", grade, started_at as "startedAt", closes_by as "closesBy" from clocks
      where county_id = $1 and ended_at is null and closes_by <= $2 order by closes_by limit 100 for no key update skip locked`,
    values: [tx.countyId, tx.now],
  })
}
