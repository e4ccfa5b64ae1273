import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { maySpeak } from '../teams/rules.ts'
import { lockTeam } from '../teams/store.ts'
import { requestCheck } from '../word-checks/request-check.ts'
import { findEverybody, insertMessage } from './store.ts'

/** One short message to the members. The notice says that there is one; the words are read on the team's page once they were checked (rule-44). */
export async function tellMembers(
  tx: Tx,
  actor: Actor,
  messageId: string,
  { teamId, words }: { teamId: string; words: string },
): Promise<void> {
  const team = await lockTeam(tx, teamId, 'share')
  if (!team) return refuse('not-found')
  orRefuseTrue(maySpeak(actor, team))
  await insertMessage(tx, { id: messageId, teamId, authorId: actor.personId, words })
  await requestCheck(tx, 'teamMessage', { words, subjectId: messageId, authorId: actor.personId })
  const members = await findEverybody(tx, teamId)
  const tellings = members.map((personId) => ({
    to: { personId },
    kind: 'team-message' as const,
    about: team.name,
    teamId,
  }))
  await tell(tx, tellings, actor.personId)
}
