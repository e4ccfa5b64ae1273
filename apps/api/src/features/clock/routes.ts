import * as clock from '@sidan/types/clock'
import type { Crypto } from '../../platform/crypto.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { readMyClock, readResult } from './reads.ts'
import { recordEvent } from './record-event.ts'

export function clockRoutes(http: Http<Actor>, crypto: Crypto): void {
  http.each(clock.sendClockEvents, {
    // In the order of the phone's queue, whatever order they came in.
    items: ({ body }) => [...body.events].sort((a, b) => a.queuedNo - b.queuedNo),
    keyOf: (event) => event.eventId,
    run: (tx, actor, event) => recordEvent(tx, actor, crypto, event),
    show: (tx, actor, event) => readResult(tx, actor, event.eventId),
    refused: ({ eventId }, problem) => ({
      eventId,
      outcome: 'refused' as const,
      problem,
      reason: null,
      grade: null,
      startedAt: null,
      minutes: null,
      recordId: null,
    }),
    reply: (results) => ({ results }),
  })
  http.read(clock.getMyClock, (tx, actor) => readMyClock(tx, actor))
}
