import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { mayRun } from './rules.ts'
import { endTeam, hasOpenOrders, lockTeam, lockTree } from './store.ts'

/** Closes a team and tells its members. An order sent to it that is open stands in the way; while it is being closed none can be sent. */
export async function closeTeam(tx: Tx, actor: Actor, teamId: string): Promise<void> {
  await lockTree(tx)
  const team = await lockTeam(tx, teamId, 'close')
  if (!team) return refuse('not-found')
  orRefuseTrue(mayRun(actor, team))
  if (await hasOpenOrders(tx, teamId)) refuse('team-has-orders')
  const members = await endTeam(tx, team)
  await writeAudit(tx, { actorId: actor.personId, action: 'close-team', subjectKind: 'team', subjectId: teamId })
  const tellings = members.map((personId) => ({ to: { personId }, kind: 'team-closed' as const, about: team.name }))
  await tell(tx, tellings, actor.personId)
}
