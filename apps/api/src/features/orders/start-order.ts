import { moveOf } from '@sidan/types/order-states'
import type { Tx } from '../../platform/db.ts'
import { tell } from '../notices/tell-person.ts'
import type { OrderInHand } from './reads.ts'
import { saveMove } from './store.ts'

/** The first check-in starts the service; the order is already locked by the clock. Later check-ins of others change nothing. */
export async function startOrder(tx: Tx, hand: OrderInHand, byId: string, startedAt: Date): Promise<void> {
  const move = moveOf(hand.row.state, 'start')
  if (!move) return
  await saveMove(tx, hand.row, { verb: 'start', to: move.to, byId, patch: { startedAt } })
  await tell(
    tx,
    [{ to: { personId: hand.row.requesterId }, kind: 'order-started', about: hand.item.title, orderId: hand.row.id }],
    byId,
  )
}
