/**
 * The life of an order, as data. Server, client and docs read this one table.
 *
 *   submitted ─triage→ triaged ─dispatch→ dispatched ─accept→ accepted ─start→ inService ─fulfill→ fulfilled ─rate→ rated ─close→ closed
 *
 * Staff may send back (returned), reject or mark a duplicate before anybody accepted; the requester may cancel until the service starts;
 * who accepted may return the order (no penalty, rule-09); the requester may ask for it to be done again (reopened), and it is dispatched anew.
 * Escalation is a level beside the state, not a state.
 */
import * as z from 'zod/mini'

export const orderStates = [
  'submitted',
  'triaged',
  'dispatched',
  'accepted',
  'inService',
  'fulfilled',
  'rated',
  'closed',
  'rejected',
  'returned',
  'cancelled',
  'duplicate',
  'reopened',
] as const
export const OrderState = z.enum(orderStates)
export type OrderState = z.infer<typeof OrderState>

export const OrderVerb = z.enum([
  'submit',
  'resubmit',
  'triage',
  'sendBack',
  'reject',
  'markDuplicate',
  'dispatch',
  'accept',
  'decline',
  'returnOrder',
  'nameGoers',
  'start',
  'fulfill',
  'rate',
  'reopen',
  'cancel',
  'close',
  'escalate',
])
export type OrderVerb = z.infer<typeof OrderVerb>

/**
 * Who moves an order: its `requester` (or proxy), `staff` in whose subtree it lies and whose tier the policy lets act, the `asked` (a volunteer it was sent to,
 * a leader of the asked team, anybody fit when it is open for claiming), the `assignee` who accepted (or leads the team that did), or the `system`.
 */
export type OrderMover = 'requester' | 'staff' | 'asked' | 'assignee' | 'system'

export interface OrderMove {
  readonly from: OrderState
  readonly verb: OrderVerb
  readonly who: OrderMover
  readonly to: OrderState
}

const move = (verb: OrderVerb, who: OrderMover, to: OrderState | 'same', ...from: OrderState[]): OrderMove[] =>
  from.map((state) => ({ from: state, verb, who, to: to === 'same' ? state : to }))

export const orderMoves: readonly OrderMove[] = [
  ...move('triage', 'staff', 'triaged', 'submitted'),
  ...move('sendBack', 'staff', 'returned', 'submitted', 'triaged'),
  ...move('reject', 'staff', 'rejected', 'submitted', 'triaged', 'dispatched'),
  ...move('markDuplicate', 'staff', 'duplicate', 'submitted', 'triaged', 'dispatched'),
  ...move('resubmit', 'requester', 'submitted', 'returned'),
  ...move('dispatch', 'staff', 'dispatched', 'triaged', 'reopened', 'dispatched', 'accepted'),
  ...move('accept', 'asked', 'accepted', 'dispatched'),
  ...move('decline', 'asked', 'triaged', 'dispatched'),
  ...move('returnOrder', 'assignee', 'triaged', 'accepted'),
  ...move('nameGoers', 'assignee', 'same', 'accepted', 'inService'),
  ...move('start', 'assignee', 'inService', 'accepted'),
  ...move('fulfill', 'assignee', 'fulfilled', 'accepted', 'inService'),
  ...move('rate', 'requester', 'rated', 'fulfilled'),
  ...move('reopen', 'requester', 'reopened', 'fulfilled', 'rated', 'closed'),
  ...move('close', 'system', 'closed', 'fulfilled', 'rated'),
  ...move('cancel', 'requester', 'cancelled', 'submitted', 'triaged', 'dispatched', 'accepted', 'returned', 'reopened'),
  ...move('escalate', 'system', 'same', 'submitted', 'triaged', 'dispatched', 'reopened'),
]

/** The move of a verb from a state, or undefined when the table has none. */
export const moveOf = (from: OrderState, verb: OrderVerb): OrderMove | undefined =>
  orderMoves.find((row) => row.from === from && row.verb === verb)

/** States in which somebody at the center still has to act; the work lists' partial indexes repeat this set literally. */
export const waitingStates = ['submitted', 'triaged', 'dispatched', 'reopened'] as const satisfies readonly OrderState[]

/** States after which nothing can be done any more except reopening a closed order. */
export const endStates = ['closed', 'rejected', 'cancelled', 'duplicate'] as const satisfies readonly OrderState[]
