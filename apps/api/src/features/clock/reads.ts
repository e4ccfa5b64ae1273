import type { ClockResult, getMyClock } from '@sidan/types/clock'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { z } from 'zod/mini'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { findEvent, findRunning } from './store.ts'

/** What became of an event: the same answer however often it is sent. */
export async function readResult(tx: Tx, actor: Actor, eventId: string): Promise<z.input<typeof ClockResult>> {
  const row = await findEvent(tx, actor.personId, eventId)
  if (!row) return refuse('not-found')
  return {
    eventId: row.event_id,
    outcome: row.outcome,
    problem: null,
    reason: row.reason as z.input<typeof ClockResult>['reason'],
    grade: row.grade,
    startedAt: row.counted_at?.toISOString() ?? null,
    minutes: row.minutes,
    recordId: row.record_id,
  }
}

/** The clock running now. */
export async function readMyClock(tx: Tx, actor: Actor): Promise<AnswerOf<typeof getMyClock>> {
  const running = await findRunning(tx, actor.personId)
  return {
    running: running
      ? {
          orderId: running.orderId,
          title: running.title,
          startedAt: running.startedAt.toISOString(),
          serverNow: tx.now.toISOString(),
        }
      : null,
  }
}
