/** Valid requests on service records, and what putting one right may be refused with. */
import { getMyClock, sendClockEvents } from '@sidan/types/clock'
import { enterRecord, getEntryForm } from '@sidan/types/manual-entries'
import { correctRecord, reverseRecord } from '@sidan/types/record-corrections'
import {
  approveRecord,
  approveRecords,
  getRecordWhy,
  listDecidedRecords,
  listMyRecords,
  listPendingRecords,
  rejectRecord,
  withdrawRecord,
} from '@sidan/types/records'
import { type Span, spanOf } from '../corrections.ts'
import { entry } from '../manual-entries.ts'
import type { World } from '../world.ts'
import { fraudRequests } from './fraud-requests.ts'
import { poolRequests } from './pool-requests.ts'
import { timeRequests } from './time-requests.ts'
import { type Refusing, type Request, refused, type Valid } from './verbs.ts'

const onRecord =
  (as: string, body?: object): Valid =>
  async (w) => ({ as, params: { recordId: await w.record() }, ...(body ? { body } : {}) })

export type Made = (w: World) => Promise<string>

/** A correction of the record that `made` makes: its times moved by so many minutes. */
export const correcting =
  (as: string, made: Made = (w) => w.approved(), moved: Partial<Span> = {}, version = 1) =>
  async (w: World): Promise<Request> => {
    const recordId = await made(w)
    const { startedAt, endedAt } = await spanOf(w, recordId, moved)
    const body = { version, startedAt, endedAt, serviceNature: 'voluntary', words: '签退晚了' }
    return { as, params: { recordId }, body }
  }
export const reversing =
  (as: string, made: Made = (w) => w.approved(), version = 1) =>
  async (w: World): Promise<Request> => ({
    as,
    params: { recordId: await made(w) },
    body: { version, words: '那天没有去' },
  })

/** An hour that nothing of the same person lies in: each request takes another one of the last weeks. */
let hoursTaken = 0
export const freeEntry = (w: World, more: object = {}, minutes = 10) => {
  hoursTaken += 1
  return entry(w, more, { minutes, endedMinutesAgo: 60 * hoursTaken })
}

export const recordRequests: Record<string, Valid> = {
  [sendClockEvents.name]: async (w) => ({
    as: 'volunteer',
    body: { events: [w.scan('checkIn', (await w.accepted()).orderId)] },
  }),
  [getMyClock.name]: () => ({ as: 'volunteer' }),
  ...timeRequests,
  ...poolRequests,
  ...fraudRequests,
  [listMyRecords.name]: () => ({ as: 'volunteer', query: { limit: '5' } }),
  [getRecordWhy.name]: onRecord('volunteer'),
  [listPendingRecords.name]: () => ({ as: 'keeper', query: { limit: '5' } }),
  [listDecidedRecords.name]: () => ({ as: 'keeper', query: { name: '李', limit: '5' } }),
  [approveRecord.name]: onRecord('keeper', { version: 1 }),
  [withdrawRecord.name]: onRecord('volunteer', { version: 1 }),
  [rejectRecord.name]: onRecord('keeper', { version: 1, words: '时间不对' }),
  [approveRecords.name]: async (w) => ({
    as: 'keeper',
    body: { records: [{ recordId: await w.record(), version: 1 }] },
  }),
  [getEntryForm.name]: () => ({ as: 'volunteer' }),
  [enterRecord.name]: async (w) => ({ as: 'keeper', ...(await freeEntry(w)) }),
  [correctRecord.name]: correcting('keeper', undefined, { end: -10 }),
  [reverseRecord.name]: reversing('keeper'),
}

/** Nine hours, which the station may not decide on. */
const long: Made = async (w) => {
  w.anotherDay()
  const recordId = await w.record(540)
  await w.done('center', approveRecord, { params: { recordId }, body: { version: 1 } })
  return recordId
}
/** An hour on a day with nothing else. */
const alone: Made = (w) => {
  w.anotherDay()
  w.anotherDay()
  return w.approved()
}
const rejected: Made = async (w) => {
  const recordId = await w.record()
  await w.done('keeper', rejectRecord, { params: { recordId }, body: { version: 1, words: '时间不对' } })
  return recordId
}
/** A record with another one of the same person right before it. */
const afterAnother: Made = async (w) => {
  await w.approved(30)
  return w.approved(30)
}

const both = [
  { endpoint: correctRecord, by: correcting },
  {
    endpoint: reverseRecord,
    by: (as: string, made?: Made, _moved?: Partial<Span>, version?: number) => reversing(as, made, version),
  },
].flatMap(({ endpoint, by }) => [
  refused(endpoint, 'not-found', 'it is somebody else’s', by('neighbour')),
  refused(endpoint, 'not-allowed', 'the auditor does it', by('auditor')),
  refused(endpoint, 'own-record', 'the volunteer does it', by('volunteer')),
  refused(endpoint, 'over-approval-limit', 'the station does it to nine hours', by('keeper', long)),
  refused(endpoint, 'record-not-standing', 'it was rejected', by('keeper', rejected)),
  refused(endpoint, 'record-not-standing', 'another version was looked at', by('keeper', undefined, {}, 2)),
])

export const refusalsOfCorrecting: Refusing[] = [
  refused(listDecidedRecords, 'not-allowed', 'a volunteer reads the list', () => ({ as: 'volunteer' })),
  ...both,
  refused(
    reverseRecord,
    'record-not-standing',
    'nobody approved it',
    reversing('keeper', (w) => w.record()),
  ),
  refused(correctRecord, 'over-approval-limit', 'an hour becomes nine', correcting('keeper', alone, { start: -480 })),
  refused(correctRecord, 'period-wrong', 'it ends before it begins', correcting('keeper', undefined, { end: -61 })),
  refused(correctRecord, 'period-wrong', 'it ends in the future', correcting('keeper', undefined, { end: 120 })),
  refused(correctRecord, 'period-wrong', 'it takes more than a day', correcting('center', undefined, { start: -1400 })),
  refused(
    correctRecord,
    'record-overlaps',
    'another record lies there',
    correcting('keeper', afterAnother, { start: -20 }),
  ),
  refused(approveRecord, 'record-overlaps', 'it collides with another record', async (w) => {
    const recordId = await w.record()
    await w.test.db.inCounty(w.county.countyId, (tx) =>
      tx.rows({
        text: `update service_records r set state = 'conflict', conflict_with_id = r.id where county_id = $1 and id = $2`,
        values: [tx.countyId, recordId],
      }),
    )
    return { as: 'keeper', params: { recordId }, body: { version: 1 } }
  }),
]
