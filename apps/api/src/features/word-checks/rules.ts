/** rule-44: what WeChat's check does not pass waits for a person; a failure of the check as well. */
import type { ProblemCode } from '@sidan/types/problems'
import type { HoldReason } from '@sidan/types/word-checks'
import { type Actor, deskOf } from '../roles/rules.ts'

/** What the check said, or why there was none. */
export type CheckAnswer =
  | { ok: true; value: { verdict: 'pass' | 'review' | 'risky'; label: number } }
  | { ok: false; reason: 'openid-unknown' | 'openid-inactive' | 'too-long' | 'too-often' | 'no-openid' | 'unavailable' }

export interface Verdict {
  state: 'passed' | 'held'
  holdReason: HoldReason | null
  label: number | null
}

const reasons = { 'openid-unknown': 'no-openid', 'too-often': 'unavailable' } as const

/** After this a check that has not answered is given up: its attempts are over by then. */
export const checkMinutes = 15

export function weighCheck(answer: CheckAnswer): Verdict {
  if (!answer.ok) {
    const { reason } = answer
    const holdReason = reason === 'openid-unknown' || reason === 'too-often' ? reasons[reason] : reason
    return { state: 'held', holdReason, label: null }
  }
  const { verdict, label } = answer.value
  return verdict === 'pass'
    ? { state: 'passed', holdReason: null, label }
    : { state: 'held', holdReason: verdict, label }
}

/** Who reviews: staff of the center, and nobody their own words. */
export function mayReview(actor: Actor, authorId?: string): true | ProblemCode {
  return deskOf(actor)?.tier === 'center' && actor.personId !== authorId ? true : 'not-allowed'
}

/** Whether others may read words of this state; words from before there was a check have none. */
export const othersMayRead = (state: string | null | undefined): boolean =>
  state === null || state === undefined || state === 'passed' || state === 'shown'
