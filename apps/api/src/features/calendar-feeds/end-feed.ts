import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { endFeed as saveEnd } from './store.ts'

/** Ends a link: it is dead at the next look. */
export async function endFeed(tx: Tx, actor: Actor, feedId: string): Promise<void> {
  if (!(await saveEnd(tx, actor.personId, feedId))) refuse('not-found')
}
