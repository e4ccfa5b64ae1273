import { parseShortCode } from '@sidan/types/short-codes'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { addMember, endRequests, lockByCode } from './store.ts'

/** Joins the team of a code: whoever has it was invited. Returns the team's id. */
export async function redeemCode(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  { code, showsName }: { code: string; showsName: boolean },
): Promise<string> {
  const read = parseShortCode(code.replace(/^sidan:t:/, ''))
  const teamId = read === null ? undefined : await lockByCode(tx, crypto.hashToken(read))
  if (teamId === undefined) return refuse('team-code-unknown')
  if (actor.volunteer === null) refuse('volunteer-needed')
  await addMember(tx, { teamId, personId: actor.personId, showsName })
  await endRequests(tx, teamId, actor.personId)
  return teamId
}
