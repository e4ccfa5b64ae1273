/** A child exchanges with a parent's points. */
import { foundFamily, joinFamily } from '@sidan/types/families'
import { redeemItem } from '@sidan/types/rewards'
import { newcomer } from './promises/oneself-requests.ts'
import { shelved } from './shelf.ts'
import type { World } from './world.ts'

export async function familyLife(w: World): Promise<void> {
  const child = await newcomer(w)
  const { code } = await w.done('volunteer', foundFamily, { body: { shares: true } })
  await w.done(child, joinFamily, { body: { code: code ?? '' } })
  const { itemId } = await shelved(w, { pricePoints: 1 })
  w.minutesLater(1)
  await w.done(child, redeemItem, { body: { itemId, payerId: w.county.cast['volunteer'] } })
}
