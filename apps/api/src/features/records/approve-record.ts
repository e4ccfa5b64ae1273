import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { tell } from '../notices/tell-person.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { creditApproved } from './credit-approved.ts'
import { mayApprove, noticeLastDay } from './rules.ts'
import { lockRecord, type RecordRow, saveDecision } from './store.ts'

/**
 * 审核通过 of a service record, by somebody else at a high enough tier. It counts in the same transaction; or where the policy the service happened under
 * says so, it first stands on public notice for some days after this one.
 */
export async function approveRecord(tx: Tx, actor: Actor, input: { recordId: string; version: number }): Promise<void> {
  const locked = await lockRecord(tx, input.recordId)
  const { record, title } = locked
  const { hours } = await policyOf(tx, record.policyVersion)
  const minutes = record.clockedMinutes + record.declaredMinutes
  orRefuseTrue(mayApprove({ ...record, minutes }, actor, hours))
  if (record.version !== input.version) refuse('record-not-pending')
  const noticeEndsOn = noticeLastDay(civilDay(tx.now), hours)
  if (noticeEndsOn === null) {
    await saveDecision(tx, record, { state: 'approved', byId: actor.personId })
    return creditApproved(tx, locked, actor)
  }
  await saveDecision(tx, record, { state: 'onNotice', byId: actor.personId, noticeEndsOn })
  await tellOnNotice(tx, { ...record, title, noticeEndsOn }, actor.personId)
}

/** Tells the person of a record until when it stands on public notice. */
const tellOnNotice = (
  tx: Tx,
  on: Pick<RecordRow, 'id' | 'personId' | 'orderId' | 'shiftId'> & { title: string; noticeEndsOn: string },
  byId: string,
): Promise<void> =>
  tell(
    tx,
    [
      {
        to: { personId: on.personId },
        kind: 'record-on-notice',
        about: on.title,
        orderId: on.orderId,
        shiftId: on.shiftId,
        recordId: on.id,
        words: on.noticeEndsOn,
      },
    ],
    byId,
  )
