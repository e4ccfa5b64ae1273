import * as corrections from '@sidan/types/record-corrections'
import type { Http } from '../../platform/http.ts'
import { readRecord } from '../records/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { correctRecord } from './correct-record.ts'
import { reverseRecord } from './reverse-record.ts'

export function recordCorrectionsRoutes(http: Http<Actor>): void {
  http.write(corrections.correctRecord, {
    subject: 'new',
    run: (tx, actor, { params, body }, newId) =>
      correctRecord(tx, actor, { ...body, recordId: params.recordId, newId }),
    show: (tx, actor, recordId) => readRecord(tx, actor, recordId),
  })
  http.write(corrections.reverseRecord, {
    subject: ({ params }) => params.recordId,
    run: (tx, actor, { params, body }) => reverseRecord(tx, actor, { ...body, recordId: params.recordId }),
    show: (tx, actor, recordId) => readRecord(tx, actor, recordId),
  })
}
