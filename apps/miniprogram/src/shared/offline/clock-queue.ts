/**
 * The clock's queue on the phone: an event stays here until the server has answered for it, whatever happens to the signal, the session or the app.
 * Sending an event again changes nothing on the server, so the whole queue is simply sent until every event has its answer.
 */
import { type ClockEvent, type ClockResult, sendClockEvents } from '@sidan/types/clock'
import Taro from '@tarojs/taro'
import { call, newEventId, type Outcome } from '../api/call.ts'

const key = 'sidan.clock-queue'

interface Waiting {
  event: ClockEvent
  personId: string
}

const readQueue = (): Waiting[] => {
  const kept: unknown = Taro.getStorageSync(key)
  return Array.isArray(kept) ? (kept as Waiting[]) : []
}
const keepQueue = (queue: Waiting[]): void => Taro.setStorageSync(key, queue)

/** Puts an event into the queue before anything is sent. */
export function enqueue(personId: string, event: Pick<ClockEvent, 'kind' | 'orderId' | 'shiftId' | 'scanned'>): void {
  const queue = readQueue()
  const queuedNo = queue.reduce((most, { event: kept }) => Math.max(most, kept.queuedNo), 0) + 1
  const eventId = newEventId() as ClockEvent['eventId']
  keepQueue([...queue, { personId, event: { ...event, eventId, queuedNo, deviceAt: new Date().toISOString() } }])
}

/** What waits to be sent for one person, oldest first. */
export const ownQueue = (personId: string): ClockEvent[] =>
  readQueue()
    .filter((waiting) => waiting.personId === personId)
    .map((waiting) => waiting.event)

/** One request takes so many events. */
const batch = 50

/** Sends this person's events, oldest first; what got an answer leaves the queue, the rest stays whatever went wrong. */
export async function flush(personId: string): Promise<Outcome<ClockResult[]>> {
  const results: ClockResult[] = []
  for (
    let events = ownQueue(personId).slice(0, batch);
    events.length > 0;
    events = ownQueue(personId).slice(0, batch)
  ) {
    const outcome = await call(sendClockEvents, { body: { events } })
    if (!outcome.ok) return outcome
    const answered = new Set(outcome.value.results.map((result) => result.eventId))
    keepQueue(readQueue().filter((waiting) => !answered.has(waiting.event.eventId)))
    results.push(...outcome.value.results)
    if (answered.size === 0) break
  }
  return { ok: true, value: results }
}
