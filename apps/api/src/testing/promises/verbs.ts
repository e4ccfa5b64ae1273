/** Every verb on an order: how it is done rightly, and what all of them may be refused with. */
import { dispatchOrder } from '@sidan/types/dispatch'
import type { Endpoint } from '@sidan/types/endpoint'
import * as moves from '@sidan/types/order-moves'
import type { ProblemCode } from '@sidan/types/problems'
import type { Asking } from '../call-endpoint.ts'
import type { Standing, World } from '../world.ts'

/** A request and who makes it: one of the cast, or nobody. */
export interface Request extends Asking {
  as: string | undefined
  /** How much later than its making it is sent. */
  daysLater?: number
  /** Made in Daye instead of Jingshan. */
  inDaye?: boolean
}

/** How a request that succeeds is made. */
export type Valid = (w: World) => Promise<Request> | Request

/** One way of being refused: what is asked then must be answered with the code and change nothing. */
export interface Refusing {
  endpoint: Endpoint
  code: ProblemCode
  when: string
  ask(w: World): Promise<Request> | Request
}

export const refused = (endpoint: Endpoint, code: ProblemCode, when: string, ask: Refusing['ask']): Refusing => ({
  endpoint,
  code,
  when,
  ask,
})

interface Verb {
  endpoint: Endpoint
  /** An order on which `by` may do it, with this body. */
  from(w: World): Promise<Standing>
  by: string
  body?(w: World): Promise<object> | object
  /** Somebody who sees the order but may not; absent where all who see it may. */
  not?: string
  /** An order of theirs on which it is too late or too early. */
  wrong(w: World): Promise<Standing>
}

export const goers = (w: World, ...keys: string[]) => ({ goers: keys.map((key) => w.county.cast[key]) })
const toVolunteer = (w: World) => ({ target: w.toPerson('volunteer') })

const verbs: Verb[] = [
  { endpoint: moves.triageOrder, from: (w) => w.submitted(), by: 'keeper', not: 'auditor', wrong: (w) => w.triaged() },
  {
    endpoint: moves.sendBackOrder,
    from: (w) => w.submitted(),
    by: 'keeper',
    body: () => ({ reason: 'unclear' }),
    not: 'auditor',
    wrong: (w) => w.accepted(),
  },
  {
    endpoint: moves.rejectOrder,
    from: (w) => w.submitted(),
    by: 'keeper',
    body: () => ({ reason: 'not-ours', words: '请找社区' }),
    not: 'auditor',
    wrong: (w) => w.accepted(),
  },
  {
    endpoint: moves.markDuplicateOrder,
    from: (w) => w.submitted(),
    by: 'keeper',
    body: async (w) => ({ duplicateOf: (await w.submitted()).shortCode }),
    not: 'auditor',
    wrong: (w) => w.accepted(),
  },
  {
    endpoint: moves.resubmitOrder,
    from: (w) => w.returned(),
    by: 'resident',
    body: (w) => ({ slot: { day: w.day(3), part: 'any' }, contact: { phone: '13800000127' }, note: '三楼' }),
    not: 'keeper',
    wrong: (w) => w.submitted(),
  },
  {
    endpoint: moves.cancelOrder,
    from: (w) => w.submitted(),
    by: 'resident',
    not: 'keeper',
    wrong: (w) => w.inService(),
  },
  {
    endpoint: moves.rateOrder,
    from: (w) => w.fulfilled(),
    by: 'resident',
    body: () => ({ stars: 5, words: '谢谢' }),
    not: 'keeper',
    wrong: (w) => w.accepted(),
  },
  {
    endpoint: moves.reopenOrder,
    from: (w) => w.fulfilled(),
    by: 'resident',
    body: () => ({ words: '没理好' }),
    not: 'keeper',
    wrong: (w) => w.accepted(),
  },
  {
    endpoint: moves.acceptOrder,
    from: (w) => w.dispatched(w.toTeam),
    by: 'second',
    body: (w) => goers(w, 'volunteer'),
    wrong: (w) => w.teamAccepted(),
  },
  {
    endpoint: moves.declineOrder,
    from: (w) => w.dispatched(),
    by: 'volunteer',
    body: () => ({ reason: 'busy' }),
    wrong: (w) => w.accepted(),
  },
  {
    endpoint: moves.returnOrder,
    from: (w) => w.accepted(),
    by: 'volunteer',
    body: () => ({ reason: 'busy' }),
    not: 'keeper',
    wrong: (w) => w.inService(),
  },
  {
    endpoint: moves.nameGoers,
    from: (w) => w.teamAccepted(),
    by: 'second',
    body: (w) => goers(w, 'volunteer'),
    not: 'keeper',
    wrong: (w) => w.dispatched(w.toTeam),
  },
  {
    endpoint: moves.fulfillOrder,
    from: (w) => w.accepted(),
    by: 'volunteer',
    body: () => ({ note: '理好了', counts: [{ what: '理发', count: 1 }] }),
    not: 'keeper',
    wrong: (w) => w.fulfilled(),
  },
  {
    endpoint: dispatchOrder,
    from: (w) => w.triaged(),
    by: 'keeper',
    body: toVolunteer,
    not: 'auditor',
    wrong: (w) => w.submitted(),
  },
]

/** A verb on an order, asked by somebody. */
export const on = (as: string, { orderId, version }: Standing, body: object = {}): Request => ({
  as,
  params: { orderId },
  body: { version, ...body },
})

/** Each verb done rightly, by its endpoint's name. */
export const rightly = Object.fromEntries(
  verbs.map((verb) => [
    verb.endpoint.name,
    async (w: World): Promise<Request> => on(verb.by, await verb.from(w), await verb.body?.(w)),
  ]),
)

/** Not yours, not your role, not now, somebody was quicker. */
export const refusalsOfVerbs = verbs.flatMap((verb): Refusing[] => {
  const { endpoint, by, from, not, wrong } = verb
  const asked = async (w: World, as: string, order: Standing) => on(as, order, await verb.body?.(w))
  return [
    refused(endpoint, 'not-found', 'the order is none of theirs', async (w) => asked(w, 'neighbour', await from(w))),
    refused(endpoint, 'order-not-open', 'it is not the time', async (w) => asked(w, by, await wrong(w))),
    refused(endpoint, 'order-changed', 'it was moved since they looked', async (w) => {
      const order = await from(w)
      return asked(w, by, { ...order, version: order.version + 1 })
    }),
    ...(not === undefined
      ? []
      : [refused(endpoint, 'not-allowed', `it is the ${not} who asks`, async (w) => asked(w, not, await from(w)))]),
  ]
})
