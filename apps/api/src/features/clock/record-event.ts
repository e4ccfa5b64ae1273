import { civilDay } from '@sidan/types/civil'
import type { ClockEvent } from '@sidan/types/clock'
import type { UnfitCode } from '@sidan/types/standing'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { refuse } from '../../platform/problem.ts'
import { lockOrder } from '../orders/open-order.ts'
import { serviceCodeOf } from '../orders/rules.ts'
import { startOrder } from '../orders/start-order.ts'
import { findStationCode } from '../organisation/reads.ts'
import { policyOf } from '../policy/reads.ts'
import { lockRecordOf } from '../record-corrections/store.ts'
import { supersedeRecord, tellLateCheckOut } from '../record-corrections/supersede-record.ts'
import { openRecord } from '../records/open-record.ts'
import type { RecordRow } from '../records/store.ts'
import type { Actor } from '../roles/rules.ts'
import { abilitiesOf } from '../standing/reads.ts'
import { type Abilities, lacks, unfit } from '../standing/rules.ts'
import { readCode } from './read-code.ts'
import { lockShift } from './reads.ts'
import { type ClockFacts, type Code, checkInWindow, closesBy, countsAt, weaker, weigh } from './rules.ts'
import {
  type Clock,
  endClock,
  endedFarAway,
  findEvent,
  lockClosed,
  lockRunning,
  type Named,
  startClock,
  storeEvent,
} from './store.ts'

/** Where an event happens, as the clock sees it: an order, or a shift. */
interface Place extends Pick<ClockFacts, 'goes' | 'closed' | 'window'> {
  code: Code
  hours: ClockFacts['hours'] & { graceMinutes: number; jumpMinutes: number | null }
  /** The unit where it is. */
  unitId: string
  planned: { endsAt: Date | null; durationMinutes: number }
  /** What a volunteer lacks for it. */
  lacking(who: Abilities): UnfitCode | undefined
  /** What a check-in that counts brings about there. */
  started(startedAt: Date): Promise<void>
}

/**
 * One check-in or check-out. Always stored, once per event id; when it counts it starts or stops the clock, and a stopped clock opens the service record
 * in the same transaction. Two of a person at once are taken one after the other: at an order by its lock, and anywhere by the one clock that runs.
 */
export async function recordEvent(tx: Tx, actor: Actor, crypto: Crypto, event: ClockEvent): Promise<void> {
  const named: Named = { orderId: event.orderId ?? null, shiftId: event.shiftId ?? null }
  const place = await placeOf(tx, actor, crypto, event)
  if (await findEvent(tx, actor.personId, event.eventId)) return
  const running = await lockRunning(tx, actor.personId)
  const { code } = place
  const times = { ...code, receivedAt: tx.now, deviceAt: new Date(event.deviceAt) }
  const stopsAnother = event.kind === 'checkOut' && (!running || idOf(running) !== idOf(named))
  const closed = stopsAnother ? await lockClosedClock(tx, actor.personId, idOf(named), countsAt(times)) : undefined
  const who = event.kind === 'checkIn' ? await abilitiesThen(tx, actor, civilDay(countsAt(times))) : null
  const decision = weigh({
    ...place,
    ...times,
    kind: event.kind,
    unfit: who ? place.lacking(who) : 'volunteer-needed',
    jumped: event.kind === 'checkIn' && (await hasJumped(tx, actor.personId, place, countsAt(times))),
    running: running && {
      placeId: idOf(running),
      startedAt: running.startedAt,
      countsUntil: running.shiftId === null ? undefined : running.closesBy,
    },
    closedClock: closed && { ...closed.clock, closedAt: closed.clock.closesBy, decided: closed.decided },
    placeId: idOf(named),
  })
  const effect = { clockId: null as string | null, recordId: null as string | null, minutes: null as number | null }
  if (decision.outcome === 'counted' && event.kind === 'checkIn') {
    effect.clockId = await checkIn(tx, actor, named, place, decision)
  } else if (decision.outcome === 'counted' && closed) {
    Object.assign(effect, await checkOutLate(tx, closed, decision))
  } else if (decision.outcome === 'counted' && running) {
    Object.assign(effect, await checkOut(tx, running, decision))
  } else if (decision.outcome === 'stored' && decision.reason === 'record-decided' && closed) {
    await tellLateCheckOut(tx, closed.clock, closed.record)
  }
  const stored = { ...event, ...named, deviceAt: times.deviceAt }
  await storeEvent(tx, actor.personId, stored, code, decision, effect)
}

/** What this person could do on the day an event is of: the papers of today say nothing about a scan of last week. */
const abilitiesThen = async (tx: Tx, actor: Actor, day: string): Promise<Abilities | null | undefined> =>
  day === civilDay(tx.now) ? actor.volunteer : abilitiesOf(tx, actor.personId, day)

/** Whether they checked out in another township, one that is not adjacent, so shortly before that nobody could be here by now. */
const hasJumped = async (tx: Tx, personId: string, { hours, unitId }: Place, at: Date): Promise<boolean> =>
  hours.jumpMinutes !== null && endedFarAway(tx, { personId, unitId, at, minutes: hours.jumpMinutes })

const idOf = ({ orderId, shiftId }: Named): string => orderId ?? shiftId ?? ''

const placeOf = (tx: Tx, actor: Actor, crypto: Crypto, event: ClockEvent): Promise<Place> =>
  event.orderId !== undefined
    ? orderPlace(tx, actor, crypto, event.orderId, event)
    : event.shiftId !== undefined
      ? shiftPlace(tx, actor, crypto, event.shiftId, event)
      : refuse('not-found')

async function orderPlace(tx: Tx, actor: Actor, crypto: Crypto, orderId: string, event: ClockEvent): Promise<Place> {
  const hand = await lockOrder(tx, actor, orderId)
  const { row, item, facts, policy } = hand
  const code = await readCode(tx, crypto, actor.personId, event, {
    walls: [(await findStationCode(tx, row.stationId)) ?? ''],
    service: serviceCodeOf(crypto.deriveSecret('service-code', row.id)),
    unitIds: [row.stationId],
  })
  return {
    code,
    unitId: row.stationId,
    goes: facts.goerIds.includes(actor.personId),
    closed: row.state === 'accepted' || row.state === 'inService' ? undefined : 'order-not-open',
    window: undefined,
    hours: policy.hours,
    planned: { endsAt: row.endsAt, durationMinutes: item.durationMinutes },
    lacking: (who) => lacks(facts.needs, who),
    started: (startedAt) => startOrder(tx, hand, actor.personId, startedAt),
  }
}

/** At a shift the code of the unit where it happens is scanned, or the one on the phone of whoever runs it. */
async function shiftPlace(tx: Tx, actor: Actor, crypto: Crypto, shiftId: string, event: ClockEvent): Promise<Place> {
  const shift = await lockShift(tx, actor.personId, shiftId)
  const { hours } = await policyOf(tx, actor.policyVersion)
  const { codes: walls, unitIds } = shift
  return {
    code: await readCode(tx, crypto, actor.personId, event, { walls, unitIds, service: undefined }),
    unitId: unitIds[0] ?? '',
    goes: shift.opening !== null,
    closed: shift.cancelled ? 'shift-cancelled' : undefined,
    window: checkInWindow(shift),
    hours,
    planned: { endsAt: shift.endsAt, durationMinutes: 1 },
    lacking: (who) =>
      shift.opening
        ? unfit({ ...shift.opening, hazardous: shift.hazardous }, { ...who, personId: actor.personId, volunteer: true })
        : undefined,
    started: async () => undefined,
  }
}

interface Counted {
  countedAt: Date
  grade: 'A' | 'B' | 'C'
}

async function checkIn(tx: Tx, actor: Actor, named: Named, place: Place, counted: Counted): Promise<string> {
  const id = newId()
  const { countedAt: startedAt, grade } = counted
  await startClock(tx, {
    ...named,
    id,
    personId: actor.personId,
    grade,
    startedAt,
    closesBy: closesBy(place.planned, startedAt, place.hours.graceMinutes),
  })
  await place.started(startedAt)
  return id
}

async function checkOut(tx: Tx, running: Clock, { countedAt: endedAt, grade }: Counted) {
  await endClock(tx, running.id, endedAt, 'byCode')
  const record = await openRecord(tx, {
    at: running,
    endedAt,
    grade: weaker(running.grade, grade),
    checkedOut: 'byCode',
  })
  return { clockId: running.id, recordId: record.recordId, minutes: record.minutes }
}

interface ClosedClock {
  clock: Clock
  /** Its record as it stands. */
  record: RecordRow
  decided: boolean
}

/** The clock that a check-out is of when none runs there: closed by itself, with its record. Whoever decides on that record at the same moment is waited for. */
async function lockClosedClock(tx: Tx, personId: string, placeId: string, at: Date): Promise<ClosedClock | undefined> {
  const clock = await lockClosed(tx, personId, placeId, at)
  const record = clock && (await lockRecordOf(tx, { personId, placeId, startedAt: clock.startedAt }))
  return clock && record && { clock, record, decided: record.state !== 'pending' && record.state !== 'conflict' }
}

/** The clock ends when it was stopped, whatever it was closed at by itself, and its record waits anew. */
async function checkOutLate(tx: Tx, { clock, record }: ClosedClock, { countedAt: endedAt, grade }: Counted) {
  await endClock(tx, clock.id, endedAt, 'byCode')
  const anew = await supersedeRecord(tx, record, { endedAt, grade: weaker(clock.grade, grade) })
  return { clockId: clock.id, ...anew }
}
