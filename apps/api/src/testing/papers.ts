/** Papers of the world's people, and orders that ask for them, for tests that are about what follows. */
import type { Order } from '@sidan/types/orders'
import { newId } from '../platform/ids.ts'
import type { World } from './world.ts'

/** Runs a statement as the first county's program: `$1` is the county. */
export const run = (w: World, text: string, ...values: unknown[]): Promise<unknown[]> =>
  w.test.db.inCounty(w.county.countyId, (tx) => tx.rows({ text, values: [tx.countyId, ...values] }))

/** Insures one of the cast from yesterday, for 60 days. */
export async function insure(w: World, who: string): Promise<void> {
  await run(
    w,
    `insert into insurances (county_id, id, person_id, insurer, from_day, until_day, recorded_by_id, recorded_at)
      values ($1, $2, $3, '人保', $4, $5, $6, $7)`,
    newId(),
    w.county.cast[who],
    w.day(-1),
    w.day(59),
    w.county.cast['keeper'],
    w.test.clock.now,
  )
}

/** A triaged order for hazardous work. */
export async function hazardousOrder(w: World): Promise<Order> {
  const itemId = w.item('水电小修')
  await run(w, 'update catalog_items set hazardous = true where county_id = $1 and id = $2', itemId)
  const risks = ['dog', 'old-wiring'].map((code) => ({ code, present: false }))
  return w.triagedBy('keeper', await w.submitted('resident', { itemId, risks }))
}
