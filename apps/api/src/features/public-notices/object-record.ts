import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import { lockRecord } from '../records/store.ts'
import type { Actor } from '../roles/rules.ts'
import { mayObject } from './rules.ts'
import { countObjections, insertObjection } from './store.ts'

/** 提异议: waits for whoever decides at the moment, so that a record is not posted beside it. Those who decide there are told. */
export async function objectToRecord(
  tx: Tx,
  actor: Actor,
  objectionId: string,
  input: { recordId: string; words: string },
): Promise<void> {
  const { record, title } = await lockRecord(tx, input.recordId)
  const own = await countObjections(tx, actor.personId, record.id)
  orRefuseTrue(mayObject(record, { personId: actor.personId, ...own }))
  await insertObjection(tx, { id: objectionId, recordId: record.id, byId: actor.personId, words: input.words })
  await tell(
    tx,
    [
      {
        to: { keepersOf: record.stationId },
        kind: 'record-objected',
        about: title,
        orderId: record.orderId,
        shiftId: record.shiftId,
        recordId: record.id,
      },
    ],
    actor.personId,
  )
}
