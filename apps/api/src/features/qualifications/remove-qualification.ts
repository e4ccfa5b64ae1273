import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { deleteQualification } from './store.ts'

/** Takes a paper of one's own back: it counts no more, and nothing of it stays. */
export async function removeQualification(tx: Tx, actor: Actor, id: string): Promise<void> {
  if (!(await deleteQualification(tx, actor.personId, id))) refuse('not-found')
}
