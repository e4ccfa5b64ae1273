import { redeemItem } from '../features/rewards/redeem-item.ts'
import type { Actor } from '../features/roles/rules.ts'
import type { Tx } from '../platform/db.ts'
import { newId } from '../platform/ids.ts'
import type { Stage } from './cast.ts'
import { tellPool } from './pool.ts'
import type { Telling } from './telling.ts'

/** The volunteer exchanges points for the cheapest thing of the station's own shelf; the voucher waits to be fetched. Another gives time. */
export async function exchange(
  telling: Telling,
  as: <R>(key: string, act: (tx: Tx, actor: Actor) => Promise<R>) => Promise<R>,
  stage: Stage,
): Promise<void> {
  const { db, countyId } = telling
  const [item] = await db.inCounty(countyId, (tx) =>
    tx.rows<{ id: string }>({
      text: `select id from reward_items where county_id = $1 and stock_count > 0 and partner_id is null
        order by (pick_up_unit_id = $2) desc, price_points limit 1`,
      values: [countyId, stage.stationId],
    }),
  )
  if (item) await as('volunteer', (tx, actor) => redeemItem(tx, actor, newId(), { itemId: item.id }))
  await tellPool(telling, as)
}
