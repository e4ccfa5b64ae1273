import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { countCodeUp } from './store.ts'

/** Another pick-up code for a child of one's own; the one before is over. */
export async function issuePickUpCode(tx: Tx, actor: Actor, id: string): Promise<void> {
  if (!(await countCodeUp(tx, actor.personId, id))) refuse('not-found')
}
