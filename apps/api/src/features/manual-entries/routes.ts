import * as manualEntries from '@sidan/types/manual-entries'
import type { Http } from '../../platform/http.ts'
import { readRecord } from '../records/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { enterRecord } from './enter-record.ts'
import { readEntryForm } from './reads.ts'

export function manualEntriesRoutes(http: Http<Actor>): void {
  http.read(manualEntries.getEntryForm, (tx, actor) => readEntryForm(tx, actor))
  http.write(manualEntries.enterRecord, {
    subject: 'new',
    run: (tx, actor, { body }, recordId) => enterRecord(tx, actor, recordId, body),
    show: (tx, actor, recordId) => readRecord(tx, actor, recordId),
  })
}
