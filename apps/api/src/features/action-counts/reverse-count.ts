import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { reverse } from '../ledger/post.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { mayReverse } from './rules.ts'
import { lockCount, saveUndone } from './store.ts'

/** 撤回: a counting that was a mistake, with words that the volunteer reads. Its pieces can be counted anew; of its points what is left goes back. */
export async function reverseCount(
  tx: Tx,
  actor: Actor,
  { countId, words }: { countId: string; words: string },
): Promise<void> {
  const count = (await lockCount(tx, countId)) ?? refuse('not-found')
  orRefuseTrue(mayReverse(actor, { ...count, place: count }))
  await saveUndone(tx, countId, { byId: actor.personId, words })
  await reverse(tx, { personId: count.personId, ref: countId, chainId: countId, today: civilDay(tx.now) })
  await tell(
    tx,
    count.left
      ? []
      : [
          {
            to: { personId: count.personId },
            kind: 'action-count-reversed',
            about: `${count.actionName} ${count.pieces} ${count.measure}`,
            points: count.pieces * count.piecePoints,
            words,
          },
        ],
    actor.personId,
  )
}
