/** 爱心时间池: who sets its time aside for an order. */
import type { ProblemCode } from '@sidan/types/problems'
import type { OrderFacts } from '../orders/rules.ts'
import { type Actor, may } from '../roles/rules.ts'

/** Who decides on orders where this one lies; not for what they asked for themselves, nor for what they serve and would earn by. */
export function maySetPoolTime(order: OrderFacts, actor: Actor): true | ProblemCode {
  if (!may(actor, 'decide', order)) return 'not-found'
  const asked = order.requesterKind === 'self' && order.requesterId === actor.personId
  const serves = order.assigneeId === actor.personId || order.goerIds.includes(actor.personId)
  return asked || serves ? 'own-order' : true
}
