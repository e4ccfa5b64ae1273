import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { lockRequest, saveAnswer } from './store.ts'

/** Who asked takes it back. */
export async function cancelRequest(tx: Tx, actor: Actor, requestId: string): Promise<void> {
  const request = await lockRequest(tx, requestId)
  if (request?.personId !== actor.personId) return refuse('not-found')
  if (request.state !== 'waiting') refuse('request-answered')
  await saveAnswer(tx, requestId, { state: 'cancelled', reason: null, byId: null })
}
