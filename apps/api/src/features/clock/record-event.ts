import type { ClockEvent } from '@sidan/types/clock'
import { readScan } from '@sidan/types/scans'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { serviceCodeOf } from '../orders/rules.ts'
import { startOrder } from '../orders/start-order.ts'
import { lockOrder, type OrderInHand } from '../orders/store.ts'
import { findStationCode } from '../organisation/reads.ts'
import { openRecord } from '../records/open-record.ts'
import type { Actor } from '../roles/rules.ts'
import { lacks } from '../standing/rules.ts'
import { type CodeKind, weaker, weigh } from './rules.ts'
import { endClock, findEvent, lockRunning, type RunningClock, startClock, storeEvent } from './store.ts'

/**
 * One check-in or check-out. Always stored, once per event id; when it counts it starts or stops the clock, and a stopped clock opens the service record
 * in the same transaction. The order is locked first, so two scans at once are taken one after the other.
 */
export async function recordEvent(tx: Tx, actor: Actor, crypto: Crypto, event: ClockEvent): Promise<void> {
  const hand = await lockOrder(tx, actor, event.orderId)
  if (await findEvent(tx, actor.personId, event.eventId)) return
  const running = await lockRunning(tx, actor.personId)
  const { codeKind, codeFits } = await readCode(tx, crypto, hand, event.scanned)
  const decision = weigh({
    kind: event.kind,
    receivedAt: tx.now,
    deviceAt: new Date(event.deviceAt),
    codeKind,
    codeFits,
    goes: hand.facts.goerIds.includes(actor.personId),
    unfit: actor.volunteer ? lacks(hand.facts.needs, actor.volunteer) : 'volunteer-needed',
    orderOpen: hand.row.state === 'accepted' || hand.row.state === 'inService',
    running,
    orderId: event.orderId,
    lateUploadMinutes: hand.policy.hours.lateUploadMinutes,
  })
  const effect = { clockId: null as string | null, recordId: null as string | null, minutes: null as number | null }
  if (decision.outcome === 'counted' && event.kind === 'checkIn') {
    effect.clockId = await checkIn(tx, actor, hand, decision.countedAt, decision.grade)
  } else if (decision.outcome === 'counted' && running) {
    Object.assign(
      effect,
      await checkOut(tx, actor, hand, running, decision.countedAt, weaker(running.grade, decision.grade)),
    )
  }
  await storeEvent(tx, actor.personId, { ...event, deviceAt: new Date(event.deviceAt) }, codeKind, decision, effect)
}

/** A station's wall code proves where; the recipient's code proves the service. */
async function readCode(
  tx: Tx,
  crypto: Crypto,
  hand: OrderInHand,
  scanned: string,
): Promise<{ codeKind: CodeKind; codeFits: boolean }> {
  const scan = readScan(scanned)
  if (scan?.kind === 'station') {
    const code = await findStationCode(tx, hand.row.stationId)
    return {
      codeKind: 'station-code',
      codeFits: scan.code === code && (scan.countyId === null || scan.countyId === tx.countyId),
    }
  }
  if (scan?.kind === 'service') {
    const own = serviceCodeOf(crypto.deriveSecret('service-code', hand.row.id))
    return { codeKind: 'service-code', codeFits: scan.code === own }
  }
  return { codeKind: 'none', codeFits: false }
}

async function checkIn(
  tx: Tx,
  actor: Actor,
  hand: OrderInHand,
  startedAt: Date,
  grade: 'A' | 'B' | 'C',
): Promise<string> {
  const clockId = newId()
  const planned = hand.row.endsAt ?? new Date(startedAt.getTime() + hand.item.durationMinutes * 60_000)
  const from = Math.max(planned.getTime(), startedAt.getTime() + hand.item.durationMinutes * 60_000)
  const closesBy = new Date(from + hand.policy.hours.graceMinutes * 60_000)
  await startClock(tx, { id: clockId, personId: actor.personId, orderId: hand.row.id, grade, startedAt, closesBy })
  await startOrder(tx, hand, actor.personId, startedAt)
  return clockId
}

async function checkOut(
  tx: Tx,
  actor: Actor,
  hand: OrderInHand,
  running: RunningClock,
  endedAt: Date,
  grade: 'A' | 'B' | 'C',
) {
  await endClock(tx, running.id, endedAt, 'byCode')
  const record = await openRecord(tx, {
    order: hand.row,
    title: hand.item.title,
    personId: actor.personId,
    startedAt: running.startedAt,
    endedAt,
    grade,
    checkedOut: 'byCode',
  })
  return { clockId: running.id, recordId: record.recordId, minutes: record.minutes }
}
