import type { Tx } from '../../platform/db.ts'
import { type Telling, tell } from '../notices/tell-person.ts'
import { addOfficeMinutes } from '../office-hours/rules.ts'
import { saveMove } from '../orders/store.ts'
import { policyOf } from '../policy/reads.ts'
import { findUnitOfTier, lockOverdue } from './store.ts'

/**
 * Overdue orders climb 站→所→中心, one tier a time, and both sides are told: the keepers of the next tier, and the requester, who reads by when somebody
 * answers now. At the top the order stays and its time is set anew. Returns how many climbed.
 */
export async function escalateOrders(tx: Tx): Promise<number> {
  const overdue = await lockOverdue(tx)
  for (const { order, title, station } of overdue) {
    const { orderFlow } = await policyOf(tx, order.policyVersion)
    const top = orderFlow.escalation.length - 1
    const level = Math.min(order.escalationLevel + 1, top)
    const tier = orderFlow.escalation[level] ?? 'center'
    await saveMove(tx, order, {
      verb: 'escalate',
      to: order.state,
      byId: null,
      level,
      patch: { escalationLevel: level, dueAt: addOfficeMinutes(tx.now, orderFlow.escalateAfterMinutes, station) },
    })
    const unitId = await findUnitOfTier(tx, tier, order)
    const about = { about: title, orderId: order.id }
    const tellings: Telling[] = [{ to: { personId: order.requesterId }, kind: 'order-late-for-you', ...about }]
    if (unitId !== undefined) tellings.push({ to: { keepersOf: unitId }, kind: 'order-overdue', ...about })
    await tell(tx, [...tellings, { to: { keepersOf: order.stationId }, kind: 'order-overdue', ...about }])
  }
  return overdue.length
}
