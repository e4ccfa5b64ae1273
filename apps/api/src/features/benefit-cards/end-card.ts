import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { endOwnCard } from './store.ts'

/** 不用了: the consent is taken back, and the person stands on no list from then on (rule-21). */
export async function endCard(tx: Tx, actor: Actor, cardId: string): Promise<void> {
  if (!(await endOwnCard(tx, actor.personId, cardId))) refuse('not-found')
}
