import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'
import { tell } from '../notices/tell-person.ts'
import { policyOf, policyVersionAt } from '../policy/reads.ts'
import { countedMinutes } from './rules.ts'
import { insertRecord } from './store.ts'

export interface Service {
  order: { id: string; stationId: string; instituteId: string | null; platformCode: string }
  title: string
  personId: string
  startedAt: Date
  endedAt: Date
  grade: 'A' | 'B' | 'C'
  checkedOut: 'byCode' | 'automatic'
}

/** Opens a pending service record from a stopped clock, under the policy in force when the service happened. */
export async function openRecord(tx: Tx, service: Service): Promise<{ recordId: string; minutes: number }> {
  const policyVersion = await policyVersionAt(tx, service.startedAt)
  const policy = await policyOf(tx, policyVersion)
  const minutes = countedMinutes(service.startedAt, service.endedAt, policy.hours)
  const recordId = newId()
  await insertRecord(tx, {
    id: recordId,
    chainId: recordId,
    version: 1,
    personId: service.personId,
    orderId: service.order.id,
    instituteId: service.order.instituteId,
    stationId: service.order.stationId,
    platformCode: service.order.platformCode,
    state: 'pending',
    serviceDay: civilDay(service.startedAt),
    startedAt: service.startedAt,
    endedAt: service.endedAt,
    clockedMinutes: minutes,
    declaredMinutes: 0,
    grade: service.grade,
    checkedOut: service.checkedOut,
    serviceNature: 'voluntary',
    policyVersion,
    createdAt: tx.now,
  })
  await tell(
    tx,
    [
      {
        to: { keepersOf: service.order.stationId },
        kind: 'record-pending',
        about: service.title,
        orderId: service.order.id,
        recordId,
        minutes,
      },
    ],
    service.personId,
  )
  return { recordId, minutes }
}
