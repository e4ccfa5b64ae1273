import type { Tx } from '../../platform/db.ts'
import { type Telling, tell } from '../notices/tell-person.ts'
import { addOfficeMinutes } from '../office-hours/rules.ts'
import { saveTexts } from '../order-texts/store.ts'
import type { Actor } from '../roles/rules.ts'
import { requestCheck } from '../word-checks/request-check.ts'
import { lockForMove } from './open-order.ts'
import { unassigned } from './rules.ts'
import { saveGoers, saveMove } from './store.ts'

/** 重新办: it goes to be dispatched anew, and everybody concerned is told — the station, the institute and who had gone. */
export async function reopenOrder(
  tx: Tx,
  actor: Actor,
  input: { orderId: string; version: number; words?: string | undefined },
): Promise<void> {
  const { row, item, station, facts, policy, move } = await lockForMove(
    tx,
    actor,
    input.orderId,
    'reopen',
    input.version,
  )
  await saveMove(tx, row, {
    verb: 'reopen',
    to: move.to,
    byId: actor.personId,
    patch: {
      ...unassigned,
      startsAt: null,
      endsAt: null,
      dueAt: addOfficeMinutes(tx.now, policy.orderFlow.deadlineMinutes.triaged, station),
    },
  })
  await saveGoers(tx, row.id, [])
  await saveTexts(tx, row.id, { reopenWords: input.words ?? null })
  await requestCheck(tx, 'orderReopening', { words: input.words, subjectId: row.id, authorId: actor.personId })
  const about = { kind: 'order-reopened', about: item.title, orderId: row.id } as const
  const gone = new Set([...facts.goerIds, ...(row.assigneeId === null ? [] : [row.assigneeId])])
  const tellings: Telling[] = [...gone].map((personId) => ({ to: { personId }, ...about }))
  tellings.push({ to: { keepersOf: row.stationId }, ...about })
  if (row.instituteId !== null) tellings.push({ to: { keepersOf: row.instituteId }, ...about })
  await tell(tx, tellings, actor.personId)
}
