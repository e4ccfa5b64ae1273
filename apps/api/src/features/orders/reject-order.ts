import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import { saveTexts } from '../order-texts/store.ts'
import type { Actor } from '../roles/rules.ts'
import { lockForMove } from './open-order.ts'
import { knowsReason } from './rules.ts'
import { saveMove } from './store.ts'

/** 没能办, with a reason; the resident reads whom to call. Whoever it had been sent to is told too. */
export async function rejectOrder(
  tx: Tx,
  actor: Actor,
  input: { orderId: string; version: number; reason: string; words?: string | undefined },
): Promise<void> {
  const { row, item, policy, move } = await lockForMove(tx, actor, input.orderId, 'reject', input.version)
  orRefuseTrue(knowsReason(policy.orderFlow.rejectReasons, input.reason))
  await saveMove(tx, row, {
    verb: 'reject',
    to: move.to,
    byId: actor.personId,
    reasonCode: input.reason,
    patch: { answeredAt: row.answeredAt ?? tx.now, dueAt: null },
  })
  await saveTexts(tx, row.id, { decisionWords: input.words ?? null })
  const concerned = [row.requesterId, ...(row.targetPersonId ? [row.targetPersonId] : [])]
  await tell(
    tx,
    concerned.map((personId) => ({ to: { personId }, kind: 'order-rejected', about: item.title, orderId: row.id })),
    actor.personId,
  )
}
