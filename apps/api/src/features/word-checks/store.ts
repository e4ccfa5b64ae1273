import type { HoldReason, WordsKind } from '@sidan/types/word-checks'
import type { Tx } from '../../platform/db.ts'
import { newId } from '../../platform/ids.ts'

/** Notes that words are to be checked, and enqueues the check, in one statement; words written anew are checked anew. */
export async function insertCheck(
  tx: Tx,
  words: { kind: WordsKind; subjectId: string; authorId: string },
): Promise<void> {
  await tx.rows({
    name: 'word-checks.ask',
    text: `with asked as (
        insert into word_checks (county_id, id, kind, subject_id, author_id, asked_no, state, asked_at) values ($1, $2, $3, $4, $5, 1, 'waiting', $6)
        on conflict (county_id, subject_id, kind) do update set asked_no = word_checks.asked_no + 1, state = 'waiting', author_id = $5, asked_at = $6,
          hold_reason = null, label = null, checked_at = null, reviewed_by_id = null, reviewed_at = null
        returning id)
      select jobs.enqueue('check-words', jsonb_build_object('checkId', id), $6, 'check-words:' || id) from asked`,
    values: [tx.countyId, newId(), words.kind, words.subjectId, words.authorId, tx.now],
  })
}

export interface WordsRow {
  id: string
  kind: WordsKind
  subjectId: string
  authorId: string
  askedNo: number
  state: 'waiting' | 'passed' | 'held' | 'shown' | 'hidden'
  holdReason: HoldReason | null
  words: string | null
  openidSealed: Buffer | null
}

/** Words lie where they belong: this joins a check `c` with its author `p` and with every place of words, and `wordsSql` picks the one it is on. */
export const checksWithWords = `word_checks c
  join people p on p.county_id = c.county_id and p.id = c.author_id
  left join order_texts t on t.county_id = c.county_id and t.order_id = c.subject_id
  left join feedback f on f.county_id = c.county_id and f.id = c.subject_id
  left join activities a on a.county_id = c.county_id and a.id = c.subject_id
  left join teams tm on tm.county_id = c.county_id and tm.id = c.subject_id
  left join team_messages ts on ts.county_id = c.county_id and ts.id = c.subject_id
  left join shift_reports r on r.county_id = c.county_id and r.shift_id = c.subject_id`
export const wordsSql = `case c.kind when 'orderNote' then t.note when 'orderResult' then t.result_note when 'orderRating' then t.rating_words
  when 'orderReopening' then t.reopen_words when 'feedback' then f.words
  when 'activity' then concat_ws(' ', a.title, a.place, a.content, a.risks) when 'teamWords' then tm.page_words when 'teamMessage' then ts.words
  when 'shiftReport' then r.words end`

/** The words of a check, with their author's openid. */
export async function findWords(tx: Tx, checkId: string): Promise<WordsRow | undefined> {
  const [row] = await tx.rows<WordsRow>({
    name: 'word-checks.words',
    text: `select c.id, c.kind, c.subject_id as "subjectId", c.author_id as "authorId", c.asked_no as "askedNo", c.state, c.hold_reason as "holdReason",
        p.openid_sealed as "openidSealed",
        ${wordsSql} as words
      from ${checksWithWords}
      where c.county_id = $1 and c.id = $2`,
    values: [tx.countyId, checkId],
  })
  return row
}

/** Stores what came of a check, unless the words were written anew or decided meanwhile. */
export async function saveVerdict(
  tx: Tx,
  check: { id: string; askedNo: number },
  verdict: { state: 'passed' | 'held'; holdReason: HoldReason | null; label: number | null },
): Promise<void> {
  await tx.rows({
    name: 'word-checks.verdict',
    text: `update word_checks set state = $4, hold_reason = $5, label = $6, checked_at = $7
      where county_id = $1 and id = $2 and asked_no = $3 and state = 'waiting'`,
    values: [tx.countyId, check.id, check.askedNo, verdict.state, verdict.holdReason, verdict.label, tx.now],
  })
}

/** Holds for a person what has waited since before `before`. */
export async function holdUnchecked(tx: Tx, before: Date): Promise<number> {
  const { rowCount } = await tx.query({
    name: 'word-checks.late',
    text: `update word_checks set state = 'held', hold_reason = 'unavailable', checked_at = $3
      where county_id = $1 and state = 'waiting' and asked_at < $2`,
    values: [tx.countyId, before, tx.now],
  })
  return rowCount ?? 0
}

/** A check, locked. */
export async function lockCheck(tx: Tx, checkId: string): Promise<{ state: string; authorId: string } | undefined> {
  const [row] = await tx.rows<{ state: string; authorId: string }>({
    name: 'word-checks.lock',
    text: `select state, author_id as "authorId" from word_checks where county_id = $1 and id = $2 for no key update`,
    values: [tx.countyId, checkId],
  })
  return row
}

export async function saveReview(tx: Tx, checkId: string, show: boolean, byId: string): Promise<void> {
  await tx.rows({
    name: 'word-checks.review',
    text: `update word_checks set state = $3, reviewed_by_id = $4, reviewed_at = $5 where county_id = $1 and id = $2`,
    values: [tx.countyId, checkId, show ? 'shown' : 'hidden', byId, tx.now],
  })
}
