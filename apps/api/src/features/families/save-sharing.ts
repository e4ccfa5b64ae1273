import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { mostMembersOf } from './found-family.ts'
import { lockMembership, renewCode, saveShares } from './store.ts'

async function own(tx: Tx, actor: Actor) {
  await mostMembersOf(tx, actor)
  return (await lockMembership(tx, actor.personId)) ?? refuse('not-in-family')
}

/** Whether the others may use the actor's points, from now on. Returns the family's id. */
export async function saveSharing(tx: Tx, actor: Actor, shares: boolean): Promise<string> {
  const { id, familyId } = await own(tx, actor)
  await saveShares(tx, id, shares)
  return familyId
}

/** A new code to let others in by. Returns the family's id. */
export async function renewFamilyCode(tx: Tx, actor: Actor): Promise<string> {
  const { familyId } = await own(tx, actor)
  await renewCode(tx, familyId)
  return familyId
}
