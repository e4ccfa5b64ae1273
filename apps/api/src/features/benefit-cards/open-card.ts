import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { findBenefit } from '../benefits/reads.ts'
import { hasEarned, periodOf } from '../benefits/rules.ts'
import { lockEarnedMinutes } from '../ledger/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { insertCard } from './store.ts'

/** 开通: the card of this month or year, and the consent to stand on its list (rules 7, 20). Which words were read, the policy's version says. */
export async function openCard(
  tx: Tx,
  actor: Actor,
  cardId: string,
  asked: { benefit: string; agreed: boolean; policyVersion: number },
): Promise<void> {
  const benefit = await findBenefit(tx, actor, asked.benefit)
  if (benefit.kind === 'scan') refuse('not-found')
  if (!asked.agreed) refuse('confirmation-needed')
  if (asked.policyVersion !== actor.policyVersion) refuse('notice-outdated')
  const earnedMinutes = (await lockEarnedMinutes(tx, [actor.personId])).get(actor.personId) ?? 0
  if (!hasEarned(benefit, earnedMinutes)) refuse('benefit-not-earned')
  const opened = await insertCard(tx, {
    id: cardId,
    personId: actor.personId,
    benefit: benefit.code,
    policyVersion: actor.policyVersion,
    period: periodOf(benefit, tx.now),
    thresholdHours: benefit.thresholdHours,
    earnedMinutes,
  })
  if (!opened) refuse('benefit-card-open')
}
