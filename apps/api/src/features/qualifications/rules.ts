/** Deciding on papers. */
import type { ProblemCode } from '@sidan/types/problems'
import { powerOver } from '../papers/rules.ts'
import type { Actor, Place } from '../roles/rules.ts'

/** Whether this actor may decide on a paper now: staff above its owner's home station, never its owner (rule-10: who records certifies). */
export function mayDecide(
  paper: Place & { personId: string; state: 'pending' | 'verified' | 'refused' },
  actor: Actor,
): true | ProblemCode {
  if (paper.personId === actor.personId) return 'own-qualification'
  const power = powerOver(actor, paper)
  if (power !== 'decides') return power === 'looks' ? 'not-allowed' : 'not-found'
  return paper.state === 'pending' ? true : 'qualification-not-pending'
}
