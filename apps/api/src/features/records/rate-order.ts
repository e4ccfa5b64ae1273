import { civilDay, endOfMonthAfter } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { post } from '../ledger/post.ts'
import { earnedPoints, lockEarnedMinutes } from '../ledger/reads.ts'
import { tell } from '../notices/tell-person.ts'
import { saveTexts } from '../order-texts/store.ts'
import { lockForMove } from '../orders/open-order.ts'
import { saveMove } from '../orders/store.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { recomputeStars } from '../stars/recompute-stars.ts'
import { requestCheck } from '../word-checks/request-check.ts'
import { pointsFor } from './rules.ts'
import { findApproved } from './store.ts'

/**
 * 评单: stars, words, thanks. The rating's bonus is posted for records approved before; one approved later brings it along with its points, so each
 * record earns it once whichever comes first, also when the order is done again and rated anew. The order is locked here and the record's approval reads its stars under the record's lock.
 */
export async function rateOrder(
  tx: Tx,
  actor: Actor,
  input: { orderId: string; version: number; stars: number; words?: string | undefined },
): Promise<void> {
  const { row, item, facts, move } = await lockForMove(tx, actor, input.orderId, 'rate', input.version)
  await saveMove(tx, row, {
    verb: 'rate',
    to: move.to,
    byId: actor.personId,
    patch: { ratedStars: input.stars, ratedAt: tx.now },
  })
  await saveTexts(tx, row.id, { ratingWords: input.words ?? null })
  await requestCheck(tx, 'orderRating', { words: input.words, subjectId: row.id, authorId: actor.personId })
  const records = await findApproved(tx, row.id)
  if (records.length > 0) await decideStars(tx, actor, records)
  const earned =
    records.length > 0
      ? await earnedPoints(
          tx,
          records.map(({ id }) => id),
        )
      : undefined
  for (const record of records) {
    const policy = await policyOf(tx, record.policyVersion)
    const served = { ...record, minutes: record.clockedMinutes + record.declaredMinutes }
    const { factors } = pointsFor({ ...served, stars: input.stars }, policy.points)
    const bonus = factors.find((factor) => factor.kind === 'rating')
    const hasOne = (earned?.get(record.id) ?? 0) > pointsFor({ ...served, stars: null }, policy.points).totalPoints
    if (!bonus || hasOne) continue
    await post(tx, {
      reason: 'rating-bonus',
      ref: record.id,
      policyVersion: record.policyVersion,
      happenedAt: record.startedAt,
      today: civilDay(tx.now),
      moves: [
        {
          unit: 'points',
          amount: bonus.points,
          from: { issuer: 'serviceRecords' },
          to: { person: record.personId, account: 'available' },
          expiresOn: endOfMonthAfter(civilDay(tx.now), policy.points.lotLifetimeMonths),
        },
      ],
    })
  }
  await tell(
    tx,
    facts.goerIds.map((personId) => ({ to: { personId }, kind: 'order-rated', about: item.title, orderId: row.id })),
    actor.personId,
  )
}

/** The rating counts for the stars of who served. Locked before any points are posted: everybody takes minutes first, then points. */
async function decideStars(tx: Tx, actor: Actor, records: { personId: string }[]): Promise<void> {
  const personIds = [...new Set(records.map(({ personId }) => personId))]
  await lockEarnedMinutes(tx, personIds)
  await recomputeStars(tx, { personIds, reason: 'rating', policyVersion: actor.policyVersion })
}
