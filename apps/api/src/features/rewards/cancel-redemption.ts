import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { releaseRedemption } from './release-redemption.ts'
import { lockRedemption } from './store.ts'

/** 不要了, by the owner, while the voucher is held. */
export async function cancelRedemption(tx: Tx, actor: Actor, redemptionId: string): Promise<void> {
  const redemption = await lockRedemption(tx, redemptionId)
  if (!redemption || redemption.personId !== actor.personId) return refuse('not-found')
  if (redemption.state !== 'held') refuse('redemption-not-held')
  await releaseRedemption(tx, redemption, 'cancelled')
}
