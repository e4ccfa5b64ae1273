import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { supersedeCertificatesOf } from '../certificates/supersede-certificate.ts'
import { reverse } from '../ledger/post.ts'
import { tell } from '../notices/tell-person.ts'
import { policyOf } from '../policy/reads.ts'
import { mayReverse } from '../records/rules.ts'
import { lockRecord } from '../records/store.ts'
import type { Actor } from '../roles/rules.ts'
import { recomputeStars } from '../stars/recompute-stars.ts'
import { returnCredit } from '../time-bank/return-credit.ts'
import { saveUndone } from './store.ts'

/** 撤销 of an approved record, with words its person reads: what it had posted is reversed, and the record stays. */
export async function reverseRecord(
  tx: Tx,
  actor: Actor,
  input: { recordId: string; version: number; words: string },
): Promise<void> {
  const { record, title } = await lockRecord(tx, input.recordId)
  const { hours } = await policyOf(tx, record.policyVersion)
  orRefuseTrue(mayReverse({ ...record, minutes: record.clockedMinutes + record.declaredMinutes }, actor, hours))
  if (record.version !== input.version) refuse('record-not-standing')
  await saveUndone(tx, record, { state: 'reversed', byId: actor.personId, words: input.words })
  await supersedeCertificatesOf(tx, record.id)
  await reverse(tx, { ...record, ref: record.id, today: civilDay(tx.now) })
  await returnCredit(tx, record, 0)
  await recomputeStars(tx, { personIds: [record.personId], reason: 'reversal', policyVersion: actor.policyVersion })
  await tell(
    tx,
    [
      {
        to: { personId: record.personId },
        kind: 'record-reversed',
        about: title,
        orderId: record.orderId,
        shiftId: record.shiftId,
        recordId: record.id,
        words: input.words,
      },
    ],
    actor.personId,
  )
}
