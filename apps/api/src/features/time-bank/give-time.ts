import { addDays, civilDay, momentOf } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { post } from '../ledger/post.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { insertGift } from './store.ts'

/** 送时间: of one's own alone, what was received is not given on; held until its code is typed, or it comes back. */
export async function giveTime(tx: Tx, actor: Actor, giftId: string, minutes: number): Promise<void> {
  const { timeBank } = await policyOf(tx, actor.policyVersion)
  if (timeBank === null) return refuse('time-bank-off')
  const today = civilDay(tx.now)
  const expiresAt = momentOf(addDays(today, timeBank.giftDays + 1))
  await insertGift(tx, { id: giftId, fromId: actor.personId, minutes, expiresAt })
  const person = actor.personId
  await post(
    tx,
    {
      reason: 'gift-hold',
      ref: giftId,
      policyVersion: actor.policyVersion,
      happenedAt: tx.now,
      today,
      moves: [
        {
          unit: 'timeCredit',
          amount: minutes,
          from: { person, account: 'timeCredit' },
          to: { person, account: 'heldCredit' },
        },
      ],
    },
    'not-enough-time',
  )
}
