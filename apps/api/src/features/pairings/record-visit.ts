import { addDays, civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { requestCheck } from '../word-checks/request-check.ts'
import { mayVisit, viewerOf } from './rules.ts'
import { insertVisit, lockPairing, savePairing, wentOn } from './store.ts'

/** Writes down that somebody looked in; the next visit is due so many days later. Minutes are the clock's alone (rule-30). */
export async function recordVisit(
  tx: Tx,
  actor: Actor,
  pairingId: string,
  visit: { visitedOn: string; orderId?: string | undefined; words?: string | undefined },
): Promise<void> {
  const today = civilDay(tx.now)
  const pairing = await lockPairing(tx, pairingId)
  if (!pairing || viewerOf(pairing, actor, today) === undefined) return refuse('not-found')
  orRefuseTrue(mayVisit(pairing, actor, visit.visitedOn, today))
  const { orderId = null, words = null } = visit
  if (orderId !== null && !(await wentOn(tx, orderId, actor.personId))) refuse('visit-order-unknown')
  const id = newId()
  const row = { id, pairingId, byId: actor.personId, visitedDay: visit.visitedOn, orderId, words }
  if (!(await insertVisit(tx, row))) refuse('visit-order-unknown')
  await requestCheck(tx, 'pairingVisit', { words, subjectId: id, authorId: actor.personId })
  const next = addDays(visit.visitedOn, pairing.everyDays)
  if (next > pairing.nextVisitDay) await savePairing(tx, pairingId, { nextVisitDay: next })
}
