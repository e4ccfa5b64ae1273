/**
 * What may happen to an order, and what becomes of it. Pure: facts in, decision out; the state table itself is data in types/order-states.
 *
 * `mayMove` answers for every verb whether this viewer may do it now; the same answer makes `allowedActions`, so the client never re-derives a rule.
 * Declining and returning are always possible for whom it concerns and change nothing about the person (rule-09).
 */
import { moveOf, type OrderMove, type OrderState, OrderVerb } from '@sidan/types/order-states'
import type { UnitTier } from '@sidan/types/organisation'
import type { Policy } from '@sidan/types/policy'
import type { ProblemCode } from '@sidan/types/problems'
import { type Actor, decidingTiers, lets } from '../roles/rules.ts'
import { lacks, type Needs } from '../standing/rules.ts'

type Flow = Policy['orderFlow']

/** An order as its rules see it. */
export interface OrderFacts {
  id: string
  state: OrderState
  version: number
  requesterId: string
  requesterKind: 'self' | 'proxy' | 'group'
  stationId: string
  instituteId: string | null
  targetKind: 'person' | 'team' | 'claim' | null
  targetPersonId: string | null
  targetTeamId: string | null
  assigneeId: string | null
  assigneeTeamId: string | null
  goerIds: string[]
  escalationLevel: number
  needs: Needs
  /** Preset code of the department that leads the order's platform. */
  leadDepartment: string | undefined
  fulfilledAt: Date | null
  ratedAt: Date | null
}

const isRequester = (order: OrderFacts, viewer: Actor) => order.requesterId === viewer.personId
const includes = (list: readonly string[], value: string | null) => value !== null && list.includes(value)

/** Tiers at which the viewer stands above the order; a lead department counts as `leadAgency`. */
function tiersOf(order: OrderFacts, viewer: Actor): (UnitTier | 'leadAgency')[] {
  const leads = viewer.grants.some(
    (grant) => grant.tier === 'department' && grant.unitCode === order.leadDepartment && lets(grant, 'decide'),
  )
  return [...decidingTiers(viewer, order), ...(leads ? (['leadAgency'] as const) : [])]
}

/** Policy names the tiers that may act; an overdue order may also be acted on by each tier it has climbed to. */
function staffMay(order: OrderFacts, viewer: Actor, verb: OrderVerb, flow: Flow): true | ProblemCode {
  const named: readonly string[] = verb === 'dispatch' ? flow.mayDispatch : flow.mayTriage
  const climbed = flow.escalation.slice(0, order.escalationLevel + 1)
  const allowed = order.escalationLevel > 0 ? [...named, ...climbed] : named
  if (!tiersOf(order, viewer).some((tier) => allowed.includes(tier))) return 'not-allowed'
  return order.requesterKind === 'self' && isRequester(order, viewer) ? 'own-order' : true
}

function askedMay(order: OrderFacts, viewer: Actor, verb: OrderVerb): true | ProblemCode {
  const me = viewer.personId
  if (verb === 'accept' && isRequester(order, viewer)) return 'own-order'
  if (order.targetKind === 'person' && order.targetPersonId !== me) return 'not-asked'
  if (order.targetKind === 'team' && !includes(viewer.ledTeamIds, order.targetTeamId)) return 'not-asked'
  if (order.targetKind === 'claim' && verb === 'decline') return 'not-asked'
  if (verb === 'decline') return true
  if (viewer.volunteer === null) return 'not-allowed'
  // A leader accepts for the team; whether those who go are fit is asked of them by name.
  return order.targetKind === 'team' ? true : (lacks(order.needs, viewer.volunteer) ?? true)
}

function assigneeMay(order: OrderFacts, viewer: Actor, verb: OrderVerb): true | ProblemCode {
  const me = viewer.personId
  if (order.assigneeId === me || includes(viewer.ledTeamIds, order.assigneeTeamId)) {
    return verb === 'nameGoers' && order.assigneeTeamId === null ? 'not-allowed' : true
  }
  return (verb === 'start' || verb === 'fulfill') && order.goerIds.includes(me) ? true : 'not-allowed'
}

function moverMay(order: OrderFacts, viewer: Actor, move: OrderMove, flow: Flow): true | ProblemCode {
  switch (move.who) {
    case 'requester':
      return isRequester(order, viewer) ? true : 'not-allowed'
    case 'staff':
      return staffMay(order, viewer, move.verb, flow)
    case 'asked':
      return askedMay(order, viewer, move.verb)
    case 'assignee':
      return assigneeMay(order, viewer, move.verb)
    case 'system':
      return 'not-allowed'
  }
}

/** The time for rating, and for asking for it to be done again, ends. */
function inTime(order: OrderFacts, verb: OrderVerb, flow: Flow, now: Date): true | ProblemCode {
  const since = (from: Date | null) => (from === null ? 0 : (now.getTime() - from.getTime()) / 86_400_000)
  if (verb === 'rate' && since(order.fulfilledAt) > flow.rateWithinDays) return 'rating-over'
  if (verb === 'reopen' && since(order.fulfilledAt) > flow.reopenWithinDays) return 'rating-over'
  return true
}

/** Whether the viewer may do `verb` now: the table's move, or the problem code that says why not. */
export function mayMove(
  order: OrderFacts,
  viewer: Actor,
  verb: OrderVerb,
  flow: Flow,
  now: Date,
): OrderMove | ProblemCode {
  const move = moveOf(order.state, verb)
  if (!move) return 'order-not-open'
  for (const answer of [moverMay(order, viewer, move, flow), inTime(order, verb, flow, now)]) {
    if (answer !== true) return answer
  }
  return move
}

/** Every verb this viewer may do now. Starting is the clock's, closing and escalating the system's: they have no button. */
export const allowedActions = (order: OrderFacts, viewer: Actor, flow: Flow, now: Date): OrderVerb[] =>
  OrderVerb.options.filter((verb) => verb !== 'start' && typeof mayMove(order, viewer, verb, flow, now) !== 'string')

/** A reason is one of the policy's one-tap reasons; none at all is fine where none is asked for. */
export const knowsReason = (reasons: Flow['declineReasons'], code: string | undefined): true | ProblemCode =>
  code === undefined || reasons.some((reason) => reason.code === code) ? true : 'reason-unknown'

/** An order that nobody is asked for and nobody has: it waits to be dispatched. */
export const unassigned = {
  targetKind: null,
  targetPersonId: null,
  targetTeamId: null,
  assigneeId: null,
  assigneeTeamId: null,
  acceptedAt: null,
} as const

/** What the viewer is to the order; `undefined` when it is not theirs to see (then it is not-found). */
export function viewpoint(order: OrderFacts, viewer: Actor): 'requester' | 'assignee' | 'asked' | 'staff' | undefined {
  const me = viewer.personId
  if (isRequester(order, viewer)) return 'requester'
  if (order.assigneeId === me || order.goerIds.includes(me) || includes(viewer.ledTeamIds, order.assigneeTeamId))
    return 'assignee'
  if (tiersOf(order, viewer).length > 0 || seesAsAuditor(order, viewer)) return 'staff'
  if (order.state !== 'dispatched') return undefined
  const asked =
    order.targetPersonId === me ||
    includes(viewer.ledTeamIds, order.targetTeamId) ||
    (order.targetKind === 'claim' && viewer.volunteer !== null)
  return asked ? 'asked' : undefined
}

const seesAsAuditor = (order: OrderFacts, viewer: Actor) =>
  viewer.grants.some(
    (grant) =>
      grant.role === 'auditor' &&
      (grant.tier === 'center' || grant.unitId === order.instituteId || grant.unitId === order.stationId),
  )

/** rule-27: address and phone are for who goes or accepted, from acceptance until the order is closed. */
export function maySeeContact(order: OrderFacts, viewer: Actor): boolean {
  const open: OrderState[] = ['accepted', 'inService', 'fulfilled']
  return open.includes(order.state) && viewpoint(order, viewer) === 'assignee'
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const words = [
  '桂花',
  '青松',
  '石榴',
  '荷塘',
  '稻香',
  '枫叶',
  '竹林',
  '山泉',
  '晨光',
  '油菜',
  '银杏',
  '茶园',
  '白鹭',
  '春雨',
  '老街',
  '石桥',
]

/** The recipient's code, eight letters and digits: who types or scans it was with the recipient. Derived from a secret, never stored. */
export const serviceCodeOf = (secret: Uint8Array): string =>
  Array.from(secret.slice(0, 8), (byte) => alphabet[byte % 32]).join('')

/** The word both sides compare at the door. */
export const doorWordOf = (secret: Uint8Array): string => words[(secret[0] ?? 0) % words.length] ?? '桂花'
