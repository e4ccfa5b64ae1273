import type { ProblemCode } from '@sidan/types/problems'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { maySeeDealings, type PartnerPlace } from '../partners/rules.ts'
import { findPartner } from '../partners/store.ts'
import type { Actor } from '../roles/rules.ts'
import { mayDecideOn } from './rules.ts'
import { lockStatement, type StatementFacts, saveSaid } from './store.ts'

/** A statement the actor sees and of which `may` says true, locked, with its partner. */
export async function lockFor(
  tx: Tx,
  actor: Actor,
  statementId: string,
  may: (actor: Actor, partner: PartnerPlace, state: StatementFacts['state']) => true | ProblemCode,
): Promise<{ statement: StatementFacts; partner: PartnerPlace }> {
  const statement = await lockStatement(tx, statementId)
  const partner = statement && (await findPartner(tx, statement.partnerId))
  if (!statement || !partner || !maySeeDealings(actor, partner)) return refuse('not-found')
  orRefuseTrue(may(actor, partner, statement.state))
  return { statement, partner }
}

/** 确认. */
export async function confirmStatement(tx: Tx, actor: Actor, statementId: string): Promise<void> {
  await lockFor(tx, actor, statementId, mayDecideOn)
  await saveSaid(tx, statementId, 'confirmed', { kind: 'confirmed', byId: actor.personId })
  await writeAudit(tx, {
    actorId: actor.personId,
    action: 'confirm-statement',
    subjectKind: 'partner-statement',
    subjectId: statementId,
  })
}
