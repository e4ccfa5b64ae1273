import type { Tx } from '../../platform/db.ts'
import { tell } from '../notices/tell-person.ts'
import { recomputeStars } from '../stars/recompute-stars.ts'
import { creditRecord } from './credit-record.ts'
import type { LockedRecord } from './store.ts'

/**
 * What follows when a record counts: its minutes and points are posted under the policy the service happened under, stars are decided anew under the policy
 * of now, and its person is told.
 */
export async function creditApproved(
  tx: Tx,
  { record, title, ratedStars }: LockedRecord,
  by: { personId: string | null; policyVersion: number },
): Promise<void> {
  const minutes = record.clockedMinutes + record.declaredMinutes
  const points = await creditRecord(tx, record, ratedStars)
  if (minutes > 0 && record.serviceNature === 'voluntary')
    await recomputeStars(tx, { personIds: [record.personId], reason: 'hours', policyVersion: by.policyVersion })
  await tell(
    tx,
    [
      {
        to: { personId: record.personId },
        kind: 'record-approved',
        about: title,
        orderId: record.orderId,
        shiftId: record.shiftId,
        recordId: record.id,
        minutes,
        points,
      },
    ],
    by.personId,
  )
}
