import * as pool from '@sidan/types/time-pool'
import type { Http } from '../../platform/http.ts'
import type { Actor } from '../roles/rules.ts'
import { pledgePoolTime } from './pledge-pool-time.ts'
import { readPoolPledge } from './reads.ts'
import { releasePoolTime } from './release-pool-time.ts'

export function poolPledgeRoutes(http: Http<Actor>): void {
  http.read(pool.getPoolPledge, (tx, actor, { params }) => readPoolPledge(tx, actor, params.orderId))
  http.write(pool.pledgePoolTime, {
    subject: 'new',
    run: (tx, actor, { params, body }, pledgeId) =>
      pledgePoolTime(tx, actor, pledgeId, { orderId: params.orderId, minutes: body.minutes }),
    show: (tx, actor, _pledgeId, { params }) => readPoolPledge(tx, actor, params.orderId),
  })
  http.write(pool.releasePoolTime, {
    subject: ({ params }) => params.orderId,
    run: (tx, actor, { params }) => releasePoolTime(tx, actor, params.orderId),
    show: (tx, actor, orderId) => readPoolPledge(tx, actor, orderId),
  })
}
