/**
 * The clock's queue on the phone: an event stays here until the server has answered for it, whatever happens to the signal, the session or the app.
 * Sending an event again changes nothing on the server, so the whole queue is simply sent until every event has its answer.
 */
import { type ClockEvent, type ClockResult, sendClockEvents } from '@sidan/types/clock'
import Taro from '@tarojs/taro'
import { call, newEventId } from '../api/call.ts'

const key = 'sidan.clock-queue'

export interface Waiting {
  event: ClockEvent
  personId: string
}

/** What waits to be sent, oldest first. */
export const readQueue = (): Waiting[] => {
  const kept: unknown = Taro.getStorageSync(key)
  return Array.isArray(kept) ? (kept as Waiting[]) : []
}
const keepQueue = (queue: Waiting[]): void => Taro.setStorageSync(key, queue)

/** Puts an event into the queue before anything is sent. */
export function enqueue(personId: string, event: Pick<ClockEvent, 'kind' | 'orderId' | 'scanned'>): void {
  const queue = readQueue()
  const queuedNo = queue.reduce((most, { event: kept }) => Math.max(most, kept.queuedNo), 0) + 1
  const eventId = newEventId() as ClockEvent['eventId']
  keepQueue([...queue, { personId, event: { ...event, eventId, queuedNo, deviceAt: new Date().toISOString() } }])
}

/** Sends this person's events; what got an answer leaves the queue. Returns the answers, or undefined without signal. */
export async function flush(personId: string): Promise<ClockResult[] | undefined> {
  const events = readQueue()
    .filter((waiting) => waiting.personId === personId)
    .map((waiting) => waiting.event)
  if (events.length === 0) return []
  const outcome = await call(sendClockEvents, { body: { events } })
  if (!outcome.ok) return undefined
  const answered = new Set(outcome.value.results.map((result) => result.eventId))
  keepQueue(readQueue().filter((waiting) => !answered.has(waiting.event.eventId)))
  return outcome.value.results
}
