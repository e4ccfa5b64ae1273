import { civilDay } from '@sidan/types/civil'
import { and, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { statement, type Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { activities } from '../activities/table.ts'
import { catalogItems } from '../catalog/table.ts'
import { orders } from '../orders/table.ts'
import { shifts } from '../shifts/table.ts'
import { recordTexts, serviceRecords } from './table.ts'

const lockStatement = statement('records.lock', (db) => {
  // The order too: a rating that comes at the same moment then waits, and finds the record approved.
  const order = db
    .select({ ratedStars: orders.ratedStars, itemId: orders.itemId })
    .from(orders)
    .where(and(eq(orders.countyId, serviceRecords.countyId), eq(orders.id, serviceRecords.orderId)))
    .for('no key update')
    .as('record_order')
  const first = alias(serviceRecords, 'first_version')
  // What its clock measured: the first version that a check-out ended, else the first of all.
  const clocked = db
    .select({ startedAt: first.startedAt, endedAt: first.endedAt, grade: first.grade, source: first.source })
    .from(first)
    .where(and(eq(first.countyId, serviceRecords.countyId), eq(first.chainId, serviceRecords.chainId)))
    .orderBy(desc(sql`(${first.checkedOut} = 'byCode')`), first.version)
    .limit(1)
    .as('clocked')
  return db
    .select({
      record: serviceRecords,
      title: sql<string>`coalesce(${catalogItems.title}, ${activities.title}, ${recordTexts.title}, '')`,
      ratedStars: order.ratedStars,
      clocked: {
        startedAt: clocked.startedAt,
        // Nothing of what was entered by hand was clocked.
        endedAt:
          sql<Date>`case ${clocked.source} when 'clock' then ${clocked.endedAt} else ${clocked.startedAt} end`.mapWith(
            serviceRecords.endedAt,
          ),
        grade: clocked.grade,
      },
    })
    .from(serviceRecords)
    .innerJoinLateral(clocked, sql`true`)
    .leftJoin(
      recordTexts,
      and(eq(recordTexts.countyId, serviceRecords.countyId), eq(recordTexts.recordId, serviceRecords.chainId)),
    )
    .leftJoinLateral(order, sql`true`)
    .leftJoin(catalogItems, and(eq(catalogItems.countyId, serviceRecords.countyId), eq(catalogItems.id, order.itemId)))
    .leftJoin(shifts, and(eq(shifts.countyId, serviceRecords.countyId), eq(shifts.id, serviceRecords.shiftId)))
    .leftJoin(activities, and(eq(activities.countyId, shifts.countyId), eq(activities.id, shifts.activityId)))
    .where(
      and(eq(serviceRecords.countyId, sql.placeholder('countyId')), eq(serviceRecords.id, sql.placeholder('recordId'))),
    )
    .for('no key update', { of: serviceRecords })
})

export type RecordRow = typeof serviceRecords.$inferSelect

/** A record for a decision; `clocked` is what its clock measured, whatever was corrected since. */
export interface LockedRecord {
  record: RecordRow
  title: string
  ratedStars: number | null
  clocked: Pick<RecordRow, 'startedAt' | 'endedAt' | 'grade'>
}

/** Loads a record, locked. Refuses not-found. */
export async function lockRecord(tx: Tx, recordId: string): Promise<LockedRecord> {
  const [found] = await lockStatement(tx, { countyId: tx.countyId, recordId })
  return found ?? refuse('not-found')
}

/** What else a person did on the day of a record: minutes that stand or wait, and the record that lies in the same time. */
interface OtherRecords {
  dayMinutes: number
  neighbourId: string | null
}

/**
 * The other records of a person on the day `served` began; versions of its own chain are not others. Their row is locked first: of two records made at the same
 * moment the later one counts the earlier one.
 */
export async function lockDay(
  tx: Tx,
  served: Pick<RecordRow, 'personId' | 'chainId' | 'startedAt' | 'endedAt'>,
): Promise<OtherRecords> {
  await tx.rows({
    name: 'records.lock-person',
    text: 'select 1 from people where county_id = $1 and id = $2 for no key update',
    values: [tx.countyId, served.personId],
  })
  const [found] = await tx.rows<OtherRecords>({
    name: 'records.day',
    text: `select coalesce(sum(clocked_minutes + declared_minutes) filter (where service_day = $6), 0)::int as "dayMinutes",
        (array_agg(id) filter (where tstzrange(started_at, ended_at) && tstzrange($4, $5)))[1] as "neighbourId"
      from service_records where county_id = $1 and person_id = $2 and chain_id <> $3 and state in ('pending', 'onNotice', 'approved')
        and (service_day = $6 or tstzrange(started_at, ended_at) && tstzrange($4, $5))`,
    values: [
      tx.countyId,
      served.personId,
      served.chainId,
      served.startedAt,
      served.endedAt,
      civilDay(served.startedAt),
    ],
  })
  return found ?? { dayMinutes: 0, neighbourId: null }
}

/** Inserts a record; where another that is pending or approved lies in its time it is kept as `conflict` naming that neighbour. */
export async function insertRecord(
  tx: Tx,
  record: Omit<typeof serviceRecords.$inferInsert, 'countyId'>,
  { neighbourId }: OtherRecords,
): Promise<void> {
  await tx.db.insert(serviceRecords).values({
    ...record,
    countyId: tx.countyId,
    ...(neighbourId ? { state: 'conflict', conflictWithId: neighbourId } : {}),
  })
}

/** Inserts the version that stands from now on. Refuses record-overlaps: a person decided on these times, so they are not kept as a conflict. */
export async function insertVersion(
  tx: Tx,
  record: typeof serviceRecords.$inferInsert,
  { neighbourId }: OtherRecords,
): Promise<void> {
  if (neighbourId) refuse('record-overlaps')
  await tx.db.insert(serviceRecords).values(record)
}

/** Decides a record that waits or stands on notice: guarded by its state and version. */
export async function saveDecision(
  tx: Tx,
  record: RecordRow,
  decision: { state: 'onNotice' | 'approved' | 'rejected'; byId: string; words?: string; noticeEndsOn?: string },
): Promise<void> {
  const rows = await tx.rows({
    name: 'records.decide',
    text: `update service_records set state = $4, decided_by_id = $5, decided_at = $6, notice_ends_on = coalesce($7::date, notice_ends_on),
        noticed_by_id = case when $7::date is null then noticed_by_id else $5 end, noticed_at = case when $7::date is null then noticed_at else $6 end
      where county_id = $1 and id = $2 and version = $3 and state in ('pending', 'conflict', 'onNotice') returning 1`,
    values: [
      tx.countyId,
      record.id,
      record.version,
      decision.state,
      decision.byId,
      tx.now,
      decision.noticeEndsOn ?? null,
    ],
  })
  if (rows.length !== 1) refuse('record-not-pending')
  if (decision.words === undefined) return
  // What was entered by hand has its words already.
  await tx.rows({
    name: 'records.rejection-words',
    text: `insert into record_texts (county_id, record_id, rejection_words) values ($1, $2, $3)
      on conflict (county_id, record_id) do update set rejection_words = excluded.rejection_words`,
    values: [tx.countyId, record.id, decision.words],
  })
}

/** Ends the public notice of a record: from now on it counts. The decision stays as it was made. */
export async function saveNoticeOver(tx: Tx, record: RecordRow): Promise<void> {
  const rows = await tx.rows({
    name: 'records.notice-over',
    text: `update service_records set state = 'approved' where county_id = $1 and id = $2 and version = $3 and state = 'onNotice' returning 1`,
    values: [tx.countyId, record.id, record.version],
  })
  if (rows.length !== 1) refuse('record-not-on-notice')
}

/** Takes a pending record back: guarded as a decision is. */
export async function saveWithdrawal(tx: Tx, record: RecordRow): Promise<void> {
  const rows = await tx.rows({
    name: 'records.withdraw',
    text: `update service_records set state = 'withdrawn' where county_id = $1 and id = $2 and version = $3 and state in ('pending', 'conflict') returning 1`,
    values: [tx.countyId, record.id, record.version],
  })
  if (rows.length !== 1) refuse('record-not-pending')
}

/** Approved records of an order, for what a rating adds to them. */
export async function findApproved(tx: Tx, orderId: string): Promise<RecordRow[]> {
  return tx.db
    .select()
    .from(serviceRecords)
    .where(
      and(
        eq(serviceRecords.countyId, tx.countyId),
        eq(serviceRecords.orderId, orderId),
        eq(serviceRecords.state, 'approved'),
      ),
    )
}
