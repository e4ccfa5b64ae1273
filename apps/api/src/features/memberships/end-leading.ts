import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { mayRun } from '../teams/rules.ts'
import { lockTeam, saveMember } from '../teams/store.ts'
import { tellWhenLeaderless } from './leave-team.ts'
import { findRank } from './store.ts'

/** A leader steps down, or staff above ends it. Who led stays a member. */
export async function endLeading(tx: Tx, actor: Actor, teamId: string, personId: string): Promise<void> {
  const team = await lockTeam(tx, teamId, 'change')
  if (!team) return refuse('not-found')
  orRefuseTrue(personId === actor.personId || mayRun(actor, team))
  const rank = await findRank(tx, teamId, personId)
  if (rank === undefined || rank === 'member') return refuse('target-unknown')
  await saveMember(tx, { teamId, personId, rank: 'member' })
  await tellWhenLeaderless(tx, team)
}
