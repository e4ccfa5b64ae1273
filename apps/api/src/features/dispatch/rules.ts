/** 派单: which ways of sending an order the county's policy knows. */
import type { OrderTarget } from '@sidan/types/orders'
import type { Policy } from '@sidan/types/policy'
import type { ProblemCode } from '@sidan/types/problems'

/** Whether the policy lets an order be sent this way. */
export function mayTarget(target: OrderTarget, flow: Policy['orderFlow']): true | ProblemCode {
  const mode = target.kind === 'person' ? 'push' : target.kind
  return flow.modes.includes(mode) ? true : 'target-not-possible'
}
