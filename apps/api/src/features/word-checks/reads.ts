import type { AnswerOf } from '@sidan/types/endpoint'
import type { HeldWords, listHeldWords, reviewWords } from '@sidan/types/word-checks'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { mayReview } from './rules.ts'
import { checksWithWords, wordsSql } from './store.ts'

type Row = Omit<HeldWords, 'at' | 'checkId'> & { checkId: string; at: Date }

/** Words that wait for a person, oldest first. */
export async function readHeldWords(
  tx: Tx,
  actor: Actor,
  asked: { cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listHeldWords>> {
  orRefuseTrue(mayReview(actor))
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const rows = await tx.rows<Row>({
    name: 'word-checks.held',
    text: `select c.id as "checkId", c.kind, c.hold_reason as reason, c.asked_at as at, p.display_name as "authorName",
        coalesce(${wordsSql}, '') as words
      from ${checksWithWords}
      where c.county_id = $1 and c.state = 'held' and ($2::timestamptz is null or (c.asked_at, c.id) > ($2, $3::uuid))
      order by c.asked_at, c.id limit $4`,
    values: [tx.countyId, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1],
  })
  return pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.at.toISOString(), row.checkId),
    (row) => ({ ...row, at: row.at.toISOString() }),
  )
}

export async function readReviewed(tx: Tx, checkId: string): Promise<AnswerOf<typeof reviewWords>> {
  const [row] = await tx.rows<{ shown: boolean }>({
    name: 'word-checks.reviewed',
    text: `select state = 'shown' as shown from word_checks where county_id = $1 and id = $2`,
    values: [tx.countyId, checkId],
  })
  return row ? { checkId, shown: row.shown } : refuse('not-found')
}
