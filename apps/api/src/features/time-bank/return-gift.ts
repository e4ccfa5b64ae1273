import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { post } from '../ledger/post.ts'
import { findTransfer } from '../ledger/reads.ts'
import { tell } from '../notices/tell-person.ts'
import type { Actor } from '../roles/rules.ts'
import { endGift, type GiftRow, lockGift, lockLapsedGifts } from './store.ts'

/** 不送了, by the giver, while nobody took it. */
export async function cancelGift(tx: Tx, actor: Actor, giftId: string): Promise<void> {
  const gift = await lockGift(tx, giftId)
  if (gift?.fromId !== actor.personId) return refuse('not-found')
  if (gift.state !== 'offered') refuse('gift-over')
  await giveBack(tx, gift, 'cancelled')
}

/** Gives back what nobody took in time, and tells the givers. Returns how many. */
export async function expireGifts(tx: Tx): Promise<number> {
  const lapsed = await lockLapsedGifts(tx)
  for (const gift of lapsed) {
    await giveBack(tx, gift, 'expired')
    await tell(tx, [{ to: { personId: gift.fromId }, kind: 'time-gift-expired', about: '', minutes: gift.minutes }])
  }
  return lapsed.length
}

async function giveBack(
  tx: Tx,
  gift: Pick<GiftRow, 'id' | 'fromId' | 'minutes'>,
  state: 'cancelled' | 'expired',
): Promise<void> {
  const { policyVersion } = await findTransfer(tx, 'gift-hold', gift.id)
  await endGift(tx, gift.id, state)
  await post(tx, {
    reason: 'gift-void',
    ref: gift.id,
    policyVersion,
    happenedAt: tx.now,
    today: civilDay(tx.now),
    moves: [
      {
        unit: 'timeCredit',
        amount: gift.minutes,
        from: { person: gift.fromId, account: 'heldCredit' },
        to: { person: gift.fromId, account: 'timeCredit' },
      },
    ],
  })
}
