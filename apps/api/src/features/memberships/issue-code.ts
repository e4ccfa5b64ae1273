import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { mayLead } from '../teams/rules.ts'
import { lockTeam } from '../teams/store.ts'
import { codeSubject, teamCodeOf } from './rules.ts'
import { saveCode } from './store.ts'

/** A new code for a team; the one before is worth nothing from this moment. */
export async function issueCode(tx: Tx, actor: Actor, crypto: Crypto, teamId: string): Promise<void> {
  const team = await lockTeam(tx, teamId, 'change')
  if (!team) return refuse('not-found')
  orRefuseTrue(mayLead(actor, team))
  const no = team.joinCodeNo + 1
  const code = teamCodeOf(crypto.deriveSecret('team-code', codeSubject(teamId, no)))
  await saveCode(tx, teamId, no, crypto.hashToken(code))
}
