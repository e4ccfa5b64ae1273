/** What the endpoints of the reward store are for: exchanging and handing out, the shelf, and its partners. */
import type { EndpointDoc } from './endpoint-doc.ts'
import { partners } from './partners.ts'
import { rewardShelf } from './reward-shelf.ts'

const families: Record<string, EndpointDoc> = {
  getFamily: { summary: 'The caller’s family: who is in it, and whose points the others may use' },
  foundFamily: { summary: 'Begins a family with oneself in it' },
  joinFamily: { summary: 'Joins a family by the code that one of them tells; good for seven days' },
  renewFamilyCode: { summary: 'A new code to join the caller’s family by' },
  saveSharing: {
    summary: 'Whether the others may exchange with the caller’s points',
    description:
      'Off until said. Points stay whose they are until a voucher holds them, and come back to them when it is given back.',
  },
  leaveFamily: { summary: 'Leaves the family; what was exchanged stays' },
}

export const rewards: Record<string, EndpointDoc> = {
  ...families,
  ...rewardShelf,
  ...partners,
  listRewardItems: { summary: '爱心超市: what can be exchanged at the caller’s station and above, cheapest first' },
  redeemItem: {
    summary: '换: points for a voucher',
    description:
      'Stock, hold and voucher in one transaction, within the month’s limit and the item’s own. From the item’s opening time on, by the server’s clock.',
  },
  listMyRedemptions: { summary: '我换过的: this person’s vouchers, newest first' },
  getRedemption: {
    summary: 'One voucher of this person’s own',
    description: '`secret` (the QR’s content) and `code` (typed) are shown only while it is held.',
  },
  cancelRedemption: {
    summary: '不要了: gives a voucher back',
    description: 'Points and stock go back, with the lots’ old expiry.',
  },
  verifyVoucher: {
    summary: '核销: hands a voucher out, once',
    description:
      'By scanning the QR or typing the code. For keeper, staff or merchant of the pick-up place; of several at once one succeeds. Who types too many wrong codes is told to wait; scanning goes on.',
  },
  undoVerification: {
    summary: '撤回: what was handed out by mistake is held again',
    description:
      'Within ten minutes, by who handed it out or the keeper of the pick-up place or above it. Points, lots and stock are as before, the holder is told, and the voucher can be handed out again.',
  },
  listHandedOut: {
    summary: '今天发出的: what the caller handed out today, newest first',
    description: '`totalCount`, `totalPoints` and the list come from one query: they always agree.',
  },
}
