/** Counting per piece, as tests ask for it. */
import { type ActionCount, countAction, reverseActionCount } from '@sidan/types/action-counts'
import { cancelRedemption, redeemItem } from '@sidan/types/rewards'
import { aged } from './promises/signup-requests.ts'
import type { World } from './world.ts'

/** A request to count a piece for the volunteer at the station, today, unless told otherwise. */
export const counting = (w: World, more: object = {}, unitId: string = w.county.stage.stationId) => ({
  params: { unitId } as never,
  body: { personId: w.county.cast['volunteer'], actionCode: 'clothes', day: w.day(0), pieces: 1, ...more } as never,
})

/** Somebody new, whose day has all its room. */
export const newcomer = async (w: World) => ({ personId: w.county.cast[await aged(w, 'from60')] })

/** A piece that was counted for somebody new. */
export const counted = async (w: World, by = 'keeper'): Promise<ActionCount> =>
  w.done(by, countAction, counting(w, await newcomer(w)))

/** Pieces are counted, spent and taken back, and the voucher that held their points is given back afterwards. */
export async function actionsCounted(w: World): Promise<void> {
  const { countId } = await w.done('keeper', countAction, counting(w, { pieces: 5 }))
  await w.done('center', countAction, counting(w, { actionCode: 'persuade', pieces: 2 }, w.county.stage.centerId))
  const itemId = await w.reward('爱心早餐一份')
  const { redemptionId } = await w.done('volunteer', redeemItem, { body: { itemId } as never })
  await w.done('keeper', reverseActionCount, { params: { countId }, body: { words: '数错了' } })
  await w.done('volunteer', cancelRedemption, { params: { redemptionId } })
  await w.done('keeper', countAction, counting(w, { pieces: 2 }))
}
