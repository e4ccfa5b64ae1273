import type { BodyOf } from '@sidan/types/endpoint'
import type { answerStatement } from '@sidan/types/partner-statements'
import type { Tx } from '../../platform/db.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { tell } from '../notices/tell-person.ts'
import { findOwners } from '../partners/store.ts'
import type { Actor } from '../roles/rules.ts'
import { lockFor } from './confirm-statement.ts'
import { mayAnswer } from './rules.ts'
import { saveSaid } from './store.ts'

/** 答复: the sums of what was handed out stay as they are; what is added or taken off stands beside them. The owner decides anew. */
export async function answerDispute(
  tx: Tx,
  actor: Actor,
  statementId: string,
  { words, adjustmentFen }: BodyOf<typeof answerStatement>,
): Promise<void> {
  const { statement, partner } = await lockFor(tx, actor, statementId, mayAnswer)
  await saveSaid(tx, statementId, 'open', { kind: 'answered', words, adjustmentFen, byId: actor.personId })
  const about = `${partner.name} ${statement.month}`
  const owners = await findOwners(tx, partner.id)
  await tell(
    tx,
    owners.map((personId) => ({ to: { personId }, kind: 'statement-answered' as const, about, words })),
    actor.personId,
  )
  await writeAudit(tx, {
    actorId: actor.personId,
    action: 'answer-statement',
    subjectKind: 'partner-statement',
    subjectId: statementId,
  })
}
