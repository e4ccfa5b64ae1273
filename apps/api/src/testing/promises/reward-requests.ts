/** The reward store: one request per endpoint that succeeds. */
import * as rewards from '@sidan/types/rewards'
import { handedOut } from '../handed-out.ts'
import { familyRequests } from './family-requests.ts'
import { partnerRequests } from './partner-requests.ts'
import { shelfRequests } from './shelf-requests.ts'
import type { Valid } from './verbs.ts'

const onVoucher: Valid = async (w) => ({
  as: 'volunteer',
  params: { redemptionId: (await w.voucher()).redemptionId },
})
const by =
  (as: string, query: Record<string, string> = { limit: '5' }): Valid =>
  () => ({ as, query })

export const rewardRequests: Record<string, Valid> = {
  ...shelfRequests,
  ...partnerRequests,
  ...familyRequests,
  [rewards.listRewardItems.name]: by('volunteer'),
  [rewards.redeemItem.name]: async (w) => {
    await w.approved()
    return { as: 'volunteer', body: { itemId: await w.reward('爱心早餐一份') } }
  },
  [rewards.listMyRedemptions.name]: by('volunteer'),
  [rewards.listHandedOut.name]: by('center'),
  [rewards.getRedemption.name]: onVoucher,
  [rewards.cancelRedemption.name]: onVoucher,
  [rewards.verifyVoucher.name]: async (w) => ({ as: 'center', body: { voucher: (await w.voucher()).code ?? '' } }),
  [rewards.undoVerification.name]: async (w) => ({ as: 'center', params: await handedOut(w) }),
}
