import { civilMonth, monthSpan } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { getStatement, listStatements, StatementState } from '@sidan/types/partner-statements'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { maySeeDealings, type PartnerPlace } from '../partners/rules.ts'
import { findPartner } from '../partners/store.ts'
import type { Actor } from '../roles/rules.ts'
import { statementActions } from './rules.ts'
import { movedSql, sumsSql } from './store.ts'

interface Sums {
  handed_out_count: number
  returned_count: number
  points: number
  compensation_fen: number
}

interface Row extends Sums {
  id: string
  partner_id: string
  month: string
  adjustment_fen: number
  state: StatementState
  issued_at: Date
}

const sumsOf = (row: Sums) => ({
  handedOutCount: row.handed_out_count,
  returnedCount: row.returned_count,
  points: row.points,
  compensationFen: row.compensation_fen,
})

const columns = `s.id, s.partner_id, s.month, s.handed_out_count, s.returned_count, s.points, s.compensation_fen, s.state, s.issued_at,
    (select coalesce(sum(e.adjustment_fen), 0)::int from partner_statement_events e where e.county_id = s.county_id and e.statement_id = s.id) as adjustment_fen`

const eventsSql = `(select coalesce(json_agg(json_build_object('kind', e.kind, 'words', e.words, 'adjustmentFen', e.adjustment_fen, 'byName', h.display_name,
        'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by e.at, e.id), '[]')
      from partner_statement_events e join people h on h.county_id = e.county_id and h.id = e.by_id
      where e.county_id = s.county_id and e.statement_id = s.id)`

const shownOf = (row: Row, partner: PartnerPlace, actor: Actor) => ({
  statementId: row.id,
  partnerId: partner.id,
  partnerName: partner.name,
  month: row.month,
  ...sumsOf(row),
  adjustmentFen: row.adjustment_fen,
  state: row.state,
  issuedAt: row.issued_at.toISOString(),
  allowedActions: statementActions(actor, partner, row.state),
})

async function seenPartner(tx: Tx, actor: Actor, partnerId: string): Promise<PartnerPlace> {
  const partner = await findPartner(tx, partnerId)
  return partner && maySeeDealings(actor, partner) ? partner : refuse('not-found')
}

/** A partner's statements, the newest month first, and how the present month stands. */
export async function readStatements(
  tx: Tx,
  actor: Actor,
  asked: { partnerId: string; cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listStatements>> {
  const partner = await seenPartner(tx, actor, asked.partnerId)
  const after = unpackCursor(asked.cursor, 'word')
  const rows = await tx.rows<Row>({
    name: 'partner-statements.list',
    text: `select ${columns} from partner_statements s where s.county_id = $1 and s.partner_id = $2 and ($3::text is null or s.month < $3) order by s.month desc limit $4`,
    values: [tx.countyId, partner.id, after?.[0] ?? null, asked.limit + 1],
  })
  const month = civilMonth(tx.now)
  const { from, to } = monthSpan(month)
  const [sums] = await tx.rows<Sums>({
    name: 'partner-statements.present',
    text: `select ${sumsSql} from (${movedSql('v.partner_id = $4')}) m join redemptions r on r.county_id = $1 and r.id = m.redemption_id`,
    values: [tx.countyId, from, to, partner.id],
  })
  const page = pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.month),
    (row) => shownOf(row, partner, actor),
  )
  return { ...page, thisMonth: { month, ...(sums ? sumsOf(sums) : nothing) } }
}

const nothing = { handedOutCount: 0, returnedCount: 0, points: 0, compensationFen: 0 }

type Whole = AnswerOf<typeof getStatement>

/** One statement by thing, with what was said about it. Refuses not-found. */
export async function readStatement(tx: Tx, actor: Actor, statementId: string): Promise<Whole> {
  const [row] = await tx.rows<Row & { events: Whole['events'] }>({
    name: 'partner-statements.one',
    text: `select ${columns}, ${eventsSql} as events from partner_statements s where s.county_id = $1 and s.id = $2`,
    values: [tx.countyId, statementId],
  })
  if (!row) return refuse('not-found')
  const partner = await seenPartner(tx, actor, row.partner_id)
  const { from, to } = monthSpan(row.month)
  const items = await tx.rows<Sums & { title: string; price_points: number; fee_fen: number }>({
    name: 'partner-statements.items',
    text: `select r.title, r.price_points, r.fee_fen, ${sumsSql}
      from (${movedSql('v.partner_id = $4')}) m join redemptions r on r.county_id = $1 and r.id = m.redemption_id
      group by r.title, r.price_points, r.fee_fen order by r.title collate "C", r.price_points, r.fee_fen`,
    values: [tx.countyId, from, to, partner.id],
  })
  return {
    ...shownOf(row, partner, actor),
    items: items.map((item) => ({
      title: item.title,
      pricePoints: item.price_points,
      feeFen: item.fee_fen,
      ...sumsOf(item),
    })),
    events: row.events,
  }
}

/** One line of a statement; `sign` −1 for what came back. */
export interface Line {
  at: Date
  sign: 1 | -1
  code: string
  title: string
  points: number
  feeFen: number
  byName: string
}

/** Every line of a statement that the caller sees, in order of time. */
export async function readLines(
  tx: Tx,
  actor: Actor,
  statementId: string,
): Promise<{ statement: Whole; lines: Line[] }> {
  const statement = await readStatement(tx, actor, statementId)
  const { from, to } = monthSpan(statement.month)
  const lines = await tx.rows<Line>({
    name: 'partner-statements.lines',
    text: `select m.at, m.sign, r.code, r.title, r.price_points as points, r.fee_fen as "feeFen", b.display_name as "byName"
      from (${movedSql('v.partner_id = $4')}) m
      join redemptions r on r.county_id = $1 and r.id = m.redemption_id
      join voucher_verifications w on w.county_id = $1 and w.id = m.verification_id
      join people b on b.county_id = $1 and b.id = case when m.sign > 0 then w.by_id else w.returned_by_id end
      order by m.at, m.verification_id`,
    values: [tx.countyId, from, to, statement.partnerId],
  })
  return { statement, lines }
}
