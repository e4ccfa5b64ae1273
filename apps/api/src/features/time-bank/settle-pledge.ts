import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { type Move, post, type Side } from '../ledger/post.ts'
import { findTransfer } from '../ledger/reads.ts'
import { lockOrder } from '../orders/open-order.ts'
import type { Actor } from '../roles/rules.ts'
import { movePool } from '../time-pool/store.ts'
import { isOpenForPledge, isSettled, partsOf, sharesOf } from './rules.ts'
import { endPledge, findPledged, lockPledge, lockServed, type PledgeRow } from './store.ts'

/** Takes a pledge back, by who made it, before anybody serves. */
export async function releasePledge(tx: Tx, actor: Actor, orderId: string): Promise<void> {
  const { row } = await lockOrder(tx, actor, orderId)
  const pledge = await lockPledge(tx, orderId)
  if (pledge?.personId !== actor.personId) return refuse('not-found')
  if (!isOpenForPledge(row.state)) refuse('order-not-open')
  const { policyVersion } = await findTransfer(tx, 'pledge-hold', pledge.id)
  await giveBack(tx, { ...pledge, policyVersion }, 0)
}

/**
 * Pays what was set aside for orders that were served and decided on: each approved record has its minutes, as far as the pledge reaches, and is saved by that;
 * the rest comes back. Where nothing was served all of it does. Returns how many pledges ended.
 * What comes back to the pool is put there at last: everybody locks accounts before the pool.
 */
export async function settlePledges(tx: Tx): Promise<number> {
  let ended = 0
  let pooled = 0
  for (const orderId of await findPledged(tx)) {
    const served = await lockServed(tx, orderId)
    const pledge = isSettled(served) ? await lockPledge(tx, orderId) : undefined
    if (!pledge) continue
    const { policyVersion } = await findTransfer(tx, 'pledge-hold', pledge.id)
    let paid = 0
    for (const { record, minutes } of sharesOf(pledge.minutes, served.records)) {
      await pay(tx, { ...pledge, policyVersion }, { ...record, minutes })
      paid += minutes
    }
    await giveBack(tx, { ...pledge, policyVersion }, paid)
    if (pledge.personId === null) pooled += pledge.minutes - paid
    ended += 1
  }
  if (pooled > 0) await movePool(tx, pooled)
  return ended
}

/** A pledge with the policy version it was made under. */
type Held = PledgeRow & { policyVersion: number }

const heldFor = ({ personId }: Held): Side =>
  personId === null ? { issuer: 'timePoolHeld' } : { person: personId, account: 'heldCredit' }

async function pay(tx: Tx, pledge: Held, share: { chainId: string; personId: string; minutes: number }): Promise<void> {
  await post(tx, {
    reason: 'credit-save',
    ref: share.chainId,
    policyVersion: pledge.policyVersion,
    happenedAt: tx.now,
    today: civilDay(tx.now),
    moves: [
      {
        unit: 'timeCredit',
        amount: share.minutes,
        from: heldFor(pledge),
        to: { person: share.personId, account: 'timeCredit' },
      },
    ],
  })
}

/** Ends a pledge: what was not paid goes back to where it came from. What had been received was spent first. The pool's balance is its caller's to move. */
export async function giveBack(tx: Tx, pledge: Held, paidMinutes: number): Promise<void> {
  const spent = partsOf(paidMinutes, pledge.receivedMinutes)
  const person = pledge.personId
  const back = (account: 'receivedCredit' | 'timeCredit', amount: number): Move => ({
    unit: 'timeCredit',
    amount,
    from: heldFor(pledge),
    to: person === null ? { issuer: 'timePool' } : { person, account },
  })
  const moves = [
    back('receivedCredit', pledge.receivedMinutes - spent.received),
    back('timeCredit', pledge.minutes - pledge.receivedMinutes - spent.own),
  ].filter(({ amount }) => amount > 0)
  await endPledge(tx, pledge.id, paidMinutes)
  if (moves.length === 0) return
  await post(tx, {
    reason: 'pledge-void',
    ref: pledge.id,
    policyVersion: pledge.policyVersion,
    happenedAt: tx.now,
    today: civilDay(tx.now),
    moves,
  })
}
