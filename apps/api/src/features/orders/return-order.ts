import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { addOfficeMinutes } from '../deadlines/rules.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { lockForMove, noClockRuns, saveGoers, saveMove } from './store.ts'

/** 退回 by who accepted: back to be dispatched, without penalty (rule-09); the requester and the station are told at once. */
export async function returnOrder(
  tx: Tx,
  actor: Actor,
  input: { orderId: string; version: number; reason?: string | undefined },
): Promise<void> {
  const hand = await lockForMove(tx, actor, input.orderId, 'returnOrder', input.version)
  const { row, item, station, policy, move } = hand
  await noClockRuns(tx, row.id)
  if (input.reason !== undefined && !policy.orderFlow.declineReasons.some((reason) => reason.code === input.reason)) {
    refuse('reason-unknown')
  }
  await saveMove(tx, row, {
    verb: 'returnOrder',
    to: move.to,
    byId: actor.personId,
    reasonCode: input.reason ?? null,
    patch: {
      targetKind: null,
      targetPersonId: null,
      targetTeamId: null,
      assigneeId: null,
      assigneeTeamId: null,
      acceptedAt: null,
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
