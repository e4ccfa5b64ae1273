import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { lockTeam } from '../teams/store.ts'
import { findLeading, findRank, insertRequest } from './store.ts'

/** 申请加入: its leaders are told; where nobody leads, the unit is. */
export async function requestMembership(
  tx: Tx,
  actor: Actor,
  requestId: string,
  { teamId, showsName }: { teamId: string; showsName: boolean },
): Promise<void> {
  const team = await lockTeam(tx, teamId, 'share')
  if (!team) return refuse('not-found')
  if (actor.volunteer === null) refuse('volunteer-needed')
  if (await findRank(tx, teamId, actor.personId)) refuse('already-in-team')
  if (!(await insertRequest(tx, { id: requestId, teamId, personId: actor.personId, showsName })))
    refuse('already-asked')
  const leading = await findLeading(tx, teamId)
  const to = leading.length > 0 ? leading.map((personId) => ({ personId })) : [{ keepersOf: team.unitId }]
  await tell(
    tx,
    to.map((audience) => ({ to: audience, kind: 'team-join-asked' as const, about: team.name, teamId })),
    actor.personId,
  )
}
