import type { Tx } from '../../platform/db.ts'
import { type Telling, tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { lockForMove } from './open-order.ts'
import { saveMove } from './store.ts'

/** 撤销 by the requester, any time before the service starts. Everybody who was on it is told. */
export async function cancelOrder(tx: Tx, actor: Actor, input: { orderId: string; version: number }): Promise<void> {
  const { row, item, facts, move } = await lockForMove(tx, actor, input.orderId, 'cancel', input.version)
  await saveMove(tx, row, { verb: 'cancel', to: move.to, byId: actor.personId, patch: { dueAt: null } })
  const concerned = new Set([...facts.goerIds, row.assigneeId, row.targetPersonId])
  const tellings: Telling[] = [...concerned]
    .filter((personId) => personId !== null)
    .map((personId) => ({ to: { personId }, kind: 'order-cancelled', about: item.title, orderId: row.id }))
  await tell(
    tx,
    [...tellings, { to: { keepersOf: row.stationId }, kind: 'order-cancelled', about: item.title, orderId: row.id }],
    actor.personId,
  )
}
