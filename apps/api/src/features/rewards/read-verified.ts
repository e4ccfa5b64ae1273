import type { AnswerOf } from '@sidan/types/endpoint'
import type { undoVerification, verifyVoucher } from '@sidan/types/rewards'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import type { Actor } from '../roles/rules.ts'

interface Verified {
  title: string
  price_points: number
  holder_name: string
  at: Date
}

const sqlOf = (at: string) => `select r.title, r.price_points, h.display_name as holder_name, v.${at} as at
  from voucher_verifications v
  join redemptions r on r.county_id = v.county_id and r.id = v.redemption_id
  join people h on h.county_id = r.county_id and h.id = r.person_id
  where v.county_id = $1 and v.redemption_id = $2`

const shown = (redemptionId: string, { title, price_points: pricePoints, holder_name: holderName }: Verified) => ({
  redemptionId,
  title,
  pricePoints,
  holderName,
})

/** What the verifier sees after handing out. One that was undone meanwhile is not shown as handed out: whoever asks again with the same key gives nothing away. */
export async function readVerified(tx: Tx, actor: Actor, id: string): Promise<AnswerOf<typeof verifyVoucher>> {
  const [row] = await tx.rows<Verified>({
    name: 'rewards.verified',
    text: `${sqlOf('at')} and v.by_id = $3 and v.undone_at is null`,
    values: [tx.countyId, id, actor.personId],
  })
  return row ? { ...shown(id, row), usedAt: row.at.toISOString() } : refuse('voucher-unknown')
}

/** What they see after taking that back. */
export async function readUndone(tx: Tx, actor: Actor, id: string): Promise<AnswerOf<typeof undoVerification>> {
  const [row] = await tx.rows<Verified>({
    name: 'rewards.undone',
    text: `${sqlOf('undone_at')} and v.undone_by_id = $3 order by v.undone_at desc limit 1`,
    values: [tx.countyId, id, actor.personId],
  })
  return row ? { ...shown(id, row), undoneAt: row.at.toISOString() } : refuse('not-found')
}
