import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import type { Actor } from '../roles/rules.ts'
import { mayReview } from './rules.ts'
import { lockCheck, saveReview } from './store.ts'

/** A person decides about words that wait: others read them from now on, or never. */
export async function reviewWords(tx: Tx, actor: Actor, checkId: string, show: boolean): Promise<void> {
  orRefuseTrue(mayReview(actor))
  const check = await lockCheck(tx, checkId)
  if (!check) return refuse('not-found')
  orRefuseTrue(mayReview(actor, check.authorId))
  if (check.state !== 'held') refuse('words-not-held')
  await saveReview(tx, checkId, show, actor.personId)
  await writeAudit(tx, {
    actorId: actor.personId,
    action: show ? 'show-words' : 'hide-words',
    subjectKind: 'word-check',
    subjectId: checkId,
  })
}
