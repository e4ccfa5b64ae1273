import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import { addOfficeMinutes } from '../office-hours/rules.ts'
import type { Actor } from '../roles/rules.ts'
import { lockForMove } from './open-order.ts'
import { knowsReason, unassigned } from './rules.ts'
import { saveGoers, saveMove } from './store.ts'

/** 退回 by who accepted: back to be dispatched, without penalty (rule-09); the requester and the station are told at once. */
export async function returnOrder(
  tx: Tx,
  actor: Actor,
  input: { orderId: string; version: number; reason?: string | undefined },
): Promise<void> {
  const { row, item, station, policy, move } = await lockForMove(tx, actor, input.orderId, 'returnOrder', input.version)
  orRefuseTrue(knowsReason(policy.orderFlow.declineReasons, input.reason))
  await saveMove(tx, row, {
    verb: 'returnOrder',
    to: move.to,
    byId: actor.personId,
    reasonCode: input.reason ?? null,
    patch: {
      ...unassigned,
      dueAt: addOfficeMinutes(tx.now, policy.orderFlow.deadlineMinutes.triaged, station),
    },
  })
  await saveGoers(tx, row.id, [])
  await tell(
    tx,
    [
      { to: { personId: row.requesterId }, kind: 'order-returned', about: item.title, orderId: row.id },
      { to: { keepersOf: row.stationId }, kind: 'order-returned', about: item.title, orderId: row.id },
    ],
    actor.personId,
  )
}
