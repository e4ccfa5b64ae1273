import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { releaseRedemption } from './release-redemption.ts'
import { lockPaidBy, lockRedemption } from './store.ts'

/** 不要了, by the owner, while the voucher is held. Another who paid is told that their points are back. */
export async function cancelRedemption(tx: Tx, actor: Actor, redemptionId: string): Promise<void> {
  const redemption = await lockRedemption(tx, redemptionId)
  if (!redemption || redemption.personId !== actor.personId) return refuse('not-found')
  if (redemption.state !== 'held') refuse('redemption-not-held')
  await releaseRedemption(tx, redemption, 'cancelled')
  const { payerId, title: about, pricePoints: points } = redemption
  if (payerId !== actor.personId)
    await tell(tx, [{ to: { personId: payerId }, kind: 'family-points-back', about, redemptionId, points }])
}

/** Gives back what others of the family exchanged with the actor's points and did not fetch yet: they leave. The holders are told. */
export async function cancelPaid(tx: Tx, actor: Actor): Promise<void> {
  const paid = await lockPaidBy(tx, actor.personId)
  for (const redemption of paid) await releaseRedemption(tx, redemption, 'cancelled')
  await tell(
    tx,
    paid.map(({ id, personId, title }) => ({
      to: { personId },
      kind: 'family-payer-left' as const,
      about: title,
      redemptionId: id,
    })),
  )
}
