import { civilDay, endOfMonthAfter } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { type Move, post, type Reversed } from '../ledger/post.ts'
import { policyOf } from '../policy/reads.ts'
import { pointsFor } from './rules.ts'
import type { RecordRow } from './store.ts'

type Served = Pick<
  RecordRow,
  | 'id'
  | 'personId'
  | 'platformCode'
  | 'startedAt'
  | 'clockedMinutes'
  | 'declaredMinutes'
  | 'serviceNature'
  | 'policyVersion'
>

/**
 * Posts what an approved record earned, under the policy the service happened under; returns its points. They live until the end of the month the policy's
 * lifetime ends in. A corrected version covers first what the versions before it left `gone`: those points stay with the person, and are not given twice;
 * the others live as long as the earlier ones would have.
 */
export async function creditRecord(
  tx: Tx,
  record: Served,
  ratedStars: number | null,
  { gonePoints, expiresOn }: Reversed = { gonePoints: 0, expiresOn: null },
): Promise<number> {
  const policy = await policyOf(tx, record.policyVersion)
  const minutes = record.clockedMinutes + record.declaredMinutes
  const today = civilDay(tx.now)
  const fact = { ref: record.id, policyVersion: record.policyVersion, happenedAt: record.startedAt, today }
  const from = { issuer: 'serviceRecords' } as const
  if (minutes > 0 && record.serviceNature === 'voluntary') {
    const to = { person: record.personId, account: 'earnedMinutes' } as const
    await post(tx, { ...fact, reason: 'record-minutes', moves: [{ unit: 'minutes', amount: minutes, from, to }] })
  }
  const { totalPoints } = pointsFor({ ...record, minutes, stars: ratedStars }, policy.points)
  const covered = Math.min(totalPoints, gonePoints)
  const moves: Move[] = [
    { unit: 'points', amount: covered, from, to: { issuer: 'absorbed' } },
    {
      unit: 'points',
      amount: totalPoints - covered,
      from,
      to: { person: record.personId, account: 'available' },
      expiresOn: expiresOn && expiresOn >= today ? expiresOn : endOfMonthAfter(today, policy.points.lotLifetimeMonths),
    },
  ]
  const some = moves.filter(({ amount }) => amount > 0)
  if (some.length > 0) await post(tx, { ...fact, reason: 'record-points', moves: some })
  return totalPoints
}
