import { codeAt } from '@sidan/types/rotating-codes'
import { openCard } from '../features/benefit-cards/open-card.ts'
import { readBenefitCodes, readMyBenefits } from '../features/benefits/reads.ts'
import { verifyBenefit } from '../features/benefits/verify-benefit.ts'
import type { Actor } from '../features/roles/rules.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { Telling } from './telling.ts'

/** The volunteer uses the first benefit that the hours reach, and opens the card of another; in a county where they reach none, nothing. */
export async function enjoyBenefits(
  { clock, crypto }: Telling,
  as: <R>(key: string, act: (tx: Tx, actor: Actor) => Promise<R>) => Promise<R>,
): Promise<void> {
  const { items, policyVersion } = await as('volunteer', readMyBenefits)
  const scanned = items.find(({ allowedActions }) => allowedActions.includes('show-code'))
  if (scanned) {
    const { codes } = await as('volunteer', (tx, actor) => readBenefitCodes(tx, actor, crypto, scanned.code))
    await as('merchant', (tx, actor) => verifyBenefit(tx, actor, crypto, codeAt(codes, clock.now) ?? ''))
  }
  const shown = items.find(({ kind, allowedActions }) => kind === 'show' && allowedActions.includes('open-card'))
  if (shown)
    await as('volunteer', (tx, actor) =>
      openCard(tx, actor, newId(), { benefit: shown.code, agreed: true, policyVersion }),
    )
}
