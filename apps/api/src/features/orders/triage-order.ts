import type { Tx } from '../../platform/db.ts'
import { tell } from '../notices/tell-person.ts'
import { addOfficeMinutes } from '../office-hours/rules.ts'
import type { Actor } from '../roles/rules.ts'
import { lockForMove } from './open-order.ts'
import { saveMove } from './store.ts'

/** 审核通过: the order now waits for dispatch. */
export async function triageOrder(tx: Tx, actor: Actor, input: { orderId: string; version: number }): Promise<void> {
  const { row, item, station, policy, move } = await lockForMove(tx, actor, input.orderId, 'triage', input.version)
  await saveMove(tx, row, {
    verb: 'triage',
    to: move.to,
    byId: actor.personId,
    patch: {
      answeredAt: row.answeredAt ?? tx.now,
      dueAt: addOfficeMinutes(tx.now, policy.orderFlow.deadlineMinutes.triaged, station),
    },
  })
  await tell(
    tx,
    [{ to: { personId: row.requesterId }, kind: 'order-triaged', about: item.title, orderId: row.id }],
    actor.personId,
  )
}
