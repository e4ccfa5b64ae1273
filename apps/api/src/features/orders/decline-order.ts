import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import { addOfficeMinutes } from '../office-hours/rules.ts'
import type { Actor } from '../roles/rules.ts'
import { lockForMove } from './open-order.ts'
import { knowsReason, unassigned } from './rules.ts'
import { saveMove } from './store.ts'

/** 暂不接: the order goes back to be dispatched. Nothing about the person is written down but that this order is not asked of them again (rule-09). */
export async function declineOrder(
  tx: Tx,
  actor: Actor,
  input: { orderId: string; version: number; reason?: string | undefined },
): Promise<void> {
  const { row, item, station, policy, move } = await lockForMove(tx, actor, input.orderId, 'decline', input.version)
  orRefuseTrue(knowsReason(policy.orderFlow.declineReasons, input.reason))
  await saveMove(tx, row, {
    verb: 'decline',
    to: move.to,
    byId: actor.personId,
    reasonCode: input.reason ?? null,
    patch: {
      ...unassigned,
      dueAt: addOfficeMinutes(tx.now, policy.orderFlow.deadlineMinutes.triaged, station),
    },
  })
  await tell(
    tx,
    [{ to: { keepersOf: row.stationId }, kind: 'order-declined', about: item.title, orderId: row.id }],
    actor.personId,
  )
}
