/**
 * 认定弄虚作假: a record that was taken back, and of whose points some were gone, may be decided to have been no mistake, by a person who keeps the center
 * and neither served, entered nor approved it; within half a year. Its person may appeal for 15 civil days, and then another such keeper answers.
 */
import { addDays } from '@sidan/types/civil'
import { decisionDays, type FraudState } from '@sidan/types/fraud'
import type { ProblemCode } from '@sidan/types/problems'
import type { RecordState } from '@sidan/types/records'
import { type Actor, lets, may, type Place } from '../roles/rules.ts'

/** Who served, entered and approved a record, in any of its versions. */
export interface Hands extends Place {
  personId: string
  enteredById: string | null
  approverIds: readonly string[]
}

/** Whether the actor keeps the center, as its deputy does. */
export const keepsCenter = (actor: Pick<Actor, 'grants'>): boolean =>
  actor.grants.some((grant) => grant.tier === 'center' && lets(grant, 'grant'))

/** Whether the actor may act on a decision at all: a keeper of the center, never on their own record. */
function mayAct(hands: Hands, actor: Actor): true | ProblemCode {
  if (hands.personId === actor.personId) return 'own-record'
  if (keepsCenter(actor)) return true
  // Who may not even see the record learns nothing about it.
  return may(actor, 'approve', hands) || may(actor, 'audit', hands) ? 'not-allowed' : 'not-found'
}

/** Whether the actor looks at it with other eyes than whose work it was. */
function mayJudge(hands: Hands, actor: Actor): true | ProblemCode {
  const answer = mayAct(hands, actor)
  if (answer !== true) return answer
  if (hands.enteredById === actor.personId) return 'own-entry'
  return hands.approverIds.includes(actor.personId) ? 'own-approval' : true
}

/** Whether the actor may decide on a record, of which the county bears so many points. */
export function mayDecideFraud(
  record: Hands & { state: RecordState; undoneOn: string | null; decided: boolean },
  absorbedPoints: number,
  actor: Actor,
  today: string,
): true | ProblemCode {
  const answer = mayJudge(record, actor)
  if (answer !== true) return answer
  if (record.decided) return 'fraud-decided'
  if (record.state !== 'reversed' || record.undoneOn === null) return 'record-not-reversed'
  if (addDays(record.undoneOn, decisionDays) < today) return 'fraud-too-late'
  return absorbedPoints > 0 ? true : 'nothing-absorbed'
}

/** Whether the person may appeal: once, until the last day is over. */
export function mayAppeal(
  decision: { personId: string; state: FraudState; appealUntil: string },
  actor: Pick<Actor, 'personId'>,
  today: string,
): true | ProblemCode {
  if (decision.personId !== actor.personId) return 'not-found'
  return decision.state === 'told' && today <= decision.appealUntil ? true : 'appeal-over'
}

/** Whether the actor may answer the appeal. */
export function mayAnswerAppeal(
  decision: Hands & { state: FraudState; decidedById: string },
  actor: Actor,
): true | ProblemCode {
  const answer = mayJudge(decision, actor)
  if (answer !== true) return answer
  if (decision.decidedById === actor.personId) return 'own-decision'
  return decision.state === 'appealed' ? true : 'fraud-over'
}

/** Whether the actor may take the decision back; while an appeal waits it is answered instead. */
export function mayLift(decision: Hands & { state: FraudState }, actor: Actor): true | ProblemCode {
  const answer = mayAct(decision, actor)
  if (answer !== true) return answer
  return decision.state === 'told' || decision.state === 'standing' ? true : 'fraud-over'
}

/** Whether a decision takes effect by itself: its last day has passed, and nobody appealed. */
export const runsOut = (decision: { state: FraudState; appealUntil: string }, today: string): boolean =>
  decision.state === 'told' && decision.appealUntil < today
