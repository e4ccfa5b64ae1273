import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import { saveTexts } from '../order-texts/store.ts'
import { knowsPhotos } from '../photos/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { requestCheck } from '../word-checks/request-check.ts'
import { lockForMove } from './open-order.ts'
import { noClockRuns, saveMove } from './store.ts'

/** 办结: what was done, counted results, photos if anybody wants to (rule-29). Everybody who went must have checked out. */
export async function fulfillOrder(
  tx: Tx,
  actor: Actor,
  input: {
    orderId: string
    version: number
    note?: string | undefined
    photos?: string[] | undefined
    counts?: { what: string; count: number }[] | undefined
  },
): Promise<void> {
  const hand = await lockForMove(tx, actor, input.orderId, 'fulfill', input.version)
  const { row, item, move } = hand
  await noClockRuns(tx, row.id)
  const photos = input.photos ?? []
  if (photos.length > 0 && !(await knowsPhotos(tx, photos))) refuse('photo-refused', 'upload the photo first')
  await saveMove(tx, row, {
    verb: 'fulfill',
    to: move.to,
    byId: actor.personId,
    patch: { fulfilledAt: tx.now, resultCounts: input.counts ?? [], resultPhotos: photos, dueAt: null },
  })
  await saveTexts(tx, row.id, { resultNote: input.note ?? null })
  await requestCheck(tx, 'orderResult', { words: input.note, subjectId: row.id, authorId: actor.personId })
  await tell(
    tx,
    [
      { to: { personId: row.requesterId }, kind: 'order-fulfilled', about: item.title, orderId: row.id },
      { to: { keepersOf: row.stationId }, kind: 'order-fulfilled', about: item.title, orderId: row.id },
    ],
    actor.personId,
  )
}
