import { civilDay, civilMonth, monthSpan } from '@sidan/types/civil'
import type { BodyOf } from '@sidan/types/endpoint'
import type { enterRecord as enterRecordEndpoint } from '@sidan/types/manual-entries'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { lockShift } from '../clock/reads.ts'
import { tell } from '../notices/tell-person.ts'
import { knowsPhotos } from '../photos/reads.ts'
import { policyOf, policyVersionAt } from '../policy/reads.ts'
import { countedMinutes, isPossible } from '../records/rules.ts'
import { insertVersion, lockDay } from '../records/store.ts'
import type { Actor } from '../roles/rules.ts'
import { findPlace } from '../roles/store.ts'
import { abilitiesOf } from '../standing/reads.ts'
import { type Requirements, unfit } from '../standing/rules.ts'
import { mayEnterFor, withinPolicy } from './rules.ts'
import { type EntryPlace, findShiftPlace, insertEntryTexts, minutesOfMonth } from './store.ts'

type Input = BodyOf<typeof enterRecordEndpoint>

interface Where extends EntryPlace {
  shiftId: string | null
  platformCode: string | null
  title: string | null
  /** What it asks of a volunteer. */
  asks: Requirements
}

const asksNothing: Requirements = { qualification: null, ageFrom: null, ageUpTo: null, hazardous: false }

/** 补录: a record of declared minutes that waits for another person, with why it was not clocked and photos that show it. */
export async function enterRecord(tx: Tx, actor: Actor, recordId: string, input: Input): Promise<void> {
  const personId = input.personId ?? actor.personId
  const where = await placeOf(tx, personId, input.where)
  orRefuseTrue(mayEnterFor(actor, personId, where))
  const period = { startedAt: new Date(input.startedAt), endedAt: new Date(input.endedAt) }
  orRefuseTrue(isPossible(period, tx.now))
  const day = civilDay(period.startedAt)
  const who = await abilitiesOf(tx, personId, day)
  const lacking = who ? unfit(where.asks, { ...who, personId, volunteer: true }) : 'volunteer-needed'
  if (lacking) refuse(lacking)
  if (!(await knowsPhotos(tx, input.photos))) refuse('photo-refused', 'upload the photo first')
  const policyVersion = await policyVersionAt(tx, period.startedAt)
  const { hours, platforms } = await policyOf(tx, policyVersion)
  const others = await lockDay(tx, { personId, chainId: recordId, ...period })
  const minutes = countedMinutes(period, others.dayMinutes, hours)
  const { from, to } = monthSpan(civilMonth(period.startedAt))
  const monthMinutes = await minutesOfMonth(tx, personId, { from: civilDay(from), to: civilDay(to) })
  orRefuseTrue(withinPolicy({ minutes, startedAt: period.startedAt, monthMinutes }, hours.manualEntry, tx.now))
  if (where.shiftId === null && !platforms.some(({ code }) => code === where.platformCode)) refuse('skill-unknown')
  const { shiftId, stationId, instituteId, platformCode, title } = where
  const record = {
    countyId: tx.countyId,
    id: recordId,
    chainId: recordId,
    version: 1,
    source: 'manual',
    enteredById: actor.personId,
    personId,
    orderId: null,
    shiftId,
    instituteId,
    stationId,
    platformCode,
    state: 'pending',
    serviceDay: day,
    ...period,
    clockedMinutes: 0,
    declaredMinutes: minutes,
    grade: 'C',
    checkedOut: 'byHand',
    serviceNature: 'voluntary',
    policyVersion,
    createdAt: tx.now,
  } as const
  await insertVersion(tx, record, others)
  await insertEntryTexts(tx, recordId, { title, words: input.words, photos: input.photos })
  await tell(
    tx,
    [{ to: { keepersOf: stationId }, kind: 'record-pending', about: title ?? '', shiftId, recordId, minutes }],
    actor.personId,
  )
}

async function placeOf(tx: Tx, personId: string, where: Input['where']): Promise<Where> {
  if (!('shiftId' in where)) {
    const { title, unitId, platformCode } = where
    const unit = (await findPlace(tx, unitId)) ?? refuse('not-found')
    return { ...unit, shiftId: null, platformCode, title, asks: asksNothing }
  }
  const { shiftId } = where
  const shift = await lockShift(tx, personId, shiftId)
  if (!shift.opening || shift.cancelled) return refuse('not-found')
  const asks = { ...shift.opening, hazardous: shift.hazardous }
  return { ...(await findShiftPlace(tx, shiftId)), shiftId, title: shift.title, asks }
}
