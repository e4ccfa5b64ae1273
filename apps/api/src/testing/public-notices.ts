/** Records on public notice, as tests make them. */
import { objectToRecord } from '@sidan/types/public-notices'
import { approveRecord } from '@sidan/types/records'
import { newId } from '../platform/ids.ts'
import { run } from './papers.ts'
import type { World } from './world.ts'

export const noticeDays = 1

/** Writes a version of the policy with a public notice, in force from a moment on; returns its number. */
export async function noticePolicy(w: World, inForceAt: Date): Promise<number> {
  const [policy] = await w.test.db.inCounty(w.county.countyId, (tx) =>
    tx.rows<{ version: number }>({
      text: `insert into policies (county_id, version, document, in_force_at, created_at)
      select county_id, version + 1, jsonb_set(document, '{hours,publicNoticeDays}', to_jsonb($2::int)), $3, $3
      from policies where county_id = $1 order by version desc limit 1 returning version`,
      values: [tx.countyId, noticeDays, inForceAt],
    }),
  )
  return policy?.version ?? 0
}

/** A record that happened under a policy of its own, which has a public notice; nothing else does. Not decided yet. */
async function underNotice(w: World): Promise<string> {
  const recordId = await w.record(10)
  const version = await noticePolicy(w, new Date('2099-01-01T00:00:00Z'))
  await run(w, 'update service_records set policy_version = $3 where county_id = $1 and id = $2', recordId, version)
  return recordId
}

/** One that somebody approved: it stands on notice. */
export async function noticed(w: World, by = 'keeper'): Promise<string> {
  const recordId = await underNotice(w)
  await w.done(by, approveRecord, { params: { recordId }, body: { version: 1 } })
  return recordId
}

/** An objection to a record on notice: its id. */
export async function objected(w: World, recordId: string, who = 'neighbour'): Promise<string> {
  const body = { words: `那天没看到人 ${newId().slice(-4)}` }
  return (await w.done(who, objectToRecord, { params: { recordId }, body })).objectionId
}
