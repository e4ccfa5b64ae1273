import type { AnswerOf } from '@sidan/types/endpoint'
import type { listMyRecords } from '@sidan/types/records'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { policyOf } from '../policy/reads.ts'
import { type Actor, may } from '../roles/rules.ts'
import { mayApprove, mayCorrect, mayReject, mayReverse, mayWithdraw, oddReasons } from './rules.ts'

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
  checked_out: 'byCode' | 'automatic' | 'byHand'
  source: Shown['source']
  entered_by_id: string | null
  entered_by_name: string | null
  entry_words: string | null
  entry_photos: string[] | null
  service_nature: Shown['serviceNature']
  policy_version: number
  created_at: Date
  decided_by_id: string | null
  decided_at: Date | null
  decided_by_name: string | null
  rejection_words: string | null
  notice_ends_on: string | null
  noticed_at: Date | null
  noticed_by_name: string | null
  undone_at: Date | null
  undone_by_name: string | null
  undone_words: string | null
  chain_id: string
  chain_started_at: Date
  chain_ended_at: Date
  rated_stars: number | null
  points: number | null
  same_pair: boolean
  neighbour_close: boolean
}

/** Nobody is at two places within so few minutes. */
const closeMinutes = 10

/** Records of $1 as `Row`, in the eyes of the person $2. */
export const recordSql = `select r.id, r.version, r.state, r.person_id, p.display_name as person_name, r.order_id, r.shift_id,
    coalesce(i.title, a.title, e.title, '') as title, r.source, r.entered_by_id, b.display_name as entered_by_name, e.entry_words, e.entry_photos, r.station_id, u.name as station_name,
    r.institute_id, r.platform_code, r.service_day, r.started_at, r.ended_at, r.clocked_minutes, r.declared_minutes, r.grade, r.checked_out,
    r.service_nature, r.policy_version, r.created_at, r.decided_at, d.display_name as decided_by_name, x.rejection_words, r.notice_ends_on, r.noticed_at, v.display_name as noticed_by_name, r.decided_by_id, o.rated_stars,
    r.undone_at, n.display_name as undone_by_name, x.undone_words, r.chain_id, f.started_at as chain_started_at, f.ended_at as chain_ended_at,
    (select -sum(e.amount)::int from transfers t join entries e on e.county_id = t.county_id and e.transfer_id = t.id
      where t.county_id = r.county_id and t.ref = r.id and t.reason in ('record-points', 'rating-bonus') and e.issuer = 'serviceRecords') as points,
    exists (select 1 from service_records s where s.county_id = r.county_id and s.person_id = $2 and s.decided_by_id = r.person_id
      and s.decided_at > r.created_at - interval '30 days') as same_pair,
    exists (select 1 from service_records n where n.county_id = r.county_id and n.person_id = r.person_id and n.id <> r.id
      and n.state in ('pending', 'onNotice', 'approved') and n.started_at > r.started_at - interval '1 day'
      and n.started_at < r.ended_at + interval '${closeMinutes} minutes' and n.ended_at > r.started_at - interval '${closeMinutes} minutes') as neighbour_close
  from service_records r
  join people p on p.county_id = r.county_id and p.id = r.person_id
  left join orders o on o.county_id = r.county_id and o.id = r.order_id
  left join catalog_items i on i.county_id = o.county_id and i.id = o.item_id
  left join shifts w on w.county_id = r.county_id and w.id = r.shift_id
  left join activities a on a.county_id = w.county_id and a.id = w.activity_id
  join units u on u.county_id = r.county_id and u.id = r.station_id
  join service_records f on f.county_id = r.county_id and f.id = r.chain_id
  left join people n on n.county_id = r.county_id and n.id = r.undone_by_id
  left join people d on d.county_id = r.county_id and d.id = r.decided_by_id
  left join people v on v.county_id = r.county_id and v.id = r.noticed_by_id
  left join record_texts x on x.county_id = r.county_id and x.record_id = r.id
  left join record_texts e on e.county_id = r.county_id and e.record_id = r.chain_id
  left join people b on b.county_id = r.county_id and b.id = r.entered_by_id
  where r.county_id = $1`

/** Facts of a record that was read, for its rules. */
export const factsOf = (row: Row) => ({
  personId: row.person_id,
  stationId: row.station_id,
  instituteId: row.institute_id,
  state: row.state,
  minutes: row.clocked_minutes + row.declared_minutes,
  grade: row.grade,
  checkedOut: row.checked_out,
  enteredById: row.entered_by_id,
  decidedById: row.decided_by_id,
})

/** A record as this actor is shown it, with what they may do. */
export async function shownOf(tx: Tx, actor: Actor, row: Row): Promise<Shown> {
  const policy = await policyOf(tx, row.policy_version)
  const facts = factsOf(row)
  return {
    recordId: row.id,
    version: row.version,
    state: row.state,
    person: { personId: row.person_id, displayName: row.person_name },
    orderId: row.order_id,
    shiftId: row.shift_id,
    source: row.source,
    title: row.title,
    stationName: row.station_name,
    serviceDay: row.service_day,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at.toISOString(),
    clockedMinutes: row.clocked_minutes,
    declaredMinutes: row.declared_minutes,
    grade: row.grade,
    serviceNature: row.service_nature,
    odd: oddReasons({ ...facts, samePair: row.same_pair, neighbourClose: row.neighbour_close }, policy.hours),
    points: row.points,
    decidedAt: row.decided_at?.toISOString() ?? null,
    decidedByName: row.decided_by_name,
    rejectionWords: row.rejection_words,
    noticeEndsOn: row.notice_ends_on,
    undone: row.undone_at && {
      at: row.undone_at.toISOString(),
      byName: row.undone_by_name,
      words: row.undone_words ?? '',
    },
    allowedActions: [
      ...(mayApprove(facts, actor, policy.hours) === true ? (['approve'] as const) : []),
      ...(mayReject(facts, actor, policy.hours) === true ? (['reject'] as const) : []),
      ...(mayCorrect(facts, facts.minutes, actor, policy.hours) === true ? (['correct'] as const) : []),
      ...(mayReverse(facts, actor, policy.hours) === true ? (['reverse'] as const) : []),
      ...(mayWithdraw(facts, actor) === true ? (['withdraw'] as const) : []),
    ],
  }
}

/** One page of records, as this actor is shown them. */
export async function pageOfRecords<R extends Row>(
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

/** 我的记录: newest first; of a record that was corrected, the version that stands. */
export async function readMyRecords(
  tx: Tx,
  actor: Actor,
  asked: { cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listMyRecords>> {
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const rows = await tx.rows<Row>({
    name: 'records.mine',
    text: `${recordSql} and r.person_id = $2 and r.state <> 'corrected' and ($3::timestamptz is null or (r.started_at, r.id) < ($3, $4::uuid)) order by r.started_at desc, r.id desc limit $5`,
    values: [tx.countyId, actor.personId, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1],
  })
  return pageOfRecords(tx, actor, rows, asked.limit, (row) => packCursor(row.started_at.toISOString(), row.id))
}

/** One record for its owner, staff above it or an auditor. Refuses not-found. */
export async function findRecord(tx: Tx, actor: Actor, recordId: string): Promise<Row> {
  const [row] = await tx.rows<Row>({
    name: 'records.one',
    text: `${recordSql} and r.id = $3`,
    values: [tx.countyId, actor.personId, recordId],
  })
  if (!row) return refuse('not-found')
  const place = { stationId: row.station_id, instituteId: row.institute_id }
  const mine = row.person_id === actor.personId
  return mine || may(actor, 'approve', place) || may(actor, 'audit', place) ? row : refuse('not-found')
}

/** Every version of some records, named by their first one, which comes first. */
export const findVersions = (tx: Tx, actor: Actor, chainIds: readonly string[]): Promise<Row[]> =>
  tx.rows<Row>({
    name: 'records.versions',
    text: `${recordSql} and r.chain_id = any ($3::uuid[]) order by r.chain_id, r.version`,
    values: [tx.countyId, actor.personId, chainIds],
  })

/** One record as its owner or staff above it may see it. */
export const readRecord = async (tx: Tx, actor: Actor, recordId: string): Promise<Shown> =>
  shownOf(tx, actor, await findRecord(tx, actor, recordId))
