import type { Policy } from '@sidan/types/policy'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import type { Needs } from '../standing/rules.ts'
import type { OrderFacts } from './rules.ts'
import { type Found, findStatement } from './store.ts'

/** An order with all that its rules ask for, as this actor meets it. */
export interface OrderInHand {
  row: Found['order']
  item: Found['item']
  station: Found['station']
  facts: OrderFacts
  viewer: Actor
  policy: Policy
}

/** Facts for the rules from rows that hold an order and its item. */
export function factsOf(row: Found['order'], needs: Needs, goerIds: string[], policy: Policy): OrderFacts {
  return {
    ...row,
    goerIds,
    needs,
    leadDepartment: policy.platforms.find((platform) => platform.code === row.platformCode)?.leadDepartment,
  }
}

/** What a loaded row is to the actor. Refuses not-found when there is none. */
export async function inHand(tx: Tx, actor: Actor, found: Found | undefined): Promise<OrderInHand> {
  if (!found) return refuse('not-found')
  // Order flow counts as of submission.
  const policy = await policyOf(tx, found.order.policyVersion)
  return {
    row: found.order,
    item: found.item,
    station: found.station,
    facts: factsOf(found.order, found.item, found.goerIds, policy),
    viewer: actor,
    policy,
  }
}

/** Loads an order without locking it. Refuses not-found. */
export const findOrder = async (tx: Tx, actor: Actor, orderId: string): Promise<OrderInHand> =>
  inHand(tx, actor, (await findStatement(tx, { countyId: tx.countyId, orderId }))[0])
