/** 公示: who may object to a record, and who decides on it. */
import type { Policy } from '@sidan/types/policy'
import type { ProblemCode } from '@sidan/types/problems'
import type { RecordState } from '@sidan/types/records'
import { mayReject, type RecordFacts } from '../records/rules.ts'
import type { Actor } from '../roles/rules.ts'

/** So many objections of one person may wait at a time: nobody holds up a whole county alone. */
const mostWaiting = 5

/** Whether a person may object: to a record that stands on notice and is not their own, once, and with few others waiting. */
export function mayObject(
  record: Pick<RecordFacts, 'personId' | 'state'>,
  by: { personId: string; objected: boolean; waiting: number },
): true | ProblemCode {
  if (record.state !== 'onNotice') return 'record-not-on-notice'
  if (record.personId === by.personId) return 'own-record'
  if (by.objected) return 'already-objected'
  return by.waiting >= mostWaiting ? 'too-many-objections' : true
}

/** Whether the actor may dismiss an objection: as they decide on the record, but neither who approved it nor who objected. */
export function mayDismiss(
  record: RecordFacts & { decidedById: string | null },
  objection: { byId: string; dismissed: boolean },
  actor: Actor,
  hours: Policy['hours'],
): true | ProblemCode {
  const answer = mayReject({ ...record, state: 'onNotice' }, actor, hours)
  if (answer !== true) return answer
  if (objection.dismissed || record.state !== 'onNotice') return 'objection-over'
  if (record.decidedById === actor.personId) return 'own-approval'
  return objection.byId === actor.personId ? 'own-objection' : true
}

/** Whether the actor may correct a record while objections to it wait: that decides on them, so not who approved it. */
export const mayCorrectNoticed = (
  record: { state: RecordState; decidedById: string | null },
  waiting: number,
  actor: Pick<Actor, 'personId'>,
): true | ProblemCode =>
  record.state === 'onNotice' && waiting > 0 && record.decidedById === actor.personId ? 'own-approval' : true

/** Whether a notice is over: its last day has passed, and no objection waits. */
export const isOver = (record: { noticeEndsOn: string | null }, waiting: number, today: string): boolean =>
  record.noticeEndsOn !== null && record.noticeEndsOn < today && waiting === 0
