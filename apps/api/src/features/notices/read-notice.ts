import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'

/** Marks every notice of the caller up to and including this one as read. */
export async function readNotice(tx: Tx, reader: { personId: string }, noticeId: string): Promise<void> {
  const rows = await tx.rows({
    name: 'notices.read',
    text: `with upto as (select at from notices where county_id = $1 and person_id = $2 and id = $3),
      done as (update notices n set read_at = $4 from upto where n.county_id = $1 and n.person_id = $2 and n.at <= upto.at and n.read_at is null)
      select 1 from upto`,
    values: [tx.countyId, reader.personId, noticeId, tx.now],
  })
  if (rows.length === 0) refuse('not-found')
}
