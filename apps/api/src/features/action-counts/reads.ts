import type { ActionCount, listActionCounts, listRunningActions } from '@sidan/types/action-counts'
import { civilDay } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { EarningAction } from '@sidan/types/policy'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { policyOf, policyVersionAt } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { findPlace } from '../roles/store.ts'
import {
  countActions,
  firstDayOf,
  isCountable,
  mayCountAt,
  maySeeCounts,
  momentFor,
  oftenOf,
  pairDays,
  runningOn,
} from './rules.ts'
import { countedOn } from './store.ts'

/** The earning actions of the policy in force on a civil day, running or not; none of a day before the county had a policy. */
export async function findActions(
  tx: Tx,
  actor: Actor,
  day: string,
): Promise<{ actions: readonly EarningAction[]; policyVersion: number }> {
  const today = civilDay(tx.now)
  const policyVersion = day === today ? actor.policyVersion : await policyVersionAt(tx, momentFor(day, today, tx.now))
  if (policyVersion === 0) return { actions: [], policyVersion }
  return { actions: (await policyOf(tx, policyVersion)).points.earningActions, policyVersion }
}

/** What can be counted at a unit on a day, and what a person was counted for on it. */
export async function readRunningActions(
  tx: Tx,
  actor: Actor,
  asked: { unitId: string; day?: string | undefined; personId?: string | undefined },
): Promise<AnswerOf<typeof listRunningActions>> {
  orRefuseTrue(mayCountAt(actor, (await findPlace(tx, asked.unitId)) ?? refuse('not-found')))
  const today = civilDay(tx.now)
  const day = asked.day ?? today
  orRefuseTrue(isCountable(day, today))
  const { actions } = await findActions(tx, actor, day)
  const counted = asked.personId === undefined ? new Map() : await countedOn(tx, asked.personId, day)
  return {
    day,
    firstDay: firstDayOf(today),
    today,
    items: runningOn(actions, day).map(({ from: _, ...action }) => ({
      ...action,
      countedPieces: counted.get(action.code) ?? 0,
    })),
  }
}

type Row = Omit<ActionCount, 'person' | 'points' | 'countedAt' | 'undone' | 'samePairTimes' | 'allowedActions'> & {
  personId: string
  displayName: string
  instituteId: string | null
  countedAt: Date
  undoneAt: Date | null
  undoneByName: string | null
  undoneWords: string | null
  pairTimes: number
}

const countSql = `select c.id as "countId", c.person_id as "personId", p.display_name as "displayName", u.id as "unitId", u.name as "unitName",
    u.institute_id as "instituteId", c.action_code as "actionCode", c.action_name as name, c.measure, c.pieces, c.piece_points as "piecePoints",
    c.on_day as day, c.policy_version as "policyVersion", b.display_name as "byName", c.counted_at as "countedAt",
    c.undone_at as "undoneAt", x.display_name as "undoneByName", c.undone_words as "undoneWords",
    (select count(*)::int from action_counts s where s.county_id = c.county_id and s.person_id = c.person_id and s.by_id = c.by_id
      and s.on_day > c.on_day - ${pairDays} and s.on_day <= c.on_day and s.undone_at is null) as "pairTimes"
  from action_counts c
  join people p on p.county_id = c.county_id and p.id = c.person_id
  join people b on b.county_id = c.county_id and b.id = c.by_id
  join units u on u.county_id = c.county_id and u.id = c.unit_id
  left join people x on x.county_id = c.county_id and x.id = c.undone_by_id`

function countOf(row: Row, actor: Actor): ActionCount {
  const { personId, displayName, instituteId, countedAt, undoneAt, undoneByName, undoneWords, pairTimes, ...rest } = row
  const place = { stationId: row.unitId, instituteId }
  return {
    ...rest,
    person: { personId, displayName } as ActionCount['person'],
    points: row.pieces * row.piecePoints,
    countedAt: countedAt.toISOString(),
    undone: undoneAt && { byName: undoneByName ?? '', words: undoneWords, at: undoneAt.toISOString() },
    samePairTimes: oftenOf(pairTimes),
    allowedActions: countActions(actor, { personId, undone: undoneAt !== null, place }),
  }
}

/** One counting, for whoever sees those of its unit. Refuses not-found. */
export async function readActionCount(tx: Tx, actor: Actor, countId: string): Promise<ActionCount> {
  const [row] = await tx.rows<Row>({
    name: 'action-counts.one',
    text: `${countSql} where c.county_id = $1 and c.id = $2`,
    values: [tx.countyId, countId],
  })
  if (!row || maySeeCounts(actor, { stationId: row.unitId, instituteId: row.instituteId }) !== true)
    return refuse('not-found')
  return countOf(row, actor)
}

/** What was counted for a day at a unit and below it, newest first. */
export async function readActionCounts(
  tx: Tx,
  actor: Actor,
  unitId: string,
  asked: { day?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listActionCounts>> {
  const unit = (await findPlace(tx, unitId)) ?? refuse('not-found')
  orRefuseTrue(maySeeCounts(actor, unit))
  const after = unpackCursor(asked.cursor, 'id')
  const rows = await tx.rows<Row>({
    name: 'action-counts.list',
    text: `${countSql} where c.county_id = $1 and c.on_day = $2 and ($3 = 'center' or u.id = $4 or u.institute_id = $4)
        and ($5::uuid is null or c.id < $5) order by c.id desc limit $6`,
    values: [tx.countyId, asked.day ?? civilDay(tx.now), unit.tier, unitId, after?.[0] ?? null, asked.limit + 1],
  })
  return pageFrom(
    rows,
    asked.limit,
    (row) => packCursor(row.countId),
    (row) => countOf(row, actor),
  )
}
