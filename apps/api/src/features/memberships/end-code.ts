import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { mayLead } from '../teams/rules.ts'
import { lockTeam } from '../teams/store.ts'
import { saveCode } from './store.ts'

/** Takes a team's code away. */
export async function endCode(tx: Tx, actor: Actor, teamId: string): Promise<void> {
  const team = await lockTeam(tx, teamId, 'change')
  if (!team) return refuse('not-found')
  orRefuseTrue(mayLead(actor, team))
  await saveCode(tx, teamId, team.joinCodeNo, null)
}
