import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { requestCheck } from '../word-checks/request-check.ts'
import { findAddressee, insertFeedback } from './store.ts'

/** 意见与投诉, to a unit, the home station or the center (rule-32). */
export async function giveFeedback(
  tx: Tx,
  actor: Actor,
  id: string,
  input: { words: string; unitId?: string | undefined },
): Promise<void> {
  const unitId = await findAddressee(tx, input.unitId, actor.homeStationId)
  if (unitId === undefined) return refuse('not-found')
  await insertFeedback(tx, { id, personId: actor.personId, unitId, words: input.words })
  await requestCheck(tx, 'feedback', { words: input.words, subjectId: id, authorId: actor.personId })
}
