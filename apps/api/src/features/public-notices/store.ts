import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../platform/db.ts'
import { recordObjections } from './table.ts'

/** What of objections a person has: whether to this record, and how many wait at all. */
export async function countObjections(
  tx: Tx,
  personId: string,
  recordId: string,
): Promise<{ objected: boolean; waiting: number }> {
  const [found] = await tx.rows<{ objected: boolean; waiting: number }>({
    name: 'public-notices.own',
    text: `select coalesce(bool_or(o.record_id = $3), false) as objected,
        (count(*) filter (where o.dismissed_at is null and r.state = 'onNotice'))::int as waiting
      from record_objections o join service_records r on r.county_id = o.county_id and r.id = o.record_id
      where o.county_id = $1 and o.by_id = $2`,
    values: [tx.countyId, personId, recordId],
  })
  return found ?? { objected: false, waiting: 0 }
}

export async function insertObjection(
  tx: Tx,
  objection: { id: string; recordId: string; byId: string; words: string },
): Promise<void> {
  await tx.db.insert(recordObjections).values({ ...objection, countyId: tx.countyId, at: tx.now })
}

/** Which record an objection is on. */
export async function findObjection(
  tx: Tx,
  id: string,
): Promise<{ recordId: string; byId: string; dismissedAt: Date | null } | undefined> {
  const [found] = await tx.db
    .select({
      recordId: recordObjections.recordId,
      byId: recordObjections.byId,
      dismissedAt: recordObjections.dismissedAt,
    })
    .from(recordObjections)
    .where(and(eq(recordObjections.countyId, tx.countyId), eq(recordObjections.id, id)))
  return found
}

/** The caller holds the record's lock, and found the objection waiting under it. */
export async function saveDismissal(tx: Tx, id: string, byId: string, answer: string): Promise<void> {
  await tx.rows({
    name: 'public-notices.dismiss',
    text: `update record_objections set dismissed_by_id = $3, dismissed_at = $4, answer = $5 where county_id = $1 and id = $2`,
    values: [tx.countyId, id, byId, tx.now, answer],
  })
}

/** How many objections to a record wait. */
export async function countWaiting(tx: Tx, recordId: string): Promise<number> {
  const [row] = await tx.rows<{ waiting: number }>({
    name: 'public-notices.waiting',
    text: `select count(*)::int as waiting from record_objections where county_id = $1 and record_id = $2 and dismissed_at is null`,
    values: [tx.countyId, recordId],
  })
  return row?.waiting ?? 0
}

/** Records whose notice has passed its last day, and to which no objection waits. */
export async function findOver(tx: Tx, today: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>({
    name: 'public-notices.over',
    text: `select r.id from service_records r where r.county_id = $1 and r.state = 'onNotice' and r.notice_ends_on < $2
        and not exists (select 1 from record_objections o where o.county_id = r.county_id and o.record_id = r.id and o.dismissed_at is null)
      order by r.notice_ends_on, r.id`,
    values: [tx.countyId, today],
  })
  return rows.map(({ id }) => id)
}
