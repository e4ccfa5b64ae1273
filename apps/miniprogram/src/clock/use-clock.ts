import type { ClockEvent, ClockResult } from '@sidan/types/clock'
import { getMyClock } from '@sidan/types/clock'
import { listTasks } from '@sidan/types/dispatch'
import { useState } from 'react'
import { call, type Failure } from '../shared/api/call.ts'
import { problemText } from '../shared/api/problem-text.ts'
import { useLoad } from '../shared/api/use-load.ts'
import { useBackOnline } from '../shared/network/use-back-online.ts'
import { enqueue, flush, ownQueue } from '../shared/offline/clock-queue.ts'
import { orKept } from '../shared/offline/kept.ts'
import { readSession } from '../shared/session/session.ts'
import { type ClockTask, tasksAt } from './clock-tasks.ts'
import { offlineWords, resultWords, type Said } from './clock-words.ts'

const load = () =>
  orKept('clock-tasks', readSession()?.personId ?? '', async () => {
    const [clock, tasks] = await Promise.all([call(getMyClock), call(listTasks)])
    if (!clock.ok) return clock
    return tasks.ok ? { ok: true, value: { ...clock.value, orders: tasks.value.items } } : tasks
  })

/** The clock of who is signed in: what runs, what waits on the phone, and how to check in and out. `asked` is an order or a shift. */
export function useClock(asked: string | undefined) {
  const loaded = useLoad(load)
  const { value, reload } = loaded
  const [chosen, setChosen] = useState(asked)
  const [said, setSaid] = useState<Said>()
  const personId = readSession()?.personId ?? ''
  const [waiting, setWaiting] = useState(() => ownQueue(personId))
  const tasks = value ? tasksAt(Date.now(), value.shifts, value.orders) : []
  const running = runningNow(waiting, value?.running ?? null)
  const id = running?.at.id ?? chosen ?? tasks[0]?.id
  const task = tasks.find((one) => one.id === id)
  const at: At | undefined = running?.at ?? task ?? (id === undefined ? undefined : { kind: 'order', id })
  const send = async () => {
    const outcome = await flush(personId)
    setWaiting(ownQueue(personId))
    setSaid(saidOf(outcome))
    await reload()
  }
  useBackOnline(() => void (ownQueue(personId).length > 0 && send()))
  /** Writes the event down on the phone, then sends it. True when there was something to write. */
  const record = async (scanned: string): Promise<boolean> => {
    const missing = !at
      ? '先答应一张单，或者报名一个班，再签到'
      : scanned.trim() === ''
        ? '先扫码，或者照着码输'
        : undefined
    if (missing) setSaid({ words: missing, tone: 'warm', icon: 'info' })
    if (missing || !at) return false
    const kind: ClockEvent['kind'] = running ? 'checkOut' : 'checkIn'
    enqueue(personId, { kind, ...named(at), scanned: scanned.trim() })
    setWaiting(ownQueue(personId))
    await send()
    return true
  }
  return {
    load: loaded,
    tasks,
    running,
    at,
    task,
    title: titleOf(id, task, value?.running ?? null),
    said,
    waiting,
    choose: setChosen,
    send,
    record,
  }
}

export type Clock = ReturnType<typeof useClock>

/** Where the clock is started or stopped. */
type At = Pick<ClockTask, 'kind' | 'id'>
type Names = Pick<ClockEvent, 'orderId' | 'shiftId'>

const named = ({ kind, id }: At): Names =>
  kind === 'shift' ? { shiftId: id as ClockEvent['shiftId'] } : { orderId: id as ClockEvent['orderId'] }

const atOf = ({ orderId, shiftId }: Partial<Record<keyof Names, string | null | undefined>>): At =>
  shiftId ? { kind: 'shift', id: shiftId } : { kind: 'order', id: orderId ?? '' }

interface Running {
  readonly at: At
  readonly startedAt: string
  /** The server does not know of it yet. */
  readonly waits: boolean
}

type Known = { orderId: string | null; shiftId: string | null; title: string; startedAt: string } | null

/** What waits on the phone is newer than what the server knows. */
function runningNow(waiting: readonly ClockEvent[], known: Known): Running | null {
  const last = waiting[waiting.length - 1]
  if (last) return last.kind === 'checkIn' ? { at: atOf(last), startedAt: last.deviceAt, waits: true } : null
  return known ? { at: atOf(known), startedAt: known.startedAt, waits: false } : null
}

const titleOf = (id: string | undefined, task: ClockTask | undefined, known: Known): string =>
  task?.title ?? (known && atOf(known).id === id ? known.title : '')

function saidOf(outcome: { ok: true; value: ClockResult[] } | Failure): Said | undefined {
  if (!outcome.ok)
    return outcome.code === 'offline' ? offlineWords : { words: problemText(outcome), tone: 'danger', icon: 'warn' }
  const last = outcome.value[outcome.value.length - 1]
  return last && resultWords(last)
}
