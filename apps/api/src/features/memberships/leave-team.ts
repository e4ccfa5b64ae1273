import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { lockTeam, type TeamRow } from '../teams/store.ts'
import { findLeading, findRank, removeMember } from './store.ts'

/** 退出队伍: free, at once, without a reason. The team is locked, so that of two leaders who go at once the last one is noticed. */
export async function leaveTeam(tx: Tx, actor: Actor, teamId: string): Promise<void> {
  const team = await lockTeam(tx, teamId, 'change')
  if (!team) return refuse('not-found')
  const rank = await findRank(tx, teamId, actor.personId)
  if (!rank || !(await removeMember(tx, teamId, actor.personId))) return refuse('not-in-team')
  if (rank !== 'member') await tellWhenLeaderless(tx, team)
}

/** When nobody leads a team any more, its unit is told. */
export async function tellWhenLeaderless(tx: Tx, team: TeamRow): Promise<void> {
  if ((await findLeading(tx, team.id)).length > 0) return
  await tell(tx, [{ to: { keepersOf: team.unitId }, kind: 'team-without-leader', about: team.name, teamId: team.id }])
}
