import type { OrderState, OrderVerb } from '@sidan/types/order-states'
import type { Order } from '@sidan/types/orders'
import type { FourTilesProps, Tile } from '../ui/four-tiles.tsx'

/** How many of the four stamps are set in a state. */
const reached: Record<OrderState, number> = {
  submitted: 1,
  returned: 1,
  triaged: 1,
  reopened: 1,
  rejected: 1,
  cancelled: 1,
  duplicate: 1,
  dispatched: 2,
  accepted: 3,
  inService: 3,
  fulfilled: 3,
  rated: 4,
  closed: 4,
}
const over: ReadonlySet<OrderState> = new Set(['rejected', 'cancelled', 'duplicate', 'closed', 'rated'])
const stampedBy: readonly OrderVerb[] = ['submit', 'dispatch', 'accept', 'rate']

/** The four stamps of an order, each with its time or with whom it waits for. `moment` words a time. */
export function orderTiles(order: Order, moment: (at: string) => string): FourTilesProps['tiles'] {
  const done = reached[order.state]
  const tile = (index: number): Tile => {
    if (index < done) {
      // Newest first: the stamp that holds is the latest.
      const at = order.events.find((event) => event.verb === stampedBy[index])?.at
      return { state: 'done', ...(at ? { below: moment(at) } : {}) }
    }
    if (index === done && !over.has(order.state)) return { state: 'now', below: waitsFor(order, index) }
    return { state: 'next', ...(index === 3 && !over.has(order.state) ? { below: '服务后请评' } : {}) }
  }
  return [tile(0), tile(1), tile(2), tile(3)]
}

function waitsFor(order: Order, index: number): string {
  if (order.state === 'returned') return '等您补充'
  if (index === 1) return order.state === 'submitted' ? '站里在看' : '等站里派'
  if (index === 2) return order.openForClaim ? '等人认领' : `等${lastAsked(order) ?? '对方'}`
  if (order.state === 'fulfilled') return '请评一评'
  return order.state === 'inService' ? '服务中' : '服务后请评'
}

const lastAsked = (order: Order): string | undefined =>
  order.events.find((event) => event.verb === 'dispatch')?.toName ?? undefined
