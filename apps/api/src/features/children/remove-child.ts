import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { eraseChild } from './store.ts'

/** Removes a child of one's own: name, note and who may fetch them are erased, and both consents end. */
export async function removeChild(tx: Tx, actor: Actor, id: string): Promise<void> {
  if (!(await eraseChild(tx, actor.personId, id))) refuse('not-found')
}
