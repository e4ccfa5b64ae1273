import type { OrderMove, OrderVerb } from '@sidan/types/order-states'
import type { Tx } from '../../platform/db.ts'
import { orRefuse, refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { inHand, type OrderInHand } from './reads.ts'
import { mayMove, viewpoint } from './rules.ts'
import { countClimbs, lockStatement } from './store.ts'

/** Loads an order for a decision: the row is locked until the transaction ends. Refuses not-found. */
export const lockOrder = async (tx: Tx, actor: Actor, orderId: string): Promise<OrderInHand> =>
  inHand(tx, actor, (await lockStatement(tx, { countyId: tx.countyId, orderId }))[0])

/**
 * Loads an order locked and decides whether the actor may do `verb`: not theirs to see → not-found; moved by somebody since `version` → order-changed;
 * else the rule's own refusal. The first use case of every move.
 */
export async function lockForMove(
  tx: Tx,
  actor: Actor,
  orderId: string,
  verb: OrderVerb,
  version: number,
): Promise<OrderInHand & { move: OrderMove }> {
  const hand = await lockOrder(tx, actor, orderId)
  if (viewpoint(hand.facts, hand.viewer) === undefined) {
    // Who was about to claim it saw it a moment ago: they may know that somebody was quicker.
    refuse(verb === 'accept' && actor.volunteer !== null && version < hand.row.version ? 'order-changed' : 'not-found')
  }
  // Climbing changes nothing that they decide on, and nobody else moved first.
  const moves = hand.row.version - version
  if (moves !== 0 && (await countClimbs(tx, orderId, version)) !== moves) refuse('order-changed')
  return { ...hand, move: orRefuse(mayMove(hand.facts, hand.viewer, verb, hand.policy.orderFlow, tx.now)) }
}
