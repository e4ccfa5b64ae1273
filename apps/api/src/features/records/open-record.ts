import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { tell } from '../notices/tell-person.ts'
import { policyOf, policyVersionAt } from '../policy/reads.ts'
import { countedMinutes } from './rules.ts'
import { insertRecord, lockDay } from './store.ts'

/** A clock that was stopped: whose, and where it ran. One of the two ids is there. */
interface Served {
  orderId: string | null
  shiftId: string | null
  title: string
  /** The unit it lies at, of whatever tier. */
  stationId: string
  instituteId: string | null
  platformCode: string | null
  personId: string
  startedAt: Date
}

interface Service {
  at: Served
  endedAt: Date
  grade: 'A' | 'B' | 'C'
  checkedOut: 'byCode' | 'automatic'
}

/** Opens a pending service record from a stopped clock, under the policy in force when the service happened. */
export async function openRecord(
  tx: Tx,
  { at, endedAt, grade, checkedOut }: Service,
): Promise<{ recordId: string; minutes: number }> {
  const policyVersion = await policyVersionAt(tx, at.startedAt)
  const policy = await policyOf(tx, policyVersion)
  const { orderId, shiftId, instituteId, stationId, platformCode, personId, startedAt } = at
  const recordId = newId()
  const others = await lockDay(tx, { personId, chainId: recordId, startedAt, endedAt })
  const minutes = countedMinutes({ startedAt, endedAt }, others.dayMinutes, policy.hours)
  const record = {
    id: recordId,
    chainId: recordId,
    version: 1,
    personId,
    orderId,
    shiftId,
    instituteId,
    stationId,
    platformCode,
    state: 'pending',
    serviceDay: civilDay(startedAt),
    startedAt,
    endedAt,
    clockedMinutes: minutes,
    declaredMinutes: 0,
    grade,
    checkedOut,
    serviceNature: 'voluntary',
    policyVersion,
    createdAt: tx.now,
  } as const
  await insertRecord(tx, record, others)
  await tell(
    tx,
    [{ to: { keepersOf: stationId }, kind: 'record-pending', about: at.title, orderId, shiftId, recordId, minutes }],
    personId,
  )
  return { recordId, minutes }
}
