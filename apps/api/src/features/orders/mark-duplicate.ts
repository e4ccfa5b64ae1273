import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { lockForMove } from './open-order.ts'
import { findByShortCode, saveMove } from './store.ts'

/** 并到另一张单, named by its short code: that one goes on, this one ends, and its requester is told. */
export async function markDuplicate(
  tx: Tx,
  actor: Actor,
  input: { orderId: string; version: number; duplicateOf: string },
): Promise<void> {
  const { row, item, move } = await lockForMove(tx, actor, input.orderId, 'markDuplicate', input.version)
  const original = await findByShortCode(tx, input.duplicateOf)
  if (!original) return refuse('not-found', 'duplicateOf')
  if (original.id === row.id || original.state === 'duplicate') return refuse('duplicate-of-itself')
  await saveMove(tx, row, {
    verb: 'markDuplicate',
    to: move.to,
    byId: actor.personId,
    patch: { answeredAt: row.answeredAt ?? tx.now, dueAt: null, duplicateOfId: original.id },
  })
  await tell(
    tx,
    [{ to: { personId: row.requesterId }, kind: 'order-duplicate', about: item.title, orderId: row.id }],
    actor.personId,
  )
}
