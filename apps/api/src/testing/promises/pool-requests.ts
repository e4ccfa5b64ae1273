/** 爱心时间池: requests that succeed, and what giving to it and setting its time aside may be refused with. */
import { pledgeTime } from '@sidan/types/time-bank'
import * as pool from '@sidan/types/time-pool'
import { run } from '../papers.ts'
import type { World } from '../world.ts'
import { pledged, saved, ten } from './time-requests.ts'
import { type Refusing, type Request, refused } from './verbs.ts'

type Asks = (w: World) => Promise<Request>

/** The pool has ten minutes more. */
async function filled(w: World): Promise<void> {
  await saved(w)
  await w.done('volunteer', pool.giveToPool, { body: ten })
}
const submitted = async (w: World) => (await w.submitted()).orderId
/** The keeper sets time of the pool aside for an order. */
const set =
  (made = submitted) =>
  async (w: World): Promise<string> => {
    await filled(w)
    const orderId = await made(w)
    await w.done('keeper', pool.pledgePoolTime, { params: { orderId }, body: ten })
    return orderId
  }
const started = async (w: World) => (await w.inService()).orderId
const by =
  (as: string, made: (w: World) => Promise<string>, body?: object): Asks =>
  async (w) => ({ as, params: { orderId: await made(w) }, ...(body ? { body } : {}) })
const inDaye =
  (body?: object): Asks =>
  async (w) => ({ ...(await by('keeper', submitted, body)(w.daye as World)), inDaye: true })
/** The keeper serves it themselves: accepted it, or is one of those who go. */
const servedByKeeper = (sql: string) => async (w: World) => {
  const { orderId } = await w.accepted()
  await run(w, sql, orderId, w.county.cast['keeper'])
  return orderId
}
const accepts = servedByKeeper('update orders set assignee_id = $3 where county_id = $1 and id = $2')
const goes = servedByKeeper('insert into order_goers (county_id, order_id, person_id) values ($1, $2, $3)')
const own = async (w: World) => (await w.submitted('keeper')).orderId

export const poolRequests: Record<string, (w: World) => Promise<Request> | Request> = {
  [pool.giveToPool.name]: async (w) => {
    await saved(w)
    return { as: 'volunteer', body: ten }
  },
  [pool.getPoolPledge.name]: by('keeper', set()),
  [pool.pledgePoolTime.name]: async (w) => {
    await filled(w)
    return by('keeper', submitted, ten)(w)
  },
  [pool.releasePoolTime.name]: by('keeper', set()),
}

export const refusalsOfPool: Refusing[] = [
  refused(pool.giveToPool, 'time-bank-off', 'the county keeps none', () => ({
    as: 'volunteer',
    inDaye: true,
    body: ten,
  })),
  refused(pool.giveToPool, 'not-enough-time', 'they have less', () => ({ as: 'second', body: ten })),
  refused(pool.getPoolPledge, 'time-bank-off', 'the county keeps none', inDaye()),
  refused(pool.getPoolPledge, 'not-found', 'its requester asks', by('resident', set())),
  refused(pool.pledgePoolTime, 'time-bank-off', 'the county keeps none', inDaye(ten)),
  refused(pool.pledgePoolTime, 'not-found', 'its requester asks', by('resident', submitted, ten)),
  refused(pool.pledgePoolTime, 'own-order', 'the keeper ordered it', by('keeper', own, ten)),
  refused(pool.pledgePoolTime, 'own-order', 'the keeper serves it', by('keeper', accepts, ten)),
  refused(pool.pledgePoolTime, 'own-order', 'the keeper goes there with others', by('keeper', goes, ten)),
  refused(pool.pledgePoolTime, 'order-not-open', 'somebody serves', by('keeper', started, ten)),
  refused(pool.pledgePoolTime, 'time-pledged', 'time of the pool is set aside already', by('institute', set(), ten)),
  refused(pool.pledgePoolTime, 'time-pledged', 'its requester set some aside', by('keeper', pledged, ten)),
  refused(pool.pledgePoolTime, 'pool-too-small', 'it has less', by('keeper', submitted, { minutes: 1440 })),
  refused(pool.releasePoolTime, 'not-found', 'nothing is set aside', by('keeper', submitted)),
  refused(pool.releasePoolTime, 'not-found', 'it is its requester’s own', by('keeper', pledged)),
  refused(pool.releasePoolTime, 'own-order', 'the keeper ordered it', by('keeper', own)),
  refused(
    pool.releasePoolTime,
    'order-not-open',
    'somebody serves',
    by('keeper', async (w) => {
      const orderId = await set(async () => (await w.accepted()).orderId)(w)
      await w.inService(async () => w.standing('volunteer', orderId))
      return orderId
    }),
  ),
  refused(pledgeTime, 'time-pledged', 'staff set time of the pool aside', by('resident', set(), ten)),
]
