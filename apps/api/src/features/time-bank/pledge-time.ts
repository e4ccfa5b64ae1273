import { civilDay } from '@sidan/types/civil'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { type Move, post } from '../ledger/post.ts'
import { lockOrder } from '../orders/open-order.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { isOpenForPledge, partsOf } from './rules.ts'
import { insertPledge, lockCredit } from './store.ts'

/** 用时间: sets time aside for whoever serves one's own order, once, before anybody serves. First what was received goes, which could not be given on. */
export async function pledgeTime(
  tx: Tx,
  actor: Actor,
  pledgeId: string,
  input: { orderId: string; minutes: number },
): Promise<void> {
  const { row } = await lockOrder(tx, actor, input.orderId)
  if (row.requesterId !== actor.personId) return refuse('not-found')
  const { timeBank } = await policyOf(tx, actor.policyVersion)
  if (timeBank === null) return refuse('time-bank-off')
  if (!isOpenForPledge(row.state)) refuse('order-not-open')
  const { received } = await lockCredit(tx, actor.personId)
  const parts = partsOf(input.minutes, received)
  const pledge = { id: pledgeId, orderId: row.id, personId: actor.personId, setById: null, minutes: input.minutes }
  if (!(await insertPledge(tx, { ...pledge, receivedMinutes: parts.received }))) refuse('time-pledged')
  const moves: Move[] = [
    move(actor.personId, 'receivedCredit', parts.received),
    move(actor.personId, 'timeCredit', parts.own),
  ]
  await post(
    tx,
    {
      reason: 'pledge-hold',
      ref: pledgeId,
      policyVersion: actor.policyVersion,
      happenedAt: tx.now,
      today: civilDay(tx.now),
      moves: moves.filter(({ amount }) => amount > 0),
    },
    'not-enough-time',
  )
}

const move = (person: string, account: 'receivedCredit' | 'timeCredit', amount: number): Move => ({
  unit: 'timeCredit',
  amount,
  from: { person, account },
  to: { person, account: 'heldCredit' },
})
