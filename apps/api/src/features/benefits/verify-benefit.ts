import type { Benefit } from '@sidan/types/policy'
import { readScan } from '@sidan/types/scans'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { type CodeOf, findTyped, isGenuine } from './render-codes.ts'
import { freeNo, isOfNow, isUsed, mayUse, periodOf, stepsAt, verifyingGrant } from './rules.ts'
import { findUsed, insertUse, lockHolder } from './store.ts'

/** 核验: one use, counted under the policy of this moment. Returns the use's id. */
export async function verifyBenefit(tx: Tx, actor: Actor, crypto: Crypto, shown: string): Promise<string> {
  const grant = verifyingGrant(actor) ?? refuse('not-allowed')
  const { benefits } = await policyOf(tx, actor.policyVersion)
  const scanned = benefits.filter(({ kind }) => kind === 'scan')
  const seen = seenIn(tx, crypto, shown, scanned)
  const benefit = scanned.find(({ code }) => code === seen?.benefit)
  if (!seen || !benefit) return refuse('benefit-code-unknown')
  orRefuseTrue(isOfNow(seen.step, tx.now))
  const holder = (await lockHolder(tx, seen.volunteerNo)) ?? refuse('benefit-not-earned')
  const { personId, earnedMinutes } = holder
  if (personId === actor.personId) refuse('own-benefit')
  const period = periodOf(benefit, tx.now)
  const { taken, lastUsedAt } = await findUsed(tx, { personId, benefit: benefit.code, period })
  if (isUsed(seen.step, lastUsedAt)) refuse('benefit-code-used')
  orRefuseTrue(mayUse(benefit, { earnedMinutes, usedCount: taken.length }))
  const { quotaPerPeriod, thresholdHours } = benefit
  const id = newId(tx.now.getTime())
  const written = await insertUse(tx, {
    id,
    personId,
    benefit: benefit.code,
    policyVersion: actor.policyVersion,
    period,
    no: freeNo(taken),
    quotaPerPeriod,
    thresholdHours,
    earnedMinutes,
    step: seen.step,
    unitId: grant.unitId,
    partnerId: grant.partner?.partnerId ?? null,
    byId: actor.personId,
  })
  if (!written) refuse('benefit-code-used')
  await tell(tx, [{ to: { personId }, kind: 'benefit-used', about: benefit.name }])
  return id
}

/** Whose code it is, what for and of which step; undefined for what is none of ours. */
function seenIn(
  tx: Tx,
  crypto: Crypto,
  shown: string,
  benefits: readonly Benefit[],
): (CodeOf & { step: number }) | undefined {
  const scan = readScan(shown)
  if (scan?.kind === 'benefit') return isGenuine(tx, crypto, scan) ? scan : undefined
  if (scan?.kind !== 'typedBenefit') return undefined
  const codes = benefits.map(({ code }) => code)
  return findTyped(tx, crypto, scan.digits, { benefits: codes, steps: stepsAt(tx.now) })
}
