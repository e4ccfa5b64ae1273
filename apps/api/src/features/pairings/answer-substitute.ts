import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { viewerOf } from './rules.ts'
import { lockPairing, saveSubstituteAnswer } from './store.ts'

/** Who was asked to stand in says yes or no. */
export async function answerSubstitute(tx: Tx, actor: Actor, pairingId: string, accept: boolean): Promise<void> {
  const pairing = await lockPairing(tx, pairingId)
  if (!pairing || viewerOf(pairing, actor, civilDay(tx.now)) === undefined) return refuse('not-found')
  if (!(await saveSubstituteAnswer(tx, pairingId, actor.personId, accept))) refuse('not-named')
}
