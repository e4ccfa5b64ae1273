import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { mostMembersOf } from './found-family.ts'
import { mayJoin } from './rules.ts'
import { insertMember, lockByCode } from './store.ts'

/** Joins by a code. Returns the family's id, which only the code told. */
export async function joinFamily(tx: Tx, actor: Actor, code: string): Promise<string> {
  const mostMembers = await mostMembersOf(tx, actor)
  const family = await lockByCode(tx, code)
  if (!family) return refuse('family-code-unknown')
  orRefuseTrue(mayJoin(family, mostMembers))
  if (!(await insertMember(tx, family.id, actor.personId))) refuse('in-family-already')
  return family.id
}
