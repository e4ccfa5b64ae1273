import type { AnswerOf } from '@sidan/types/endpoint'
import { maskedName } from '@sidan/types/names'
import type { listObjections, listPublicNotices } from '@sidan/types/public-notices'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { policyOf } from '../policy/reads.ts'
import { underDesk } from '../record-lists/reads.ts'
import { factsOf, type Row, recordSql, shownOf } from '../records/reads.ts'
import { type Actor, deskOf } from '../roles/rules.ts'
import { mayDismiss } from './rules.ts'

type Noticed = AnswerOf<typeof listPublicNotices>['items'][number]
type Shown = AnswerOf<typeof listObjections>['items'][number]

const waitingSql = `exists (select 1 from record_objections w where w.county_id = r.county_id and w.record_id = r.id and w.dismissed_at is null)`

/** 公示, for anybody: what ends first at the top. Names are masked before they leave (rule-24). */
export async function readPublicNotices(
  tx: Tx,
  asked: { unitId?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listPublicNotices>> {
  const after = unpackCursor(asked.cursor, 'word', 'id')
  const rows = await tx.rows<Omit<Noticed, 'maskedName'> & { name: string }>({
    name: 'public-notices.list',
    text: `select r.id as "recordId", p.display_name as name, u.name as "unitName", coalesce(i.title, a.title, e.title, '') as title, r.service_day as "serviceDay",
        r.clocked_minutes as "clockedMinutes", r.declared_minutes as "declaredMinutes", r.grade, r.notice_ends_on as "lastDay", ${waitingSql} as objected
      from service_records r
      join people p on p.county_id = r.county_id and p.id = r.person_id
      join units u on u.county_id = r.county_id and u.id = r.station_id
      left join orders o on o.county_id = r.county_id and o.id = r.order_id
      left join catalog_items i on i.county_id = o.county_id and i.id = o.item_id
      left join shifts s on s.county_id = r.county_id and s.id = r.shift_id
      left join activities a on a.county_id = s.county_id and a.id = s.activity_id
      left join record_texts e on e.county_id = r.county_id and e.record_id = r.chain_id
      where r.county_id = $1 and r.state = 'onNotice' and ($2::uuid is null or r.station_id = $2 or r.institute_id = $2)
        and ($3::date is null or (r.notice_ends_on, r.id) > ($3, $4::uuid))
      order by r.notice_ends_on, r.id limit $5`,
    values: [tx.countyId, asked.unitId ?? null, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1],
  })
  return pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.lastDay, row.recordId),
    ({ name, ...row }) => ({ ...row, maskedName: maskedName(name) }),
  )
}

interface ObjectionRow extends Row {
  objection_id: string
  objection_words: string | null
  objected_at: Date
  objected_by_id: string
}

/** 异议 that wait in the subtree, the oldest first, each with its record. */
export async function readObjections(
  tx: Tx,
  actor: Actor,
  asked: { cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listObjections>> {
  const desk = deskOf(actor, 'approve')
  if (!desk) return refuse('not-allowed')
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const rows = await tx.rows<ObjectionRow>({
    name: 'public-notices.objections',
    text: `select q.*, w.id as objection_id, w.words as objection_words, w.at as objected_at, w.by_id as objected_by_id
      from (${recordSql} and r.state = 'onNotice' and ${underDesk}) q
      join record_objections w on w.county_id = $1 and w.record_id = q.id and w.dismissed_at is null
      where $5::timestamptz is null or (w.at, w.id) > ($5, $6::uuid) order by w.at, w.id limit $7`,
    values: [
      tx.countyId,
      actor.personId,
      desk.tier,
      desk.unitId,
      after?.[0] ?? null,
      after?.[1] ?? null,
      asked.limit + 1,
    ],
  })
  const page = pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.objected_at.toISOString(), row.objection_id),
    (row) => row,
  )
  const items: Shown[] = []
  for (const row of page.items) items.push(await objectionOf(tx, actor, row))
  return { items, nextCursor: page.nextCursor }
}

async function objectionOf(tx: Tx, actor: Actor, row: ObjectionRow): Promise<Shown> {
  const { hours } = await policyOf(tx, row.policy_version)
  const may = mayDismiss(factsOf(row), { byId: row.objected_by_id, dismissed: false }, actor, hours)
  return {
    objectionId: row.objection_id,
    words: row.objection_words ?? '',
    at: row.objected_at.toISOString(),
    noticeWasBy: row.decided_by_name ?? '',
    record: await shownOf(tx, actor, row),
    allowedActions: may === true ? ['dismiss'] : [],
  }
}

/** When an objection was made, for who made it. Refuses not-found. */
export async function readObjection(tx: Tx, actor: Actor, objectionId: string) {
  const [row] = await tx.rows<{ objectionId: string; at: Date }>({
    name: 'public-notices.objection',
    text: `select id as "objectionId", at from record_objections where county_id = $1 and id = $2 and by_id = $3`,
    values: [tx.countyId, objectionId, actor.personId],
  })
  return row ? { ...row, at: row.at.toISOString() } : refuse('not-found')
}
