import { civilDay } from '@sidan/types/civil'
import type { FraudState } from '@sidan/types/fraud'
import type { RecordState } from '@sidan/types/records'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Hands } from './rules.ts'
import { fraudDecisions } from './table.ts'

/** A decision with its record and the names of who acted. */
export interface DecisionRow extends Hands {
  recordId: string
  chainId: string
  policyVersion: number
  personName: string
  title: string
  serviceDay: string
  unitName: string
  state: FraudState
  points: number
  words: string | null
  decidedById: string
  decidedByName: string
  decidedAt: Date
  appealUntil: string
  appealWords: string | null
  appealedAt: Date | null
  answerWords: string | null
  answeredByName: string | null
  answeredAt: Date | null
  upheld: boolean | null
  standingAt: Date | null
  liftWords: string | null
  liftedByName: string | null
  liftedAt: Date | null
  owedPoints: number
  paidPoints: number
}

const approversSql = `array(select distinct x from service_records v, unnest(array[v.decided_by_id, v.noticed_by_id]) x
  where v.county_id = r.county_id and v.chain_id = r.chain_id and x is not null)`

/** Decisions `d` of $1 as `DecisionRow`. */
export const decisionSql = `select d.record_id as "recordId", r.chain_id as "chainId", r.policy_version as "policyVersion", d.person_id as "personId",
    p.display_name as "personName", coalesce(i.title, a.title, e.title, '') as title, r.service_day as "serviceDay", c.name as "unitName",
    r.station_id as "stationId", r.institute_id as "instituteId", r.entered_by_id as "enteredById", ${approversSql} as "approverIds", d.state, d.points, d.words,
    d.decided_by_id as "decidedById", b.display_name as "decidedByName", d.decided_at as "decidedAt", d.appeal_until_on as "appealUntil",
    d.appeal_words as "appealWords", d.appealed_at as "appealedAt", d.answer_words as "answerWords", n.display_name as "answeredByName",
    d.answered_at as "answeredAt", d.upheld, d.standing_at as "standingAt", d.lift_words as "liftWords", l.display_name as "liftedByName",
    d.lifted_at as "liftedAt", coalesce(t.remaining, 0)::int as "owedPoints",
    coalesce((select sum(x.amount) from entries x where x.county_id = d.county_id and x.debt_id = t.id and x.issuer = 'absorbed'), 0)::int as "paidPoints"
  from fraud_decisions d
  join service_records r on r.county_id = d.county_id and r.id = d.record_id
  join people p on p.county_id = d.county_id and p.id = d.person_id
  join people b on b.county_id = d.county_id and b.id = d.decided_by_id
  join units c on c.county_id = d.county_id and c.tier = 'center'
  left join people n on n.county_id = d.county_id and n.id = d.answered_by_id
  left join people l on l.county_id = d.county_id and l.id = d.lifted_by_id
  left join transfers o on o.county_id = d.county_id and o.reason = 'fraud-owed' and o.ref = d.record_id
  left join debts t on t.county_id = o.county_id and t.transfer_id = o.id
  left join orders q on q.county_id = r.county_id and q.id = r.order_id
  left join catalog_items i on i.county_id = q.county_id and i.id = q.item_id
  left join shifts s on s.county_id = r.county_id and s.id = r.shift_id
  left join activities a on a.county_id = s.county_id and a.id = s.activity_id
  left join record_texts e on e.county_id = r.county_id and e.record_id = r.chain_id
  where d.county_id = $1`

/** A decision, locked: of two who act on it, and of somebody and the night, the later one finds what the earlier one did. Refuses not-found. */
export async function lockDecision(tx: Tx, recordId: string): Promise<DecisionRow> {
  const [row] = await tx.rows<DecisionRow>({
    name: 'fraud.lock',
    text: `${decisionSql} and d.record_id = $2 for no key update of d`,
    values: [tx.countyId, recordId],
  })
  return row ?? refuse('not-found')
}

/** What is decided on: a record's state, whose hands it went through, and whether it was decided on. */
export async function findSuspect(
  tx: Tx,
  recordId: string,
): Promise<(Hands & { state: RecordState; undoneOn: string | null; decided: boolean; chainId: string }) | undefined> {
  const [row] = await tx.rows<Hands & { state: RecordState; undoneAt: Date | null; decided: boolean; chainId: string }>(
    {
      name: 'fraud.suspect',
      text: `select r.person_id as "personId", r.entered_by_id as "enteredById", ${approversSql} as "approverIds", r.station_id as "stationId",
        r.institute_id as "instituteId", r.state, r.undone_at as "undoneAt", r.chain_id as "chainId",
        exists (select 1 from fraud_decisions d where d.county_id = r.county_id and d.record_id = r.id) as decided
      from service_records r where r.county_id = $1 and r.id = $2`,
      values: [tx.countyId, recordId],
    },
  )
  return row && { ...row, undoneOn: row.undoneAt && civilDay(row.undoneAt) }
}

export async function insertDecision(
  tx: Tx,
  decision: Pick<
    typeof fraudDecisions.$inferInsert,
    'recordId' | 'personId' | 'points' | 'words' | 'decidedById' | 'appealUntilOn'
  >,
): Promise<void> {
  await tx.db.insert(fraudDecisions).values({ ...decision, countyId: tx.countyId, state: 'told', decidedAt: tx.now })
}

/** The caller holds the decision's lock in each of these. */
export async function saveAppeal(tx: Tx, recordId: string, words: string): Promise<void> {
  await tx.rows({
    name: 'fraud.appeal',
    text: `update fraud_decisions set state = 'appealed', appeal_words = $3, appealed_at = $4 where county_id = $1 and record_id = $2`,
    values: [tx.countyId, recordId, words, tx.now],
  })
}

export async function saveAnswer(
  tx: Tx,
  recordId: string,
  answer: { byId: string; words: string; upheld: boolean },
): Promise<void> {
  await tx.rows({
    name: 'fraud.answer',
    text: `update fraud_decisions set answered_by_id = $3, answer_words = $4, answered_at = $5::timestamptz, upheld = $6, state = case when $6 then 'standing' else 'lifted' end,
        standing_at = case when $6 then $5::timestamptz end
      where county_id = $1 and record_id = $2`,
    values: [tx.countyId, recordId, answer.byId, answer.words, tx.now, answer.upheld],
  })
}

export async function saveStanding(tx: Tx, recordId: string, points: number): Promise<void> {
  await tx.rows({
    name: 'fraud.stand',
    text: `update fraud_decisions set state = 'standing', standing_at = $3, points = $4 where county_id = $1 and record_id = $2`,
    values: [tx.countyId, recordId, tx.now, points],
  })
}

export async function saveLifted(tx: Tx, recordId: string, byId: string, words: string): Promise<void> {
  await tx.rows({
    name: 'fraud.lift',
    text: `update fraud_decisions set state = 'lifted', lifted_by_id = $3, lift_words = $4, lifted_at = $5 where county_id = $1 and record_id = $2`,
    values: [tx.countyId, recordId, byId, words, tx.now],
  })
}

export async function saveEnded(tx: Tx, recordId: string): Promise<void> {
  await tx.rows({
    name: 'fraud.end',
    text: `update fraud_decisions set state = 'ended', ended_at = $3 where county_id = $1 and record_id = $2`,
    values: [tx.countyId, recordId, tx.now],
  })
}

const idsOf = async (rows: Promise<{ id: string }[]>): Promise<string[]> => (await rows).map(({ id }) => id)

/** Decisions whose last day to appeal has passed, and nobody did. */
export const findRunOut = (tx: Tx, today: string): Promise<string[]> =>
  idsOf(
    tx.rows({
      name: 'fraud.run-out',
      text: `select record_id as id from fraud_decisions where county_id = $1 and state = 'told' and appeal_until_on < $2 order by decided_at, record_id`,
      values: [tx.countyId, today],
    }),
  )

/** Decisions on a person's records that are open or stand. */
export const findOpen = (tx: Tx, personId: string): Promise<string[]> =>
  idsOf(
    tx.rows({
      name: 'fraud.open-of',
      text: `select record_id as id from fraud_decisions where county_id = $1 and person_id = $2 and state in ('told', 'appealed', 'standing') order by record_id`,
      values: [tx.countyId, personId],
    }),
  )

/** Who keeps the center today. */
export const findKeepers = (tx: Tx): Promise<string[]> =>
  idsOf(
    tx.rows({
      name: 'fraud.keepers',
      text: `select distinct g.person_id as id from role_grants g join units u on u.county_id = g.county_id and u.id = g.unit_id and u.tier = 'center'
        where g.county_id = $1 and g.role in ('countyKeeper', 'keeper') and g.ended_at is null and g.from_day <= $2::date
          and (g.until_day is null or g.until_day >= $2::date)`,
      values: [tx.countyId, civilDay(tx.now)],
    }),
  )
