import type { LeadingRank } from '@sidan/types/teams'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { mayLead } from '../teams/rules.ts'
import { lockTeam } from '../teams/store.ts'
import { findRank, findVolunteer, saveNaming } from './store.ts'

/** Names a volunteer to lead: they are asked, and nothing is shown until they say yes (rule-07). */
export async function nameLeader(
  tx: Tx,
  actor: Actor,
  teamId: string,
  { personId, rank }: { personId: string; rank: LeadingRank },
): Promise<void> {
  const team = await lockTeam(tx, teamId, 'change')
  if (!team) return refuse('not-found')
  orRefuseTrue(mayLead(actor, team))
  if (!(await findVolunteer(tx, personId))) refuse('target-unknown')
  if ((await findRank(tx, teamId, personId)) === rank) refuse('already-leads')
  await saveNaming(tx, { teamId, personId, rank, byId: actor.personId })
  await tell(tx, [{ to: { personId }, kind: 'team-lead-named', about: team.name, teamId }], actor.personId)
}
