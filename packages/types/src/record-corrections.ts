/** 更正 and 撤销 of a service record that was decided: what it posted is reversed, and nothing is deleted. */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { RecordId } from './ids.ts'
import { ServiceNature, ServiceRecord } from './records.ts'
import { Instant, text } from './units.ts'

const params = z.strictObject({ recordId: RecordId })

/**
 * 更正: makes a new version with these times, approved by whoever corrects it, and keeps the one before. What that one had posted is reversed and the new one
 * posted under the same policy version. Minutes within the clock's own span stay clocked, the others are declared. Also how a record that is in conflict, or
 * whose clock nobody stopped, is put right. The reply is the new version.
 */
export const correctRecord = endpoint({
  name: 'correctRecord',
  method: 'POST',
  path: '/v1/records/:recordId/correct',
  params,
  body: z.strictObject({
    version: z.int(),
    startedAt: Instant,
    endedAt: Instant,
    serviceNature: ServiceNature,
    words: text(200),
  }),
  reply: ServiceRecord,
  problems: [
    'not-found',
    'not-allowed',
    'own-record',
    'own-entry',
    'own-approval',
    'over-approval-limit',
    'record-not-standing',
    'period-wrong',
    'record-overlaps',
  ],
})
/**
 * Takes an approved record back: its minutes wholly, and of its points what is left of them; what is gone the county absorbs, the person owes nothing. It stays
 * as reversed, with the reason.
 */
export const reverseRecord = endpoint({
  name: 'reverseRecord',
  method: 'POST',
  path: '/v1/records/:recordId/reverse',
  params,
  body: z.strictObject({ version: z.int(), words: text(200) }),
  reply: ServiceRecord,
  problems: ['not-found', 'not-allowed', 'own-record', 'own-entry', 'over-approval-limit', 'record-not-standing'],
})
