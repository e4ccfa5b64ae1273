import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { runShift } from './reads.ts'
import { mayCallRoll } from './rules.ts'
import { type Mark, saveMarks } from './store.ts'

/** Notes who is there and who is not, with a reason if there is one; said again, it takes the place of what was said. */
export async function callRoll(tx: Tx, actor: Actor, shiftId: string, marks: readonly Mark[]): Promise<void> {
  orRefuseTrue(mayCallRoll(await runShift(tx, actor, shiftId), tx.now))
  const last = [...new Map(marks.map((mark) => [mark.signupId, mark])).values()]
  if ((await saveMarks(tx, shiftId, actor.personId, last)) < last.length) refuse('signup-unknown')
}
