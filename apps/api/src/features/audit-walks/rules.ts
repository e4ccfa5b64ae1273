/** Who draws an audit walk, and about which days. */
import type { ProblemCode } from '@sidan/types/problems'
import type { Actor } from '../roles/rules.ts'

/** How many minutes or points a walk has, where there are as many. */
export const drawsOfWalk = 10

/** The county's auditor and its keeper. */
export const mayWalk = (actor: Actor): true | ProblemCode =>
  actor.grants.some(({ role, tier }) => tier === 'center' && (role === 'auditor' || role === 'countyKeeper'))
    ? true
    : 'not-allowed'

/** Whether these days can be walked through: in order, and not yet to come. */
export const mayBeWalked = (days: { fromDay: string; untilDay: string }, today: string): true | ProblemCode =>
  days.fromDay <= days.untilDay && days.untilDay <= today ? true : 'period-invalid'
