import { and, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { RecordRow } from '../records/store.ts'
import { serviceRecords } from '../records/table.ts'

/** The newest version of the record that a clock made, locked. */
export async function lockRecordOf(
  tx: Tx,
  clock: { personId: string; placeId: string; startedAt: Date },
): Promise<RecordRow | undefined> {
  const [row] = await tx.db
    .select()
    .from(serviceRecords)
    .where(
      and(
        eq(serviceRecords.countyId, tx.countyId),
        sql`${serviceRecords.chainId} = (select id from service_records where county_id = ${tx.countyId} and person_id = ${clock.personId} and started_at = ${clock.startedAt} and coalesce(order_id, shift_id) = ${clock.placeId} and version = 1 and source = 'clock')`,
      ),
    )
    .orderBy(desc(serviceRecords.version))
    .limit(1)
    .for('no key update')
  return row
}

/** What is left of a version that was corrected or reversed: guarded by its state and version. */
export async function saveUndone(
  tx: Tx,
  record: RecordRow,
  undone: { state: 'corrected' | 'reversed'; byId: string; words: string },
): Promise<void> {
  const rows = await tx.rows({
    name: 'records.undo',
    text: `update service_records set state = $4, undone_by_id = $5, undone_at = $6
      where county_id = $1 and id = $2 and version = $3 and state in ('pending', 'onNotice', 'approved', 'conflict') returning 1`,
    values: [tx.countyId, record.id, record.version, undone.state, undone.byId, tx.now],
  })
  if (rows.length !== 1) refuse('record-not-standing')
  await tx.rows({
    name: 'records.undo-words',
    text: `insert into record_texts (county_id, record_id, undone_words) values ($1, $2, $3)
      on conflict (county_id, record_id) do update set undone_words = excluded.undone_words`,
    values: [tx.countyId, record.id, undone.words],
  })
}

/** What is left of an undecided version that ended by itself, when its check-out arrives. The caller holds its lock. */
export async function saveSuperseded(tx: Tx, record: RecordRow): Promise<void> {
  await tx.rows({
    name: 'records.supersede',
    text: `update service_records set state = 'corrected', undone_at = $3 where county_id = $1 and id = $2`,
    values: [tx.countyId, record.id, tx.now],
  })
}
