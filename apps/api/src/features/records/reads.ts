import type { AnswerOf } from '@sidan/types/endpoint'
import type { listMyRecords, listPendingRecords } from '@sidan/types/records'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { policyOf } from '../policy/reads.ts'
import { type Actor, deskOf, may } from '../roles/rules.ts'
import { longMinutes, mayDecide, mayWithdraw, oddReasons } from './rules.ts'

type Shown = AnswerOf<typeof listMyRecords>['items'][number]

/** A record as it is read: with the names of who and where, and what it earned. */
export interface Row {
  id: string
  version: number
  state: Shown['state']
  person_id: string
  person_name: string
  order_id: string | null
  shift_id: string | null
  title: string
  station_id: string
  station_name: string
  institute_id: string | null
  platform_code: string | null
  service_day: string
  started_at: Date
  ended_at: Date
  clocked_minutes: number
  declared_minutes: number
  grade: 'A' | 'B' | 'C'
  checked_out: 'byCode' | 'automatic'
  service_nature: Shown['serviceNature']
  policy_version: number
  created_at: Date
  decided_at: Date | null
  decided_by_name: string | null
  rejection_words: string | null
  rated_stars: number | null
  points: number | null
  same_pair: boolean
  neighbour_close: boolean
}

/** Nobody is at two places within so few minutes. */
const closeMinutes = 10

const select = `select r.id, r.version, r.state, r.person_id, p.display_name as person_name, r.order_id, r.shift_id,
    coalesce(i.title, a.title) as title, r.station_id, u.name as station_name,
    r.institute_id, r.platform_code, r.service_day, r.started_at, r.ended_at, r.clocked_minutes, r.declared_minutes, r.grade, r.checked_out,
    r.service_nature, r.policy_version, r.created_at, r.decided_at, d.display_name as decided_by_name, x.rejection_words, o.rated_stars,
    (select sum(e.amount)::int from transfers t join entries e on e.county_id = t.county_id and e.transfer_id = t.id
      where t.county_id = r.county_id and t.ref = r.id and t.reason in ('record-points', 'rating-bonus') and e.account_id is not null) as points,
    exists (select 1 from service_records s where s.county_id = r.county_id and s.person_id = $2 and s.decided_by_id = r.person_id
      and s.decided_at > r.created_at - interval '30 days') as same_pair,
    exists (select 1 from service_records n where n.county_id = r.county_id and n.person_id = r.person_id and n.id <> r.id
      and n.state in ('pending', 'approved') and n.started_at > r.started_at - interval '1 day'
      and n.started_at < r.ended_at + interval '${closeMinutes} minutes' and n.ended_at > r.started_at - interval '${closeMinutes} minutes') as neighbour_close
  from service_records r
  join people p on p.county_id = r.county_id and p.id = r.person_id
  left join orders o on o.county_id = r.county_id and o.id = r.order_id
  left join catalog_items i on i.county_id = o.county_id and i.id = o.item_id
  left join shifts w on w.county_id = r.county_id and w.id = r.shift_id
  left join activities a on a.county_id = w.county_id and a.id = w.activity_id
  join units u on u.county_id = r.county_id and u.id = r.station_id
  left join people d on d.county_id = r.county_id and d.id = r.decided_by_id
  left join record_texts x on x.county_id = r.county_id and x.record_id = r.id
  where r.county_id = $1`

/** A record as this actor is shown it, with what they may do. */
export async function shownOf(tx: Tx, actor: Actor, row: Row): Promise<Shown> {
  const policy = await policyOf(tx, row.policy_version)
  const facts = {
    personId: row.person_id,
    stationId: row.station_id,
    instituteId: row.institute_id,
    state: row.state,
    minutes: row.clocked_minutes + row.declared_minutes,
    grade: row.grade,
    checkedOut: row.checked_out,
  }
  return {
    recordId: row.id,
    version: row.version,
    state: row.state,
    person: { personId: row.person_id, displayName: row.person_name },
    orderId: row.order_id,
    shiftId: row.shift_id,
    title: row.title,
    stationName: row.station_name,
    serviceDay: row.service_day,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at.toISOString(),
    clockedMinutes: row.clocked_minutes,
    declaredMinutes: row.declared_minutes,
    grade: row.grade,
    serviceNature: row.service_nature,
    odd:
      row.state === 'pending'
        ? oddReasons({ ...facts, samePair: row.same_pair, neighbourClose: row.neighbour_close }, policy.hours)
        : [],
    points: row.points,
    decidedAt: row.decided_at?.toISOString() ?? null,
    decidedByName: row.decided_by_name,
    rejectionWords: row.rejection_words,
    allowedActions: [
      ...(mayDecide(facts, actor, policy.hours) === true ? (['approve', 'reject'] as const) : []),
      ...(mayWithdraw(facts, actor) === true ? (['withdraw'] as const) : []),
    ],
  }
}

async function pageOfRecords<R extends Row>(
  tx: Tx,
  actor: Actor,
  rows: R[],
  limit: number,
  cursorOf: (row: R) => string,
) {
  const page = pageFrom(rows, limit, cursorOf, (row) => row)
  const items: Shown[] = []
  for (const row of page.items) items.push(await shownOf(tx, actor, row))
  return { items, nextCursor: page.nextCursor }
}

/** 我的记录: newest first. */
export async function readMyRecords(
  tx: Tx,
  actor: Actor,
  asked: { cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listMyRecords>> {
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const rows = await tx.rows<Row>({
    name: 'records.mine',
    text: `${select} and r.person_id = $2 and ($3::timestamptz is null or (r.started_at, r.id) < ($3, $4::uuid)) order by r.started_at desc, r.id desc limit $5`,
    values: [tx.countyId, actor.personId, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1],
  })
  return pageOfRecords(tx, actor, rows, asked.limit, (row) => packCursor(row.started_at.toISOString(), row.id))
}

/** What `oddReasons` says, as an order: so that the odd ones come first on every page of the list. */
const oddSql = `q.grade = 'C' or q.checked_out = 'automatic' or q.same_pair or q.neighbour_close
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
        ${select} and r.state = 'pending' and ($3 = 'center' or r.station_id = $4 or ($3 = 'institute' and r.institute_id = $4))) q) ordered
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

/** One record for its owner, staff above it or an auditor. Refuses not-found. */
export async function findRecord(tx: Tx, actor: Actor, recordId: string): Promise<Row> {
  const [row] = await tx.rows<Row>({
    name: 'records.one',
    text: `${select} and r.id = $3`,
    values: [tx.countyId, actor.personId, recordId],
  })
  if (!row) return refuse('not-found')
  const place = { stationId: row.station_id, instituteId: row.institute_id }
  const mine = row.person_id === actor.personId
  return mine || may(actor, 'approve', place) || may(actor, 'audit', place) ? row : refuse('not-found')
}

/** One record as its owner or staff above it may see it. */
export const readRecord = async (tx: Tx, actor: Actor, recordId: string): Promise<Shown> =>
  shownOf(tx, actor, await findRecord(tx, actor, recordId))
