import type { WalkUnit } from '@sidan/types/audit-walks'
import type { Tx } from '../../platform/db.ts'
import { drawsOfWalk } from './rules.ts'

export interface Draw {
  position: number
  before: number
  moved: number
  transferId: string
  recordId: string
}

/** What each unit is earned by, on whose account. */
const earned: Record<WalkUnit, { account: string; reasons: string[] }> = {
  minutes: { account: 'earnedMinutes', reasons: ['record-minutes'] },
  points: { account: 'available', reasons: ['record-points', 'rating-bonus'] },
}

/** Draws from all that was earned by service on these days and stands: one statement, so of one moment. The sums come also when there was nothing to draw. */
export async function drawMovements(
  tx: Tx,
  { unit, fromDay, untilDay }: { unit: WalkUnit; fromDay: string; untilDay: string },
  numbers: readonly string[],
): Promise<{ movements: number; amount: number; draws: Draw[] }> {
  const { account, reasons } = earned[unit]
  const rows = await tx.rows<{ movements: number; amount: number } & { [Key in keyof Draw]: Draw[Key] | null }>({
    name: 'audit-walks.draw',
    text: `with earned as (
        select t.id, r.id as record_id, e.amount::int as moved, (sum(e.amount) over (order by t.id))::int as upto
        from service_records r
        join transfers t on t.county_id = r.county_id and t.ref = r.id and t.reason = any ($4)
        join entries e on e.county_id = t.county_id and e.transfer_id = t.id and e.amount > 0
        join accounts a on a.county_id = e.county_id and a.id = e.account_id and a.code = $5
        where r.county_id = $1 and r.service_day >= $2 and r.service_day <= $3
          and not exists (select from transfers b where b.county_id = t.county_id and b.reverses = t.id)
      ), sums as (
        select count(*)::int as movements, coalesce(sum(moved), 0)::int as amount from earned
      ), picked as (
        select min(no) as no, position from (
          select no, (1 + div(number::numeric * amount, 281474976710656))::int as position
          from sums, unnest($6::text[]) with ordinality as n (number, no) where amount > 0) p
        group by position order by min(no) limit ${drawsOfWalk}
      )
      select movements, amount, position, upto - moved as before, moved, e.id as "transferId", e.record_id as "recordId"
      from sums left join (picked join earned e on position > upto - moved and position <= upto) on true
      order by no`,
    values: [tx.countyId, fromDay, untilDay, reasons, account, numbers],
  })
  const draws = rows.filter((row): row is (typeof rows)[number] & Draw => row.position !== null)
  return { movements: rows[0]?.movements ?? 0, amount: rows[0]?.amount ?? 0, draws }
}

/** Keeps a walk as it was drawn. */
export async function insertWalk(
  tx: Tx,
  walk: { id: string; payload: string; signature: Buffer; keyId: string; drawnById: string },
  draws: readonly Draw[],
): Promise<void> {
  await tx.rows({
    name: 'audit-walks.insert',
    text: `with walk as (
        insert into audit_walks (county_id, id, payload, signature, key_id, drawn_by_id, drawn_at)
        values ($1, $2, $3, $4, $5, $6, $7) returning county_id, id)
      insert into audit_draws (county_id, walk_id, no, position, "before", moved, transfer_id)
      select walk.county_id, walk.id, d.no, d.position, d.before, d.moved, d."transferId"
      from walk, rows from (jsonb_to_recordset($8::jsonb) as (position int, before int, moved int, "transferId" uuid)) with ordinality
        as d (position, before, moved, "transferId", no)`,
    values: [
      tx.countyId,
      walk.id,
      walk.payload,
      walk.signature,
      walk.keyId,
      walk.drawnById,
      tx.now,
      JSON.stringify(draws),
    ],
  })
}
