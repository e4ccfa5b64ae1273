import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { lockTeam, saveMember } from '../teams/store.ts'
import { endRequests, takeNaming } from './store.ts'

/** Says yes or no to leading. Who says yes is shown on the team's page from then on. */
export async function answerNaming(tx: Tx, actor: Actor, teamId: string, accept: boolean): Promise<void> {
  if (!(await lockTeam(tx, teamId, 'share'))) return refuse('not-found')
  const rank = await takeNaming(tx, teamId, actor.personId)
  if (rank === undefined) return refuse('not-named')
  if (!accept) return
  await saveMember(tx, { teamId, personId: actor.personId, rank })
  await endRequests(tx, teamId, actor.personId)
}
