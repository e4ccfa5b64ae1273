/** 礼遇: who has earned one and may use it now. What counts is the policy of this moment, lifetime minutes of voluntary service (rule-17), and the server's clock. */
import type { MyBenefit } from '@sidan/types/benefits'
import { civilDay, civilMonth } from '@sidan/types/civil'
import type { Benefit } from '@sidan/types/policy'
import type { ProblemCode } from '@sidan/types/problems'
import { codeStepMs, startOfStep } from '@sidan/types/rotating-codes'
import { inTimeToUndo } from '../rewards/rules.ts'
import { type Actor, type Grant, lets } from '../roles/rules.ts'

/** The civil month or year in which a moment lies, as a benefit's quota counts. */
export const periodOf = ({ period }: Pick<Benefit, 'period'>, at: Date): string =>
  period === 'month' ? civilMonth(at) : civilDay(at).slice(0, 4)

export const hasEarned = ({ thresholdHours }: Pick<Benefit, 'thresholdHours'>, earnedMinutes: number): boolean =>
  earnedMinutes >= thresholdHours * 60

/** What somebody has of a benefit: their minutes, and how often they used it in this period. */
export interface Standing {
  earnedMinutes: number
  usedCount: number
}

/** Whether a benefit may be used once more. */
export function mayUse(benefit: Benefit, { earnedMinutes, usedCount }: Standing): true | ProblemCode {
  if (!hasEarned(benefit, earnedMinutes)) return 'benefit-not-earned'
  return usedCount < benefit.quotaPerPeriod ? true : 'benefit-used-up'
}

/** A code counts for a minute and a half from the beginning of its step: enough to be read aloud, too short for a picture that is sent on. */
const codeGoodMs = 90_000
/** A phone may be a step ahead of the server. */
const codeEarlyMs = codeStepMs

/** The steps whose codes count at a moment: what is typed is tried as each of them. */
export function stepsAt(now: Date): number[] {
  const newest = Math.floor((now.getTime() + codeEarlyMs) / codeStepMs)
  return Array.from({ length: (codeGoodMs + codeEarlyMs) / codeStepMs }, (_none, back) => newest - back)
}

/** Whether a code is of this moment. */
export const isOfNow = (step: number, now: Date): true | ProblemCode =>
  stepsAt(now).includes(step) ? true : 'benefit-code-over'

/** Whether a code was shown before the benefit was used last, and so is used with it: a picture taken beforehand is good for nothing more. */
export const isUsed = (step: number, lastUsedAt: Date | null): boolean =>
  lastUsedAt !== null && startOfStep(step) <= lastUsedAt

/** The first number of a period that no use has which stands. */
export function freeNo(taken: readonly number[]): number {
  let no = 1
  while (taken.includes(no)) no += 1
  return no
}

/** What somebody can do with a benefit now: show its code, or open, show and end the card of this period. */
export function myActions(benefit: Benefit, standing: Standing & { hasCard: boolean }): MyBenefit['allowedActions'] {
  const earned = hasEarned(benefit, standing.earnedMinutes)
  if (benefit.kind === 'scan') return mayUse(benefit, standing) === true ? ['show-code'] : []
  if (!standing.hasCard) return earned ? ['open-card'] : []
  return benefit.kind === 'show' && earned ? ['show-card', 'end-card'] : ['end-card']
}

/** Where somebody scans: at the partner they work for, as a merchant, or with whatever else lets them hand out. */
export function verifyingGrant({ grants }: Actor): Grant | undefined {
  const handing = grants.filter((grant) => grant.partner !== null || lets(grant, 'handOut'))
  return handing.find(({ partner, role }) => partner !== null || role === 'merchant') ?? handing[0]
}

/** Whether the actor may take a use back: who scanned it, or the county's keeper, within ten minutes. To all others there is no such use. */
export function mayUndoUse(
  use: { byId: string; usedAt: Date; undoneAt: Date | null },
  actor: Actor,
  now: Date,
): true | ProblemCode {
  const own = use.byId === actor.personId && verifyingGrant(actor) !== undefined
  if (!own && !keepsCounty(actor)) return 'not-found'
  if (use.undoneAt !== null) return 'benefit-use-undone'
  return inTimeToUndo(use.usedAt, now) ? true : 'undo-too-late'
}

export const keepsCounty = ({ grants }: Actor): boolean => grants.some(({ role }) => role === 'countyKeeper')
