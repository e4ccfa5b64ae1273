import { civilDay } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { getFraud, listFraudDecisions, listMyFraudDecisions } from '@sidan/types/fraud'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { readAbsorbed } from '../ledger/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { keepsCenter, mayAnswerAppeal, mayAppeal, mayDecideFraud, mayLift } from './rules.ts'
import { type DecisionRow, decisionSql, findSuspect } from './store.ts'

type Shown = AnswerOf<typeof listFraudDecisions>['items'][number]

interface Asked {
  cursor?: string | undefined
  limit: number
}

const said = (at: Date | null, byName: string | null, words: string | null) =>
  at && { at: at.toISOString(), byName: byName ?? '', words: words ?? '' }

/** A decision as this actor is shown it, with what they may do. */
function shownOf(tx: Tx, actor: Actor, row: DecisionRow): Shown {
  const answer = said(row.answeredAt, row.answeredByName, row.answerWords)
  return {
    recordId: row.recordId,
    person: { personId: row.personId, displayName: row.personName },
    title: row.title,
    serviceDay: row.serviceDay,
    state: row.state,
    unitName: row.unitName,
    decided: { at: row.decidedAt.toISOString(), byName: row.decidedByName, words: row.words ?? '' },
    points: row.points,
    paidPoints: row.paidPoints,
    owedPoints: row.owedPoints,
    appealUntil: row.appealUntil,
    appeal: row.appealedAt && { at: row.appealedAt.toISOString(), words: row.appealWords ?? '' },
    answer: answer && { ...answer, upheld: row.upheld === true },
    standingAt: row.standingAt?.toISOString() ?? null,
    lifted: said(row.liftedAt, row.liftedByName, row.liftWords),
    allowedActions: [
      ...(mayAppeal(row, actor, civilDay(tx.now)) === true ? (['appeal'] as const) : []),
      ...(mayAnswerAppeal(row, actor) === true ? (['answer'] as const) : []),
      ...(mayLift(row, actor) === true ? (['lift'] as const) : []),
    ],
  }
}

async function findDecision(tx: Tx, recordId: string): Promise<DecisionRow | undefined> {
  const [row] = await tx.rows<DecisionRow>({
    name: 'fraud.one',
    text: `${decisionSql} and d.record_id = $2`,
    values: [tx.countyId, recordId],
  })
  return row
}

/** Its person and who keeps the center see it, nobody else. */
const maySee = (row: { personId: string }, actor: Actor) => row.personId === actor.personId || keepsCenter(actor)

/** One decision, for whoever just did something to it. Refuses not-found. */
export async function readDecision(tx: Tx, actor: Actor, recordId: string): Promise<Shown> {
  const row = await findDecision(tx, recordId)
  return row && maySee(row, actor) ? shownOf(tx, actor, row) : refuse('not-found')
}

/** What was decided on a record, or may be. Refuses not-found. */
export async function readFraud(tx: Tx, actor: Actor, recordId: string): Promise<AnswerOf<typeof getFraud>> {
  const suspect = await findSuspect(tx, recordId)
  if (!suspect || !maySee(suspect, actor)) return refuse('not-found')
  const absorbedPoints = await readAbsorbed(tx, suspect.chainId)
  const may = mayDecideFraud(suspect, absorbedPoints, actor, civilDay(tx.now))
  const row = suspect.decided ? await findDecision(tx, recordId) : undefined
  return {
    absorbedPoints,
    decision: row ? shownOf(tx, actor, row) : null,
    allowedActions: may === true ? ['decide'] : [],
  }
}

/** What is open: appeals first, then what may still be appealed, then what stands; each the oldest first. */
export async function readDecisions(tx: Tx, actor: Actor, asked: Asked): Promise<AnswerOf<typeof listFraudDecisions>> {
  if (!keepsCenter(actor)) return refuse('not-allowed')
  const after = unpackCursor(asked.cursor, 'whole', 'instant', 'id')
  const rows = await tx.rows<DecisionRow & { rank: number }>({
    name: 'fraud.list',
    text: `select q.* from (select x.*, case x.state when 'appealed' then 0 when 'told' then 1 else 2 end as rank
        from (${decisionSql} and d.state in ('told', 'appealed', 'standing')) x) q
      where $2::int is null or (q.rank, q."decidedAt", q."recordId") > ($2, $3::timestamptz, $4::uuid)
      order by q.rank, q."decidedAt", q."recordId" limit $5`,
    values: [tx.countyId, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, asked.limit + 1],
  })
  return pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.rank, row.decidedAt.toISOString(), row.recordId),
    (row) => shownOf(tx, actor, row),
  )
}

/** On one's own records, the newest first. */
export async function readMyDecisions(
  tx: Tx,
  actor: Actor,
  asked: Asked,
): Promise<AnswerOf<typeof listMyFraudDecisions>> {
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const rows = await tx.rows<DecisionRow>({
    name: 'fraud.mine',
    text: `${decisionSql} and d.person_id = $2 and ($3::timestamptz is null or (d.decided_at, d.record_id) < ($3, $4::uuid))
      order by d.decided_at desc, d.record_id desc limit $5`,
    values: [tx.countyId, actor.personId, after?.[0] ?? null, after?.[1] ?? null, asked.limit + 1],
  })
  return pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.decidedAt.toISOString(), row.recordId),
    (row) => shownOf(tx, actor, row),
  )
}
