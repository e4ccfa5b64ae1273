import type { AnswerOf } from '@sidan/types/endpoint'
import type { listDecidedRecords, listPendingRecords } from '@sidan/types/records'
import { packCursor, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { soughtKey } from '../../platform/pinyin.ts'
import { refuse } from '../../platform/problem.ts'
import { policyOf } from '../policy/reads.ts'
import { pageOfRecords, type Row, recordSql } from '../records/reads.ts'
import { longMinutes } from '../records/rules.ts'
import { type Actor, deskOf } from '../roles/rules.ts'

/** Of records `r`, those at the desk of tier $3 and unit $4 or below it. */
export const underDesk = `($3 = 'center' or r.station_id = $4 or ($3 = 'institute' and r.institute_id = $4))`

/** What `oddReasons` says, as an order: so that the odd ones come first on every page of the list. */
const oddSql = `q.state = 'conflict' or q.grade = 'C' or q.checked_out = 'automatic' or q.same_pair or q.neighbour_close
  or q.clocked_minutes + q.declared_minutes not between $10 and $9`

/** 待核: the subtree's pending records, the odd ones on top, then the oldest. */
export async function readPendingRecords(
  tx: Tx,
  actor: Actor,
  asked: { cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listPendingRecords>> {
  const desk = deskOf(actor, 'approve')
  if (!desk) return refuse('not-allowed')
  const after = unpackCursor(asked.cursor, 'whole', 'instant', 'id')
  const { hours } = await policyOf(tx, actor.policyVersion)
  const rows = await tx.rows<Row & { oddity: number }>({
    name: 'records.pending',
    text: `select * from (select q.*, (case when ${oddSql} then 0 else 1 end) as oddity from (
        ${recordSql} and r.state in ('pending', 'conflict') and ${underDesk}) q) ordered
      where ($5::int is null or (oddity, created_at, id) > ($5, $6::timestamptz, $7::uuid)) order by oddity, created_at, id limit $8`,
    values: [
      tx.countyId,
      actor.personId,
      desk.tier,
      desk.unitId,
      after?.[0] ?? null,
      after?.[1] ?? null,
      after?.[2] ?? null,
      asked.limit + 1,
      longMinutes(hours),
      hours.minMinutes,
    ],
  })
  return pageOfRecords(tx, actor, rows, asked.limit, (row) =>
    packCursor(row.oddity, row.created_at.toISOString(), row.id),
  )
}

/** Records of the subtree that were decided, by name of their person, the newest service first; of a corrected one the version that stands. */
export async function readDecidedRecords(
  tx: Tx,
  actor: Actor,
  asked: { name?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listDecidedRecords>> {
  const desk = deskOf(actor, 'approve') ?? actor.grants.find((grant) => grant.role === 'auditor')
  if (!desk) return refuse('not-allowed')
  const after = unpackCursor(asked.cursor, 'word', 'id')
  const name = asked.name ?? ''
  const rows = await tx.rows<Row>({
    name: 'records.decided',
    text: `${recordSql} and r.state in ('onNotice', 'approved', 'rejected', 'reversed') and ${underDesk}
        and ($5 = '' or position($5 in p.display_name) > 0 or position($6 in p.name_search) > 0)
        and ($7::date is null or (r.service_day, r.id) < ($7, $8::uuid))
      order by r.service_day desc, r.id desc limit $9`,
    values: [
      tx.countyId,
      actor.personId,
      desk.tier,
      desk.unitId,
      name,
      soughtKey(name),
      after?.[0] ?? null,
      after?.[1] ?? null,
      asked.limit + 1,
    ],
  })
  return pageOfRecords(tx, actor, rows, asked.limit, (row) => packCursor(row.service_day, row.id))
}
