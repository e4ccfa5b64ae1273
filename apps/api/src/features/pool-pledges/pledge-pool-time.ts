import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { orRefuseTrue, refuse } from '../../platform/problem.ts'
import { post } from '../ledger/post.ts'
import { lockOrder } from '../orders/open-order.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { isOpenForPledge } from '../time-bank/rules.ts'
import { insertPledge } from '../time-bank/store.ts'
import { movePool } from '../time-pool/store.ts'
import { maySetPoolTime } from './rules.ts'

/** 用爱心时间池: sets time of the pool aside for whoever serves an order, once, before anybody serves. */
export async function pledgePoolTime(
  tx: Tx,
  actor: Actor,
  pledgeId: string,
  { orderId, minutes }: { orderId: string; minutes: number },
): Promise<void> {
  const { row, facts } = await lockOrder(tx, actor, orderId)
  orRefuseTrue(maySetPoolTime(facts, actor))
  const { timeBank } = await policyOf(tx, actor.policyVersion)
  if (timeBank === null) return refuse('time-bank-off')
  if (!isOpenForPledge(row.state)) refuse('order-not-open')
  const pledge = { id: pledgeId, orderId, personId: null, setById: actor.personId, minutes, receivedMinutes: 0 }
  if (!(await insertPledge(tx, pledge))) refuse('time-pledged')
  if (!(await movePool(tx, -minutes))) refuse('pool-too-small')
  await post(tx, {
    reason: 'pledge-hold',
    ref: pledgeId,
    policyVersion: actor.policyVersion,
    happenedAt: tx.now,
    today: civilDay(tx.now),
    moves: [{ unit: 'timeCredit', amount: minutes, from: { issuer: 'timePool' }, to: { issuer: 'timePoolHeld' } }],
  })
}
