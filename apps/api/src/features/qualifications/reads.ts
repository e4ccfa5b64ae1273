import { addDays, civilDay } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import {
  type addQualification,
  endingWithinDays,
  type listMyQualifications,
  type listQualifications,
  type verifyQualification,
} from '@sidan/types/qualifications'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { inSubtreeSql } from '../papers/reads.ts'
import { isOver, lookingFrom } from '../papers/rules.ts'
import type { Actor } from '../roles/rules.ts'

type Own = AnswerOf<typeof addQualification>
type Somebodys = AnswerOf<typeof verifyQualification>
type Row<Answer> = Omit<Answer, 'addedAt' | 'over'> & { addedAt: Date }

const ownFields = `q.id as "qualificationId", q.code, coalesce(k.name, q.code) as name, q.issuer, q.photo_hash as photo,
    q.valid_until_day as "validUntilDay", q.state, q.added_at as "addedAt",
    case when r.reason is null then null else json_build_object('reason', r.reason, 'words', r.words) end as refusal`
const from = `from qualifications q
  left join qualification_kinds k on k.county_id = q.county_id and k.code = q.code
  left join qualification_refusals r on r.county_id = q.county_id and r.qualification_id = q.id`
const somebodysFields = `${ownFields}, json_build_object('personId', p.id, 'displayName', p.display_name) as person, u.name as "homeStationName",
    d.display_name as "decidedByName"`
const fromPeople = `${from}
  join people p on p.county_id = q.county_id and p.id = q.person_id and p.closed_at is null
  left join units u on u.county_id = p.county_id and u.id = p.home_station_id
  left join people d on d.county_id = q.county_id and d.id = q.decided_by_id`

const shown = <Answer extends Own>(row: Row<Answer>, now: Date) => ({
  ...row,
  addedAt: row.addedAt.toISOString(),
  over: isOver(row.validUntilDay, now),
})

/** One of a person's own. */
export async function readOwn(tx: Tx, actor: Actor, id: string): Promise<Own> {
  const [row] = await tx.rows<Row<Own>>({
    name: 'qualifications.own',
    text: `select ${ownFields} ${from} where q.county_id = $1 and q.id = $2 and q.person_id = $3`,
    values: [tx.countyId, id, actor.personId],
  })
  return row ? shown(row, tx.now) : refuse('not-found')
}

/** A person's own, newest first, and the kinds that the county knows. */
export async function readMine(tx: Tx, actor: Actor): Promise<AnswerOf<typeof listMyQualifications>> {
  const items = await tx.rows<Row<Own>>({
    name: 'qualifications.mine',
    text: `select ${ownFields} ${from} where q.county_id = $1 and q.person_id = $2 order by q.added_at desc, q.id desc limit 100`,
    values: [tx.countyId, actor.personId],
  })
  const kinds = await tx.rows<{ code: string; name: string }>({
    name: 'qualifications.kinds',
    text: 'select code, name from qualification_kinds where county_id = $1 order by sort_no, code',
    values: [tx.countyId],
  })
  return { items: items.map((row) => shown(row, tx.now)), kinds }
}

/** One as staff see it. */
export async function readSomebodys(tx: Tx, id: string): Promise<Somebodys> {
  const [row] = await tx.rows<Row<Somebodys>>({
    name: 'qualifications.somebodys',
    text: `select ${somebodysFields} ${fromPeople} where q.county_id = $1 and q.id = $2`,
    values: [tx.countyId, id],
  })
  return row ? (shown(row, tx.now) as Somebodys) : refuse('not-found')
}

const filters = {
  waiting: {
    where: `q.state = 'pending' and ($4::timestamptz is null or (q.added_at, q.id) > ($4, $5::uuid)) and $7::date <= $8::date`,
    order: 'q.added_at, q.id',
    parts: ['instant', 'id'],
    cursorOf: (row: Row<Somebodys>) => packCursor(row.addedAt.toISOString(), row.qualificationId),
  },
  ending: {
    where: `q.state = 'verified' and q.valid_until_day between $7 and $8 and ($4::text is null or (q.valid_until_day, q.id) > ($4::text::date, $5::uuid))`,
    order: 'q.valid_until_day, q.id',
    parts: ['day', 'id'],
    cursorOf: (row: Row<Somebodys>) => packCursor(row.validUntilDay ?? '', row.qualificationId),
  },
} as const

/** What waits, or what ends soon, where the caller stands. */
export async function readQualifications(
  tx: Tx,
  actor: Actor,
  asked: { filter: keyof typeof filters; cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listQualifications>> {
  const desk = lookingFrom(actor) ?? refuse('not-allowed')
  const { where, order, parts, cursorOf } = filters[asked.filter]
  const after = unpackCursor(asked.cursor, ...parts)
  const today = civilDay(tx.now)
  const rows = await tx.rows<Row<Somebodys>>({
    name: `qualifications.${asked.filter}`,
    text: `select ${somebodysFields} ${fromPeople} where q.county_id = $1 and ${inSubtreeSql} and ${where} order by ${order} limit $6`,
    values: [
      tx.countyId,
      desk.tier,
      desk.unitId,
      after?.[0] ?? null,
      after?.[1] ?? null,
      asked.limit + 1,
      today,
      addDays(today, endingWithinDays),
    ],
  })
  return pageFrom(rows, asked.limit, cursorOf, (row) => shown(row, tx.now) as Somebodys)
}
