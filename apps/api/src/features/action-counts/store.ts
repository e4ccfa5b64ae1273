import type { Tx } from '../../platform/db.ts'
import type { Place } from '../roles/rules.ts'
import type { actionCounts } from './table.ts'

/** Locks a person until the transaction ends: who closes their account at the same moment waits, or has left. */
export async function lockPerson(tx: Tx, personId: string): Promise<void> {
  await tx.rows({
    name: 'action-counts.person',
    text: 'select 1 from people where county_id = $1 and id = $2 for no key update',
    values: [tx.countyId, personId],
  })
}

/** Pieces that a person was counted for on a day, by action. */
export async function countedOn(tx: Tx, personId: string, day: string): Promise<Map<string, number>> {
  const rows = await tx.rows<{ code: string; pieces: number }>({
    name: 'action-counts.day',
    text: 'select action_code as code, pieces from action_days where county_id = $1 and person_id = $2 and on_day = $3',
    values: [tx.countyId, personId, day],
  })
  return new Map(rows.map(({ code, pieces }) => [code, pieces]))
}

export type NewCount = Omit<
  typeof actionCounts.$inferInsert,
  'countyId' | 'countedAt' | 'undoneAt' | 'undoneById' | 'undoneWords'
>

/** Counts within the cap, in one statement: the row of the day is locked by it. False, and nothing counted, when it would be over. */
export async function insertCount(tx: Tx, count: NewCount, capPieces: number): Promise<boolean> {
  const rows = await tx.rows({
    name: 'action-counts.insert',
    text: `with room as (
        insert into action_days as d (county_id, person_id, action_code, on_day, pieces, cap_pieces)
        select $1, $3, $5, $8, $9::int, $13::int where $9::int <= $13::int
        on conflict (county_id, person_id, action_code, on_day) do update set pieces = d.pieces + excluded.pieces, cap_pieces = excluded.cap_pieces
          where d.pieces + excluded.pieces <= excluded.cap_pieces
        returning 1)
      insert into action_counts (county_id, id, person_id, unit_id, action_code, action_name, measure, on_day, pieces, piece_points, policy_version, by_id, counted_at)
      select $1, $2, $3, $4, $5, $6, $7, $8, $9::int, $10, $11, $12, $14 from room returning 1`,
    values: [
      tx.countyId,
      count.id,
      count.personId,
      count.unitId,
      count.actionCode,
      count.actionName,
      count.measure,
      count.onDay,
      count.pieces,
      count.piecePoints,
      count.policyVersion,
      count.byId,
      capPieces,
      tx.now,
    ],
  })
  return rows.length === 1
}

export interface LockedCount extends Place {
  id: string
  personId: string
  /** Their account is closed. */
  left: boolean
  actionName: string
  measure: string
  pieces: number
  piecePoints: number
  undone: boolean
}

/** A counting, locked: of two who take it back the later one finds it undone. */
export async function lockCount(tx: Tx, countId: string): Promise<LockedCount | undefined> {
  const [row] = await tx.rows<LockedCount>({
    name: 'action-counts.lock',
    text: `select c.id, c.person_id as "personId", p.closed_at is not null as left, c.action_name as "actionName", c.measure, c.pieces,
        c.piece_points as "piecePoints", c.undone_at is not null as undone, u.id as "stationId", u.institute_id as "instituteId"
      from action_counts c
      join people p on p.county_id = c.county_id and p.id = c.person_id
      join units u on u.county_id = c.county_id and u.id = c.unit_id
      where c.county_id = $1 and c.id = $2 for no key update of c`,
    values: [tx.countyId, countId],
  })
  return row
}

/** Marks a counting as taken back, and frees its pieces for the day. The caller holds its lock. */
export async function saveUndone(tx: Tx, countId: string, undone: { byId: string; words: string }): Promise<void> {
  await tx.rows({
    name: 'action-counts.undo',
    text: `with gone as (
        update action_counts set undone_at = $3, undone_by_id = $4, undone_words = $5 where county_id = $1 and id = $2
        returning county_id, person_id, action_code, on_day, pieces)
      update action_days d set pieces = d.pieces - gone.pieces from gone
      where d.county_id = $1 and d.county_id = gone.county_id and d.person_id = gone.person_id and d.action_code = gone.action_code and d.on_day = gone.on_day`,
    values: [tx.countyId, countId, tx.now, undone.byId, undone.words],
  })
}
