import type { AnswerOf } from '@sidan/types/endpoint'
import type { AccountCode, listMinutes, listPoints, PointsEntry, TransferReason } from '@sidan/types/ledger'
import { packCursor, pageFrom, unpackCursor } from '../../platform/cursor.ts'
import type { Tx } from '../../platform/db.ts'
import type { Actor } from '../roles/rules.ts'

/** One movement of an account. */
interface Movement {
  transfer_id: string
  reason: TransferReason
  ref: string
  redemption_id: string | null
  about: string | null
  amount: number
  balance_after: number
  account_version: number
  expires_on: string | null
  policy_version: number
  happened_at: Date
  total: number
  clocked: number | null
  declared: number | null
  grade: 'A' | 'B' | 'C' | null
  /** What staff counted, where it is about that. */
  counted: PointsEntry['action']
}

const ofRecords: ReadonlySet<TransferReason> = new Set([
  'record-points',
  'rating-bonus',
  'reversal',
  'owed-payment',
  'fraud-lifted',
])

interface Asked {
  cursor?: string | undefined
  limit: number
}

/** Movements of an account, newest first, one more than asked for; each with the balance of the same snapshot. Without a movement one row with that alone. */
async function findMovements(
  tx: Tx,
  actor: Actor,
  account: AccountCode,
  asked: Asked,
): Promise<{ entries: Movement[]; total: number }> {
  const after = unpackCursor(asked.cursor, 'whole')
  const rows = await tx.rows<Movement>({
    name: 'ledger.movements',
    text: `select e.transfer_id, t.reason, coalesce(ot.ref, dt.ref, t.ref) as ref, coalesce(ci.title, sa.title, rt.title, rd.title, ac.action_name) as about, e.amount::int, e.balance_after::int, e.account_version,
        l.expires_on, t.policy_version, t.happened_at, a.balance::int as total, rd.id as redemption_id, sr.clocked_minutes as clocked, sr.declared_minutes as declared, sr.grade,
        case when ac.id is not null then json_build_object('measure', ac.measure, 'pieces', ac.pieces, 'piecePoints', ac.piece_points, 'day', ac.on_day,
          'unitName', au.name, 'undoneWords', ac.undone_words) end as counted
      from accounts a
      left join entries e on e.county_id = a.county_id and e.account_id = a.id and ($3::int is null or e.account_version < $3)
      left join transfers t on t.county_id = e.county_id and t.id = e.transfer_id
      left join lots l on l.county_id = e.county_id and l.id = e.lot_id
      left join transfers ot on ot.county_id = t.county_id and ot.id = t.reverses
      left join debts db on db.county_id = e.county_id and db.id = e.debt_id
      left join transfers dt on dt.county_id = db.county_id and dt.id = db.transfer_id
      left join service_records sr on sr.county_id = t.county_id and sr.id = coalesce(ot.ref, dt.ref, t.ref)
      left join orders o on o.county_id = sr.county_id and o.id = sr.order_id
      left join catalog_items ci on ci.county_id = o.county_id and ci.id = o.item_id
      left join shifts sh on sh.county_id = sr.county_id and sh.id = sr.shift_id
      left join activities sa on sa.county_id = sh.county_id and sa.id = sh.activity_id
      left join record_texts rt on rt.county_id = sr.county_id and rt.record_id = sr.chain_id
      left join redemptions rd on rd.county_id = t.county_id and rd.id = t.ref
      left join action_counts ac on ac.county_id = t.county_id and ac.id = coalesce(ot.ref, t.ref)
      left join units au on au.county_id = ac.county_id and au.id = ac.unit_id
      where a.county_id = $1 and a.person_id = $2 and a.code = $5
      order by e.account_version desc limit $4`,
    values: [tx.countyId, actor.personId, after?.[0] ?? null, asked.limit + 1, account],
  })
  return { entries: rows.filter((row) => row.transfer_id !== null), total: rows[0]?.total ?? 0 }
}

/** Movements of minutes served, newest first, each with its record; the total is the balance of the same snapshot. */
export async function readMinutes(tx: Tx, actor: Actor, asked: Asked): Promise<AnswerOf<typeof listMinutes>> {
  const { entries, total } = await findMovements(tx, actor, 'earnedMinutes', asked)
  return {
    ...pageFrom(
      entries,
      asked.limit,
      (row) => packCursor(row.account_version),
      (row) => ({
        transferId: row.transfer_id,
        reason: row.reason,
        about: row.about ?? '',
        recordId: row.ref,
        amountMinutes: row.amount,
        balanceMinutes: row.balance_after,
        clockedMinutes: row.clocked ?? 0,
        declaredMinutes: row.declared ?? 0,
        grade: row.grade ?? 'C',
        policyVersion: row.policy_version,
        happenedAt: row.happened_at.toISOString(),
      }),
    ),
    totalMinutes: total,
  }
}

/** Movements of available points, newest first; the total is the balance of the same snapshot. */
export async function readPoints(tx: Tx, actor: Actor, asked: Asked): Promise<AnswerOf<typeof listPoints>> {
  const { entries, total } = await findMovements(tx, actor, 'available', asked)
  return {
    ...pageFrom(
      entries,
      asked.limit,
      (row) => packCursor(row.account_version),
      (row) => ({
        transferId: row.transfer_id,
        reason: row.reason,
        about: row.about ?? '',
        recordId: ofRecords.has(row.reason) && row.counted === null ? row.ref : null,
        redemptionId: row.redemption_id,
        action: row.counted,
        amountPoints: row.amount,
        balancePoints: row.balance_after,
        expiresOn: row.expires_on,
        policyVersion: row.policy_version,
        happenedAt: row.happened_at.toISOString(),
      }),
    ),
    totalPoints: total,
  }
}
