import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { lockTeam } from '../teams/store.ts'
import { saveShowsName } from './store.ts'

/** Whether fellow members read one's name (rule-07). */
export async function saveMembership(tx: Tx, actor: Actor, teamId: string, showsName: boolean): Promise<void> {
  if (!(await lockTeam(tx, teamId, 'share'))) return refuse('not-found')
  if (!(await saveShowsName(tx, teamId, actor.personId, showsName))) refuse('not-in-team')
}
