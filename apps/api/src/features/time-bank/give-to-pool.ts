import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { post } from '../ledger/post.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { insertPoolGift, movePool } from '../time-pool/store.ts'

/** 捐给爱心时间池: of one's own alone, what was received is not given on; it is there at once and does not come back. */
export async function giveToPool(tx: Tx, actor: Actor, giftId: string, minutes: number): Promise<void> {
  const { timeBank } = await policyOf(tx, actor.policyVersion)
  if (timeBank === null) return refuse('time-bank-off')
  await insertPoolGift(tx, { id: giftId, fromId: actor.personId, minutes })
  await post(
    tx,
    {
      reason: 'pool-gift',
      ref: giftId,
      policyVersion: actor.policyVersion,
      happenedAt: tx.now,
      today: civilDay(tx.now),
      moves: [
        {
          unit: 'timeCredit',
          amount: minutes,
          from: { person: actor.personId, account: 'timeCredit' },
          to: { issuer: 'timePool' },
        },
      ],
    },
    'not-enough-time',
  )
  await movePool(tx, minutes)
}
