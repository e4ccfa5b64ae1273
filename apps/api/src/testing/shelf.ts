/** The station's shelf, kept by its keeper. */
import { addShelfItem } from '@sidan/types/reward-shelf'
import type { World } from './world.ts'

/** An item as a form writes it: ten points, five pieces, without limits, open at once. */
export const shelfForm = (more: object = {}) => ({
  ...{ title: '牙刷两支', icon: 'gift' as const, pricePoints: 10, limit: null, opensAt: null, stockCount: 5 },
  ...more,
})

/** Something new on the station's shelf. */
export const shelved = (w: World, more: object = {}) =>
  w.done('keeper', addShelfItem, { params: { unitId: w.county.stage.stationId }, body: shelfForm(more) })
