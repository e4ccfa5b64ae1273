import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { requestCheck } from '../word-checks/request-check.ts'
import { mayLead } from './rules.ts'
import { lockTeam, saveTeam } from './store.ts'

/** The words of a team's page; others read them once they were checked (rule-44). */
export async function writeWords(tx: Tx, actor: Actor, teamId: string, words: string | null): Promise<void> {
  const team = await lockTeam(tx, teamId, 'change')
  if (!team) return refuse('not-found')
  orRefuseTrue(mayLead(actor, team))
  await saveTeam(tx, teamId, { pageWords: words })
  await requestCheck(tx, 'teamWords', { words, subjectId: teamId, authorId: actor.personId })
}
