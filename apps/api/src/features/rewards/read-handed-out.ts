import { addDays, civilDay, momentOf } from '@sidan/types/civil'
import type { AnswerOf } from '@sidan/types/endpoint'
import type { listHandedOut } from '@sidan/types/rewards'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'
import { inTimeToUndo, verifiesVouchers } from './rules.ts'

interface Given {
  id: string | null
  title: string
  icon: string
  price_points: number
  ended_at: Date
  holder_name: string
  total_count: number
  total_points: number
}

/** 今天发出的: the list and its totals from one query. Refuses not-allowed. */
export async function readHandedOut(
  tx: Tx,
  actor: Actor,
  asked: { cursor?: string | undefined; limit: number },
): Promise<AnswerOf<typeof listHandedOut>> {
  if (!verifiesVouchers(actor)) refuse('not-allowed')
  const after = unpackCursor(asked.cursor, 'instant', 'id')
  const day = civilDay(tx.now)
  const rows = await tx.rows<Given>({
    name: 'rewards.handed-out',
    text: `with given as (
        select r.id, r.title, r.icon, r.person_id, r.price_points, r.ended_at from redemptions r
        where r.county_id = $1 and r.verified_by_id = $2 and r.state = 'used' and r.ended_at >= $3 and r.ended_at < $4),
      total as (select count(*)::int as total_count, coalesce(sum(price_points), 0)::int as total_points from given)
      select g.id, g.title, g.icon, g.price_points, g.ended_at, h.display_name as holder_name, t.total_count, t.total_points
      from total t
      left join given g on $5::timestamptz is null or (g.ended_at, g.id) < ($5, $6::uuid)
      left join people h on h.county_id = $1 and h.id = g.person_id
      order by g.ended_at desc, g.id desc limit $7`,
    values: [
      tx.countyId,
      actor.personId,
      momentOf(day),
      momentOf(addDays(day, 1)),
      after?.[0] ?? null,
      after?.[1] ?? null,
      asked.limit + 1,
    ],
  })
  return {
    ...pageFrom(
      rows.flatMap((row) => (row.id === null ? [] : [{ ...row, id: row.id }])),
      asked.limit,
      (row) => packCursor(row.ended_at.toISOString(), row.id),
      (row) => ({
        redemptionId: row.id,
        title: row.title,
        icon: row.icon,
        pricePoints: row.price_points,
        holderName: row.holder_name,
        usedAt: row.ended_at.toISOString(),
        allowedActions: inTimeToUndo(row.ended_at, tx.now) ? ['undo'] : [],
      }),
    ),
    day,
    totalCount: rows[0]?.total_count ?? 0,
    totalPoints: rows[0]?.total_points ?? 0,
  }
}
