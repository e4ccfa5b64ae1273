/** The shelf of 爱心超市, and what is counted per piece: requests that succeed, and what they may be refused with. */
import * as shelf from '@sidan/types/reward-shelf'
import { redeemItem } from '@sidan/types/rewards'
import { shelfForm, shelved } from '../shelf.ts'
import type { World } from '../world.ts'
import { actionRequests } from './action-requests.ts'
import { atStation } from './role-requests.ts'
import { type Refusing, type Request, refused, type Valid } from './verbs.ts'

const onItem =
  (body?: object, as = 'keeper'): Valid =>
  async (w) => ({ as, params: { itemId: (await shelved(w)).itemId }, ...(body ? { body } : {}) })
const adding = (w: World, as: string): Request => ({ as, ...atStation(w), body: shelfForm() })

export const shelfRequests: Record<string, Valid> = {
  ...actionRequests,
  [shelf.listShelf.name]: (w) => ({ as: 'keeper', ...atStation(w), query: { limit: '5' } }),
  [shelf.listStockMoves.name]: async (w) => ({ ...(await onItem()(w)), query: { limit: '5' } }),
  [shelf.addShelfItem.name]: (w) => adding(w, 'keeper'),
  [shelf.changeShelfItem.name]: onItem({ title: '牙刷三支', pricePoints: 12 }),
  [shelf.closeShelfItem.name]: onItem(),
  [shelf.reopenShelfItem.name]: async (w) => {
    const request = await onItem()(w)
    await w.done('keeper', shelf.closeShelfItem, { params: request.params ?? {} })
    return request
  },
  [shelf.recordStockMove.name]: onItem({ kind: 'writtenOff', count: 1, words: '过期了' }),
}

/** An exchange by the volunteer, who can afford it, of something new on the shelf. */
const redeeming =
  (more: object): Valid =>
  async (w) => {
    await w.voucher()
    await w.approved()
    return { as: 'volunteer', body: { itemId: (await shelved(w, more)).itemId } }
  }

export const refusalsOfShelves: Refusing[] = [
  refused(shelf.listShelf, 'not-allowed', 'a volunteer looks', (w) => ({ as: 'volunteer', ...atStation(w) })),
  refused(shelf.addShelfItem, 'not-allowed', 'it is the merchant who hands things out there', (w) =>
    adding(w, 'merchant'),
  ),
  refused(shelf.addShelfItem, 'not-allowed', 'the institute is above the keeper', (w) => ({
    ...adding(w, 'keeper'),
    params: { unitId: w.county.stage.instituteId },
  })),
  ...[shelf.changeShelfItem, shelf.closeShelfItem, shelf.reopenShelfItem, shelf.recordStockMove].map((endpoint) =>
    refused(endpoint, 'not-found', 'an auditor, who may look, tries', async (w) => ({
      ...((await shelfRequests[endpoint.name]?.(w)) ?? {}),
      as: 'auditor',
    })),
  ),
  refused(shelf.listStockMoves, 'not-found', 'the merchant looks', onItem(undefined, 'merchant')),
  refused(
    shelf.recordStockMove,
    'not-enough-stock',
    'more is written off than lies there',
    onItem({ kind: 'writtenOff', count: 6, words: '受潮' }),
  ),
  refused(redeemItem, 'not-open-yet', 'it opens tomorrow', async (w) =>
    redeeming({ opensAt: `${w.day(1)}T00:00:00.000Z` })(w),
  ),
  refused(redeemItem, 'not-found', 'it was closed', async (w) => {
    const request = await redeeming({})(w)
    await w.done('keeper', shelf.closeShelfItem, { params: Object(request.body) })
    return request
  }),
  refused(redeemItem, 'over-item-limit', 'one a week was exchanged', async (w) => {
    const request = await redeeming({ limit: { perPerson: 1, days: 7 } })(w)
    await w.done('volunteer', redeemItem, { body: Object(request.body) })
    return request
  }),
]
