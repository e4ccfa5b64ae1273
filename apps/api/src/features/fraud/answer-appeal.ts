import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { mayAnswerAppeal } from './rules.ts'
import { settleDecision } from './settle-decision.ts'
import { lockDecision, saveAnswer } from './store.ts'

/** Another keeper than who decided upholds the decision, which takes effect at once, or lifts it: then nothing was ever booked. */
export async function answerAppeal(
  tx: Tx,
  actor: Actor,
  input: { recordId: string; upheld: boolean; words: string },
): Promise<void> {
  const decision = await lockDecision(tx, input.recordId)
  orRefuseTrue(mayAnswerAppeal(decision, actor))
  const { recordId, personId, title } = decision
  const { upheld, words } = input
  await saveAnswer(tx, recordId, { byId: actor.personId, words, upheld })
  if (upheld) await settleDecision(tx, decision, { kind: 'fraud-upheld', words })
  else await tell(tx, [{ to: { personId }, kind: 'fraud-lifted', about: title, recordId, words }])
  await writeAudit(tx, {
    actorId: actor.personId,
    action: upheld ? 'uphold-fraud' : 'lift-fraud',
    subjectKind: 'record',
    subjectId: recordId,
  })
}
