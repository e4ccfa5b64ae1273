import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { orRefuseCircle, orRefuseUnknown, type TeamInput } from './found-team.ts'
import { mayRun } from './rules.ts'
import { lockTeam, lockTree, saveTeam, type Written } from './store.ts'

/** Renames a team, moves it in the tree, sets what it can do; staff of its unit or above. */
export async function changeTeam(
  tx: Tx,
  actor: Actor,
  teamId: string,
  changed: { [Field in keyof TeamInput]?: TeamInput[Field] | undefined },
): Promise<void> {
  if (changed.parentId) await lockTree(tx)
  const team = await lockTeam(tx, teamId, 'change')
  if (!team) return refuse('not-found')
  orRefuseTrue(mayRun(actor, team))
  await orRefuseUnknown(tx, actor, changed)
  if (changed.parentId) await orRefuseCircle(tx, teamId, changed.parentId)
  const { platform, ...rest } = changed
  const written = { ...rest, ...(platform === undefined ? {} : { platformCode: platform }) }
  const named = Object.entries(written).filter(([, value]) => value !== undefined)
  await saveTeam(tx, teamId, Object.fromEntries(named) as Partial<Written>)
}
