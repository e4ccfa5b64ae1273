/** 退货: what was handed out comes back, after the ten minutes in which handing out can be undone. */
import type { ProblemCode } from '@sidan/types/problems'
import { owns } from '../partners/rules.ts'
import { inTimeToUndo, type Verification, type VoucherFacts } from '../rewards/rules.ts'
import { type Actor, may } from '../roles/rules.ts'

/** For how many days something can be brought back. */
const returnDays = 7

/** When the first of those is handed out that can be brought back now. */
export const returnableSince = (now: Date): Date => new Date(now.getTime() - returnDays * 86_400_000)

interface Handed extends Pick<VoucherFacts, 'state' | 'pickUp' | 'partnerId'> {
  /** Who fetched it. */
  personId: string
}

/** Keepers and staff of the pick-up place and above it, and a partner's owner; of what somebody fetched themselves, not they. */
const takesBack = (actor: Actor, { personId, pickUp, partnerId }: Handed): boolean =>
  personId !== actor.personId && (may(actor, 'decide', pickUp) || (partnerId !== null && owns(actor, partnerId)))

/** Whether the actor may take it back now. To who may not there is no such voucher. */
export function mayTakeBack(
  handed: Handed,
  last: Verification | undefined,
  actor: Actor,
  now: Date,
): true | ProblemCode {
  if (!takesBack(actor, handed)) return 'not-found'
  if (handed.state !== 'used' || last === undefined) return 'redemption-not-used'
  return last.at >= returnableSince(now) ? true : 'return-too-late'
}

/** Whether it is offered: while handing out can be undone, that is offered instead. */
export const offersReturn = (handed: Handed, last: Verification, actor: Actor, now: Date): boolean =>
  !inTimeToUndo(last.at, now) && mayTakeBack(handed, last, actor, now) === true
