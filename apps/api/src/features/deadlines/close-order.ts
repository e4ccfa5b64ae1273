import type { Tx } from '../../platform/db.ts'
import { saveMove } from '../orders/store.ts'
import { policyOf } from '../policy/reads.ts'
import { lockOver } from './store.ts'

/** Closes orders that were rated, or were not rated in time; both can be reopened until then. Returns how many. */
export async function closeOrders(tx: Tx): Promise<number> {
  let closed = 0
  for (const { order } of await lockOver(tx)) {
    const { orderFlow } = await policyOf(tx, order.policyVersion)
    const days = order.state === 'rated' ? orderFlow.reopenWithinDays : orderFlow.rateWithinDays
    if (order.fulfilledAt === null || tx.now.getTime() - order.fulfilledAt.getTime() < days * 86_400_000) continue
    await saveMove(tx, order, { verb: 'close', to: 'closed', byId: null, patch: { closedAt: tx.now } })
    closed += 1
  }
  return closed
}
