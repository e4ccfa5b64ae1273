import { civilDay } from '@sidan/types/civil'
import type { ServiceNature } from '@sidan/types/records'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { supersedeCertificatesOf } from '../certificates/supersede-certificate.ts'
import { reverse } from '../ledger/post.ts'
import { tell } from '../notices/tell-person.ts'
import { policyOf } from '../policy/reads.ts'
import { mayCorrectNoticed } from '../public-notices/rules.ts'
import { countWaiting } from '../public-notices/store.ts'
import { creditRecord } from '../records/credit-record.ts'
import { correctedMinutes, isPossible, mayCorrect, noticeLastDay } from '../records/rules.ts'
import { insertVersion, lockDay, lockRecord, type RecordRow } from '../records/store.ts'
import type { Actor } from '../roles/rules.ts'
import { recomputeStars } from '../stars/recompute-stars.ts'
import { returnCredit } from '../time-bank/return-credit.ts'
import { saveUndone } from './store.ts'

/**
 * 更正: the version that stood stays as corrected, and what it had posted is reversed; a new one stands with the times that are right, approved by whoever
 * corrects, and posts under the policy of the day of service. What was not posted yet goes on public notice first, where that policy has one.
 */
export async function correctRecord(
  tx: Tx,
  actor: Actor,
  input: {
    recordId: string
    newId: string
    version: number
    startedAt: string
    endedAt: string
    serviceNature: ServiceNature
    words: string
  },
): Promise<void> {
  const { record, title, ratedStars, clocked } = await lockRecord(tx, input.recordId)
  const { hours } = await policyOf(tx, record.policyVersion)
  const period = { startedAt: new Date(input.startedAt), endedAt: new Date(input.endedAt) }
  const minutes = record.clockedMinutes + record.declaredMinutes
  orRefuseTrue(mayCorrect({ ...record, minutes }, minutes, actor, hours))
  orRefuseTrue(isPossible(period, tx.now))
  const others = await lockDay(tx, { ...record, ...period })
  const served = correctedMinutes(period, clocked, others.dayMinutes, hours)
  orRefuseTrue(mayCorrect({ ...record, minutes }, served.clockedMinutes + served.declaredMinutes, actor, hours))
  if (record.version !== input.version) refuse('record-not-standing')
  if (record.state === 'onNotice') orRefuseTrue(mayCorrectNoticed(record, await countWaiting(tx, record.id), actor))
  await saveUndone(tx, record, { state: 'corrected', byId: actor.personId, words: input.words })
  await supersedeCertificatesOf(tx, record.id)
  const gone = await reverse(tx, { ...record, ref: record.id, today: civilDay(tx.now) })
  const today = civilDay(tx.now)
  const noticed = record.state === 'approved' ? null : noticeLastDay(today, hours)
  const version = {
    ...record,
    ...period,
    ...served,
    id: input.newId,
    version: record.version + 1,
    state: noticed === null ? 'approved' : 'onNotice',
    noticeEndsOn: noticed ?? record.noticeEndsOn,
    serviceDay: civilDay(period.startedAt),
    grade: served.declaredMinutes > 0 ? 'C' : clocked.grade,
    serviceNature: input.serviceNature,
    conflictWithId: null,
    decidedById: actor.personId,
    decidedAt: tx.now,
    noticedById: noticed === null ? null : actor.personId,
    noticedAt: noticed === null ? null : tx.now,
    createdAt: tx.now,
  } as const
  await insertVersion(tx, version, others)
  const points = noticed === null ? await creditRecord(tx, version, ratedStars, gone) : undefined
  const standing = input.serviceNature === 'voluntary' ? served.clockedMinutes + served.declaredMinutes : 0
  await returnCredit(tx, record, standing)
  await recomputeStars(tx, { personIds: [record.personId], reason: 'reversal', policyVersion: actor.policyVersion })
  await tellCorrected(tx, { ...version, title, points, words: input.words }, actor.personId)
}

/** Tells the person of a record what it says now; points where it has posted any. */
const tellCorrected = (
  tx: Tx,
  version: Pick<RecordRow, 'id' | 'personId' | 'orderId' | 'shiftId' | 'clockedMinutes' | 'declaredMinutes'> & {
    title: string
    points: number | undefined
    words: string
  },
  byId: string,
): Promise<void> =>
  tell(
    tx,
    [
      {
        to: { personId: version.personId },
        kind: 'record-corrected',
        about: version.title,
        orderId: version.orderId,
        shiftId: version.shiftId,
        recordId: version.id,
        minutes: version.clockedMinutes + version.declaredMinutes,
        ...(version.points === undefined ? {} : { points: version.points }),
        words: version.words,
      },
    ],
    byId,
  )
