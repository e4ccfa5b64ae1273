import type { AnswerOf } from '@sidan/types/endpoint'
import type { getPoolPledge } from '@sidan/types/time-pool'
import type { Tx } from '../../platform/db.ts'
import { refuse } from '../../platform/problem.ts'
import { findOrder } from '../orders/reads.ts'
import { policyOf } from '../policy/reads.ts'
import type { Actor } from '../roles/rules.ts'
import { pledgeActions } from '../time-bank/rules.ts'
import { maySetPoolTime } from './rules.ts'

type Pledge = AnswerOf<typeof getPoolPledge>

/** What of the pool is set aside for an order, for who may set it; of what its requester set aside themselves nothing (rule-08). Refuses not-found, time-bank-off. */
export async function readPoolPledge(tx: Tx, actor: Actor, orderId: string): Promise<Pledge> {
  const { row, facts } = await findOrder(tx, actor, orderId)
  const may = maySetPoolTime(facts, actor)
  if (may === 'not-found') return refuse('not-found')
  const { timeBank } = await policyOf(tx, actor.policyVersion)
  if (timeBank === null) return refuse('time-bank-off')
  const [found] = await tx.rows<Omit<Pledge, 'orderId' | 'allowedActions'>>({
    name: 'time-pool.pledge',
    text: `select p.minutes, p.state, coalesce(p.paid_minutes, 0) as "paidMinutes",
        coalesce((select balance_minutes from time_pools where county_id = $1), 0) as "poolMinutes"
      from (select 1) one left join lateral (
        select minutes, state, paid_minutes from time_pledges where county_id = $1 and order_id = $2 and person_id is null
          order by created_at desc limit 1) p on true`,
    values: [tx.countyId, orderId],
  })
  if (!found) return refuse('internal-error')
  return { ...found, orderId, allowedActions: may === true ? pledgeActions(row.state, found.state) : [] }
}
