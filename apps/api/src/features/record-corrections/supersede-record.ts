import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { tell } from '../notices/tell-person.ts'
import { policyOf } from '../policy/reads.ts'
import { countedMinutes } from '../records/rules.ts'
import { insertRecord, lockDay, type RecordRow } from '../records/store.ts'
import { saveSuperseded } from './store.ts'

/** A check-out in time, after its clock had been closed by itself and before anybody decided: the record waits anew, as long as was served. */
export async function supersedeRecord(
  tx: Tx,
  record: RecordRow,
  { endedAt, grade }: Pick<RecordRow, 'endedAt' | 'grade'>,
): Promise<{ recordId: string; minutes: number }> {
  const { hours } = await policyOf(tx, record.policyVersion)
  const recordId = newId()
  const others = await lockDay(tx, { ...record, endedAt })
  const minutes = countedMinutes({ startedAt: record.startedAt, endedAt }, others.dayMinutes, hours)
  await saveSuperseded(tx, record)
  await insertRecord(
    tx,
    {
      ...record,
      id: recordId,
      version: record.version + 1,
      state: 'pending',
      conflictWithId: null,
      endedAt,
      clockedMinutes: minutes,
      grade,
      checkedOut: 'byCode',
      createdAt: tx.now,
    },
    others,
  )
  return { recordId, minutes }
}

/** Tells those who decide that a check-out came in time for its service and too late for its record. */
export const tellLateCheckOut = (
  tx: Tx,
  { title }: { title: string },
  { id: recordId, personId, orderId, shiftId, stationId, state }: RecordRow,
): Promise<void> =>
  tell(
    tx,
    // What its own person took back concerns nobody else.
    state === 'withdrawn'
      ? []
      : [{ to: { keepersOf: stationId }, kind: 'record-check-out-late', about: title, orderId, shiftId, recordId }],
    personId,
  )
