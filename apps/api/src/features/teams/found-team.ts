import type { TeamKind, TeamLevel } from '@sidan/types/teams'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { makeShortCode } from '../../platform/short-code.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { findPlace } from '../roles/store.ts'
import { mayRun, mayStandBelow } from './rules.ts'
import { countSkills, findChain, insertTeam, lockTree } from './store.ts'

export interface TeamInput {
  name: string
  level: TeamLevel
  kind: TeamKind
  platform: string | null
  skills: string[]
  parentId: string | null
}

/** Founds a team at a unit in the caller's subtree. */
export async function foundTeam(
  tx: Tx,
  actor: Actor,
  teamId: string,
  { unitId, platform, ...input }: TeamInput & { unitId: string },
): Promise<void> {
  const unit = await findPlace(tx, unitId)
  if (!unit) return refuse('not-found')
  orRefuseTrue(mayRun(actor, { id: teamId, unitId, instituteId: unit.instituteId }))
  await orRefuseUnknown(tx, actor, { platform, skills: input.skills })
  if (input.parentId !== null) {
    await lockTree(tx)
    await orRefuseCircle(tx, teamId, input.parentId)
  }
  await insertTeam(tx, {
    ...input,
    id: teamId,
    unitId,
    code: `t-${makeShortCode(10).toLowerCase()}`,
    platformCode: platform,
  })
}

/** Refuses skills and platforms that the county does not have. */
export async function orRefuseUnknown(
  tx: Tx,
  actor: Actor,
  { platform, skills }: { platform?: string | null | undefined; skills?: string[] | undefined },
): Promise<void> {
  const named = [...new Set(skills ?? [])]
  if (named.length > 0 && (await countSkills(tx, named)) < named.length) refuse('skill-unknown')
  if (platform === null || platform === undefined) return
  const { platforms } = await policyOf(tx, actor.policyVersion)
  if (!platforms.some((one) => one.code === platform)) refuse('skill-unknown')
}

/** Refuses a parent below which the team may not stand. The tree is locked before: until the transaction ends, nobody else moves a team. */
export async function orRefuseCircle(tx: Tx, teamId: string, parentId: string): Promise<void> {
  const above = await findChain(tx, parentId)
  if (above.length === 0) refuse('team-unknown')
  orRefuseTrue(mayStandBelow(teamId, above))
}
