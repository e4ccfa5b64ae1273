import { parseShortCode } from '@sidan/types/short-codes'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { childrenForStaff } from '../children/reveal-children.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { toldOf } from '../waitlist/move-up-waitlist.ts'
import { runShift } from './reads.ts'
import { isThere } from './rules.ts'
import { lockFetched, savePickUp } from './store.ts'

/** A child is fetched by whoever says its pick-up code, once; the guardian is told. Returns the shift's id. */
export async function pickUpChild(
  tx: Tx,
  actor: Actor,
  crypto: Crypto,
  signupId: string,
  typed: string,
): Promise<string> {
  const fetched = await lockFetched(tx, signupId)
  if (!fetched?.childId) return refuse('not-found')
  const shift = await runShift(tx, actor, fetched.shiftId)
  orRefuseTrue(isThere(fetched))
  const [child] = await childrenForStaff(tx, crypto, actor.personId, [fetched.childId])
  if (!child || parseShortCode(typed) !== child.pickUpCode) refuse('pick-up-code-wrong')
  await savePickUp(tx, signupId)
  await tell(tx, [toldOf(shift, fetched, { kind: 'child-picked-up' })])
  return fetched.shiftId
}
