import type { ClockEvent, ClockResult } from '@sidan/types/clock'
import { getMyClock } from '@sidan/types/clock'
import { listTasks } from '@sidan/types/dispatch'
import type { OrderCard } from '@sidan/types/orders'
import { useState } from 'react'
import { call, type Failure } from '../shared/api/call.ts'
import { problemText } from '../shared/api/problem-text.ts'
import { useLoad } from '../shared/api/use-load.ts'
import { useBackOnline } from '../shared/network/use-back-online.ts'
import { enqueue, flush, ownQueue } from '../shared/offline/clock-queue.ts'
import { orKept } from '../shared/offline/kept.ts'
import { readSession } from '../shared/session/session.ts'
import { offlineWords, resultWords, type Said } from './clock-words.ts'

const load = () =>
  orKept('clock', readSession()?.personId ?? '', async () => {
    const [clock, tasks] = await Promise.all([call(getMyClock), call(listTasks)])
    if (!clock.ok) return clock
    return tasks.ok ? { ok: true, value: { running: clock.value.running, tasks: tasks.value.items } } : tasks
  })

/** The clock of who is signed in: what runs, what waits on the phone, and how to check in and out. */
export function useClock(asked: string | undefined) {
  const loaded = useLoad(load)
  const { value, reload } = loaded
  const [chosen, setChosen] = useState(asked)
  const [said, setSaid] = useState<Said>()
  const personId = readSession()?.personId ?? ''
  const [waiting, setWaiting] = useState(() => ownQueue(personId))
  const tasks = value?.tasks ?? []
  const running = runningNow(waiting, value?.running ?? null)
  const orderId = running?.orderId ?? chosen ?? value?.tasks[0]?.orderId
  const send = async () => {
    const outcome = await flush(personId)
    setWaiting(ownQueue(personId))
    setSaid(saidOf(outcome))
    await reload()
  }
  useBackOnline(() => void (ownQueue(personId).length > 0 && send()))
  /** Writes the event down on the phone, then sends it. True when there was something to write. */
  const record = async (scanned: string): Promise<boolean> => {
    const missing = !orderId ? '先答应一张单，再签到' : scanned.trim() === '' ? '先扫码，或者照着码输' : undefined
    if (missing) setSaid({ words: missing, tone: 'warm', icon: 'info' })
    if (missing || !orderId) return false
    const kind: ClockEvent['kind'] = running ? 'checkOut' : 'checkIn'
    enqueue(personId, { kind, orderId: orderId as ClockEvent['orderId'], scanned: scanned.trim() })
    setWaiting(ownQueue(personId))
    await send()
    return true
  }
  return {
    load: loaded,
    tasks,
    running,
    orderId,
    title: titleOf(orderId, tasks, value?.running ?? null),
    said,
    waiting,
    choose: setChosen,
    send,
    record,
  }
}

export type Clock = ReturnType<typeof useClock>

interface Running {
  readonly orderId: string
  readonly startedAt: string
  /** The server does not know of it yet. */
  readonly waits: boolean
}

/** What waits on the phone is newer than what the server knows. */
function runningNow(
  waiting: readonly ClockEvent[],
  known: { orderId: string; startedAt: string } | null,
): Running | null {
  const last = waiting[waiting.length - 1]
  if (last) return last.kind === 'checkIn' ? { orderId: last.orderId, startedAt: last.deviceAt, waits: true } : null
  return known ? { orderId: known.orderId, startedAt: known.startedAt, waits: false } : null
}

const titleOf = (
  orderId: string | undefined,
  tasks: readonly OrderCard[],
  known: { orderId: string; title: string } | null,
): string =>
  tasks.find((task) => task.orderId === orderId)?.title ?? (known?.orderId === orderId ? known?.title : '') ?? ''

function saidOf(outcome: { ok: true; value: ClockResult[] } | Failure): Said | undefined {
  if (!outcome.ok)
    return outcome.code === 'offline' ? offlineWords : { words: problemText(outcome), tone: 'danger', icon: 'warn' }
  const last = outcome.value[outcome.value.length - 1]
  return last && resultWords(last)
}
