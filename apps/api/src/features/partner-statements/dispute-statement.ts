import type { Tx } from '../../platform/db.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { lockFor } from './confirm-statement.ts'
import { mayDecideOn } from './rules.ts'
import { saveSaid } from './store.ts'

/** 有异议: whoever keeps the unit is told, and answers. */
export async function disputeStatement(tx: Tx, actor: Actor, statementId: string, words: string): Promise<void> {
  const { statement, partner } = await lockFor(tx, actor, statementId, mayDecideOn)
  await saveSaid(tx, statementId, 'disputed', { kind: 'disputed', words, byId: actor.personId })
  const about = `${partner.name} ${statement.month}`
  await tell(tx, [{ to: { keepersOf: partner.unit.id }, kind: 'statement-disputed', about, words }], actor.personId)
  await writeAudit(tx, {
    actorId: actor.personId,
    action: 'dispute-statement',
    subjectKind: 'partner-statement',
    subjectId: statementId,
  })
}
