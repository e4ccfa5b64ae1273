import type { AnswerOf } from '@sidan/types/endpoint'
import * as records from '@sidan/types/records'
import { pageLimit } from '../../platform/cursor.ts'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { approveRecord } from './approve-record.ts'
import { readMyRecords, readRecord } from './reads.ts'
import { rejectRecord } from './reject-record.ts'
import { withdrawRecord } from './withdraw-record.ts'

type BulkResult = AnswerOf<typeof records.approveRecords>['results'][number]

export function recordsRoutes(http: Http<Actor>): void {
  http.read(records.listMyRecords, (tx, actor, { query }) =>
    readMyRecords(tx, actor, { cursor: query.cursor, limit: pageLimit(query.limit) }),
  )
  http.write(records.approveRecord, {
    subject: ({ params }) => params.recordId,
    run: (tx, actor, { params, body }) =>
      approveRecord(tx, actor, { recordId: params.recordId, version: body.version }),
    show: (tx, actor, recordId) => readRecord(tx, actor, recordId),
  })
  http.write(records.rejectRecord, {
    subject: ({ params }) => params.recordId,
    run: (tx, actor, { params, body }) => rejectRecord(tx, actor, { recordId: params.recordId, ...body }),
    show: (tx, actor, recordId) => readRecord(tx, actor, recordId),
  })
  http.write(records.withdrawRecord, {
    subject: ({ params }) => params.recordId,
    run: (tx, actor, { params, body }) =>
      withdrawRecord(tx, actor, { recordId: params.recordId, version: body.version }),
    show: (tx, actor, recordId) => readRecord(tx, actor, recordId),
  })
  http.each(records.approveRecords, {
    items: ({ body }) => body.records,
    keyOf: (record) => record.recordId,
    run: (tx, actor, record) => approveRecord(tx, actor, record),
    show: async (_tx, _actor, { recordId }): Promise<BulkResult> => ({ recordId, ok: true, code: null }),
    refused: ({ recordId }, code) => ({ recordId, ok: false, code }),
    reply: (results) => ({ results }),
  })
}
