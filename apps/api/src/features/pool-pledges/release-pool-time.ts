import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { findTransfer } from '../ledger/reads.ts'
import { lockOrder } from '../orders/open-order.ts'
import type { Actor } from '../roles/rules.ts'
import { isOpenForPledge } from '../time-bank/rules.ts'
import { giveBack } from '../time-bank/settle-pledge.ts'
import { lockPledge } from '../time-bank/store.ts'
import { movePool } from '../time-pool/store.ts'
import { maySetPoolTime } from './rules.ts'

/** Puts what was set aside for an order back into the pool, by whoever of the staff may set it, before anybody serves. */
export async function releasePoolTime(tx: Tx, actor: Actor, orderId: string): Promise<void> {
  const { row, facts } = await lockOrder(tx, actor, orderId)
  orRefuseTrue(maySetPoolTime(facts, actor))
  const pledge = await lockPledge(tx, orderId)
  // What the requester set aside is theirs, and not for staff to know of (rule-08).
  if (!pledge || pledge.personId !== null) return refuse('not-found')
  if (!isOpenForPledge(row.state)) refuse('order-not-open')
  const { policyVersion } = await findTransfer(tx, 'pledge-hold', pledge.id)
  await giveBack(tx, { ...pledge, policyVersion }, 0)
  await movePool(tx, pledge.minutes)
}
