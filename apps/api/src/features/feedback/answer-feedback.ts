import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import { type Actor, decidingTiers } from '../roles/rules.ts'
import { lockFeedback, saveAnswer } from './store.ts'

/** Answers a piece of feedback, by staff of the unit it was sent to or above; a later answer replaces an earlier one, and the person is told. */
export async function answerFeedback(tx: Tx, actor: Actor, id: string, answer: string): Promise<void> {
  const found = await lockFeedback(tx, id)
  if (!found) return refuse('not-found')
  // Who wrote it knows that it is there; anybody else does not.
  if (decidingTiers(actor, found).length === 0) refuse(found.personId === actor.personId ? 'not-allowed' : 'not-found')
  await saveAnswer(tx, id, answer, actor.personId)
  await tell(
    tx,
    [
      {
        to: { personId: found.personId },
        kind: 'feedback-answered',
        about: Array.from(found.words).slice(0, 20).join(''),
      },
    ],
    actor.personId,
  )
}
