/** 公示: requests that succeed, and what objecting and deciding on it may be refused with. */

import { enterRecord } from '@sidan/types/manual-entries'
import { dismissObjection, listObjections, listPublicNotices, objectToRecord } from '@sidan/types/public-notices'
import { correctRecord } from '@sidan/types/record-corrections'
import { approveRecord, rejectRecord } from '@sidan/types/records'
import { newId } from '../../platform/ids.ts'
import { run } from '../papers.ts'
import { noticed, noticePolicy, objected } from '../public-notices.ts'
import type { World } from '../world.ts'
import { correcting, freeEntry } from './record-requests.ts'
import { type Refusing, type Request, refused } from './verbs.ts'

const objecting =
  (as: string, made: (w: World) => Promise<string> = noticed) =>
  async (w: World): Promise<Request> => ({ as, params: { recordId: await made(w) }, body: { words: '那天没看到人' } })
const dismissing =
  (as: string, made: (w: World) => Promise<string>) =>
  async (w: World): Promise<Request> => ({ as, params: { objectionId: await made(w) }, body: { words: '核对过了' } })

/** Few may wait: those of the requests before are dismissed. */
async function alone(w: World, recordId: string, by = 'neighbour'): Promise<string> {
  await run(
    w,
    'update record_objections set dismissed_by_id = $2, dismissed_at = $3 where county_id = $1 and dismissed_at is null and by_id <> $2',
    w.county.cast['center'],
    w.test.clock.now,
  )
  return objected(w, recordId, by)
}

/** To a record that somebody approved. */
const waiting = async (w: World, approvedBy = 'keeper', by = 'neighbour') => alone(w, await noticed(w, approvedBy), by)

/** To what the institute entered by hand and the keeper approved. */
async function toEntry(w: World): Promise<string> {
  const { recordId } = await w.done('institute', enterRecord, await freeEntry(w))
  const version = await noticePolicy(w, new Date('2099-01-01T00:00:00Z'))
  await run(w, 'update service_records set policy_version = $3 where county_id = $1 and id = $2', recordId, version)
  await w.done('keeper', approveRecord, { params: { recordId }, body: { version: 1 } })
  return alone(w, recordId)
}

export const noticeRequests: Record<string, (w: World) => Promise<Request> | Request> = {
  [listPublicNotices.name]: () => ({ as: undefined, params: { countyId: '420882' }, query: { limit: '5' } }),
  [objectToRecord.name]: objecting('neighbour'),
  [listObjections.name]: () => ({ as: 'keeper', query: { limit: '5' } }),
  [dismissObjection.name]: dismissing('institute', waiting),
}

export const refusalsOfNotices: Refusing[] = [
  refused(
    objectToRecord,
    'not-found',
    'there is no such record',
    objecting('neighbour', async () => newId()),
  ),
  refused(
    objectToRecord,
    'record-not-on-notice',
    'it counts already',
    objecting('neighbour', (w) => w.approved(10)),
  ),
  refused(objectToRecord, 'own-record', 'it is theirs', objecting('volunteer')),
  refused(
    objectToRecord,
    'already-objected',
    'they objected before',
    objecting('neighbour', async (w) => {
      const recordId = await noticed(w)
      await objected(w, recordId)
      return recordId
    }),
  ),
  refused(
    objectToRecord,
    'too-many-objections',
    'five of theirs wait',
    objecting('second', async (w) => {
      for (let no = 0; no < 5; no += 1) await objected(w, await noticed(w), 'second')
      return noticed(w)
    }),
  ),
  refused(listObjections, 'not-allowed', 'a resident asks', () => ({ as: 'resident' })),
  refused(
    dismissObjection,
    'not-found',
    'there is no such objection',
    dismissing('institute', async () => newId()),
  ),
  refused(dismissObjection, 'not-found', 'a resident decides', dismissing('resident', waiting)),
  refused(dismissObjection, 'not-allowed', 'the auditor decides', dismissing('auditor', waiting)),
  refused(dismissObjection, 'own-record', 'the volunteer decides', dismissing('volunteer', waiting)),
  refused(dismissObjection, 'own-entry', 'they entered it by hand', dismissing('institute', toEntry)),
  refused(dismissObjection, 'own-approval', 'they approved it', dismissing('keeper', waiting)),
  refused(
    correctRecord,
    'own-approval',
    'an objection to what they approved waits',
    correcting('keeper', async (w) => {
      const recordId = await noticed(w)
      await alone(w, recordId)
      return recordId
    }),
  ),
  refused(
    dismissObjection,
    'own-objection',
    'they objected',
    dismissing('institute', (w) => waiting(w, 'keeper', 'institute')),
  ),
  refused(
    dismissObjection,
    'over-approval-limit',
    'it is nine hours long',
    dismissing('keeper', async (w) => {
      const recordId = await noticed(w, 'center')
      await run(w, 'update service_records set declared_minutes = 540 where county_id = $1 and id = $2', recordId)
      return alone(w, recordId)
    }),
  ),
  refused(
    dismissObjection,
    'objection-over',
    'the record was rejected',
    dismissing('institute', async (w) => {
      const recordId = await noticed(w)
      const objectionId = await alone(w, recordId)
      await w.done('center', rejectRecord, { params: { recordId }, body: { version: 1, words: '没有去' } })
      return objectionId
    }),
  ),
]
