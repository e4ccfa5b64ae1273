import type { AnswerOf } from '@sidan/types/endpoint'
import type { giveFeedback, listFeedback } from '@sidan/types/feedback'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { type Actor, deskOf } from '../roles/rules.ts'

type Answer = AnswerOf<typeof giveFeedback>
type Row = Omit<Answer, 'at' | 'answeredAt'> & { at: Date; answeredAt: Date | null }

const select = `select f.id as "feedbackId", f.words, u.name as "unitName", f.at, f.answer, f.answered_at as "answeredAt", p.display_name as "answeredByName"
  from feedback f
  join units u on u.county_id = f.county_id and u.id = f.unit_id
  left join people p on p.county_id = f.county_id and p.id = f.answered_by_id`

const shown = (row: Row): Answer => ({
  ...row,
  at: row.at.toISOString(),
  answeredAt: row.answeredAt?.toISOString() ?? null,
})
const cursorOf = (row: Row) => packCursor(row.at.toISOString(), row.feedbackId)

export async function readFeedback(tx: Tx, id: string): Promise<Answer> {
  const [row] = await tx.rows<Row>({
    name: 'feedback.one',
    text: `${select} where f.county_id = $1 and f.id = $2`,
    values: [tx.countyId, id],
  })
  return row ? shown(row) : refuse('not-found')
}

/** What this person wrote, newest first. */
export async function readMyFeedback(
  tx: Tx,
  actor: Actor,
  asked: { cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listFeedback>> {
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const rows = await tx.rows<Row>({
    name: 'feedback.mine',
    text: `${select} where f.county_id = $1 and f.person_id = $2 and ($3::timestamptz is null or (f.at, f.id) < ($3, $4::uuid)) order by f.at desc, f.id desc limit $5`,
    values: [tx.countyId, actor.personId, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1],
  })
  return pageFrom(rows, asked.limit, cursorOf, shown)
}

/** What waits for an answer in the caller's subtree, oldest first. */
export async function readWaitingFeedback(
  tx: Tx,
  actor: Actor,
  asked: { cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listFeedback>> {
  const desk = deskOf(actor)
  if (!desk) return refuse('not-allowed')
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const rows = await tx.rows<Row>({
    name: 'feedback.waiting',
    text: `${select} where f.county_id = $1 and f.answered_at is null and ($2 = 'center' or u.id = $3 or ($2 = 'institute' and u.institute_id = $3))
      and ($4::timestamptz is null or (f.at, f.id) > ($4, $5::uuid)) order by f.at, f.id limit $6`,
    values: [tx.countyId, desk.tier, desk.unitId, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1],
  })
  return pageFrom(rows, asked.limit, cursorOf, shown)
}
