import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import { saveTexts } from '../order-texts/store.ts'
import type { Actor } from '../roles/rules.ts'
import { lockForMove } from './open-order.ts'
import { knowsReason } from './rules.ts'
import { saveMove } from './store.ts'

/** 退回补充 with one of the policy's one-tap reasons: the requester corrects and submits again. */
export async function sendBackOrder(
  tx: Tx,
  actor: Actor,
  input: { orderId: string; version: number; reason: string; words?: string | undefined },
): Promise<void> {
  const { row, item, policy, move } = await lockForMove(tx, actor, input.orderId, 'sendBack', input.version)
  orRefuseTrue(knowsReason(policy.orderFlow.returnReasons, input.reason))
  await saveMove(tx, row, {
    verb: 'sendBack',
    to: move.to,
    byId: actor.personId,
    reasonCode: input.reason,
    patch: { answeredAt: row.answeredAt ?? tx.now, dueAt: null },
  })
  await saveTexts(tx, row.id, { decisionWords: input.words ?? null })
  await tell(
    tx,
    [{ to: { personId: row.requesterId }, kind: 'order-sent-back', about: item.title, orderId: row.id }],
    actor.personId,
  )
}
