/** 对账单: which months are issued, and who may say what about one. Money between the county and a business; points never become any (rule-13). */
import { addMonths, civilMonth, monthSpan } from '@sidan/types/civil'
import type { Statement, StatementState } from '@sidan/types/partner-statements'
import type { ProblemCode } from '@sidan/types/problems'
import { owns, type PartnerPlace } from '../partners/rules.ts'
import { type Actor, keeps } from '../roles/rules.ts'

/** What was handed out in the last minutes of a month can be undone in the first ones of the next: a month is over an hour after its end. */
const settlingMs = 60 * 60_000
/** A server that stood still for so long issues what it missed. */
const monthsBack = 12

/** From when until when what was handed out belongs to months that are over and can be issued. */
export function issuable(now: Date): { from: Date; to: Date } {
  const month = civilMonth(new Date(now.getTime() - settlingMs))
  return { from: monthSpan(addMonths(month, -monthsBack)).from, to: monthSpan(month).from }
}

/** Whether the actor may confirm a statement or object to it: the owner, while it is open. */
export function mayDecideOn(actor: Actor, partner: PartnerPlace, state: StatementState): true | ProblemCode {
  if (!owns(actor, partner.id)) return 'not-allowed'
  return state === 'open' ? true : 'statement-not-open'
}

/** Whether the actor may answer an objection: who keeps the unit, or one above it; not who made it, should they be the owner as well. */
export function mayAnswer(actor: Actor, partner: PartnerPlace, state: StatementState): true | ProblemCode {
  if (!keeps(actor, partner.unit) || owns(actor, partner.id)) return 'not-allowed'
  return state === 'disputed' ? true : 'statement-not-disputed'
}

/** What the actor may do with a statement that they see. */
export function statementActions(
  actor: Actor,
  partner: PartnerPlace,
  state: StatementState,
): Statement['allowedActions'] {
  return [
    ...(mayDecideOn(actor, partner, state) === true ? (['confirm', 'dispute'] as const) : []),
    ...(mayAnswer(actor, partner, state) === true ? (['answer'] as const) : []),
  ]
}
