import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { post } from '../ledger/post.ts'
import { findTransfer } from '../ledger/reads.ts'
import { tell } from '../notices/tell-person.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { endGift, lockGiftByCode } from './store.ts'

/** 收时间: whoever types the code first has it, as received: to be spent and not given on. Returns the gift's id, which only the code told. */
export async function acceptGift(tx: Tx, actor: Actor, code: string): Promise<string> {
  const { timeBank } = await policyOf(tx, actor.policyVersion)
  if (timeBank === null) return refuse('time-bank-off')
  const gift = await lockGiftByCode(tx, code)
  if (gift?.state !== 'offered' || gift.expiresAt <= tx.now) return refuse('gift-code-unknown')
  if (gift.fromId === actor.personId) refuse('own-gift')
  const { policyVersion } = await findTransfer(tx, 'gift-hold', gift.id)
  await endGift(tx, gift.id, 'accepted', actor.personId)
  await post(tx, {
    reason: 'gift-accept',
    ref: gift.id,
    policyVersion,
    happenedAt: tx.now,
    today: civilDay(tx.now),
    moves: [
      {
        unit: 'timeCredit',
        amount: gift.minutes,
        from: { person: gift.fromId, account: 'heldCredit' },
        to: { person: actor.personId, account: 'receivedCredit' },
      },
    ],
  })
  await tell(tx, [{ to: { personId: gift.fromId }, kind: 'time-gift-accepted', about: '', minutes: gift.minutes }])
  return gift.id
}
