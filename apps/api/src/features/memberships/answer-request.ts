import type { JoinReason } from '@sidan/types/memberships'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { mayLead } from '../teams/rules.ts'
import { lockTeam } from '../teams/store.ts'
import { addMember, lockRequest, saveAnswer } from './store.ts'

/** A leader, a deputy leader or staff above answers. Of two who answer at once, the second finds it answered. */
export async function answerRequest(
  tx: Tx,
  actor: Actor,
  requestId: string,
  answer: { accept: boolean; reason?: JoinReason | undefined },
): Promise<void> {
  const request = await lockRequest(tx, requestId)
  if (!request) return refuse('not-found')
  const team = await lockTeam(tx, request.teamId, 'share')
  if (!team) return refuse('not-found')
  orRefuseTrue(request.personId === actor.personId ? 'not-allowed' : mayLead(actor, team))
  if (request.state !== 'waiting') refuse('request-answered')
  const state = answer.accept ? 'accepted' : 'refused'
  const reason = answer.accept ? null : (answer.reason ?? null)
  await saveAnswer(tx, requestId, { state, reason, byId: actor.personId })
  if (answer.accept) await addMember(tx, request)
  await tell(tx, [
    { to: { personId: request.personId }, kind: `team-join-${state}`, about: request.teamName, teamId: request.teamId },
  ])
}
