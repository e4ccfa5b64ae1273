/** What deciding on records and exchanging points may be refused with. */
import { approveRecord, rejectRecord, withdrawRecord } from '@sidan/types/records'
import { cancelRedemption, listHandedOut, redeemItem, undoVerification, verifyVoucher } from '@sidan/types/rewards'
import { newId } from '../../platform/ids.ts'
import { handedOut } from '../handed-out.ts'
import type { World } from '../world.ts'
import { type Refusing, refused } from './verbs.ts'

const decided = [
  { endpoint: approveRecord, body: { version: 1 } },
  { endpoint: rejectRecord, body: { version: 1, words: '时间不对' } },
].flatMap(({ endpoint, body }) => {
  const by = (as: string, record: (w: World) => Promise<string>) => async (w: World) => ({
    as,
    params: { recordId: await record(w) },
    body,
  })
  return [
    refused(
      endpoint,
      'not-found',
      'somebody else’s record is asked for',
      by('neighbour', (w) => w.record()),
    ),
    refused(
      endpoint,
      'not-allowed',
      'the auditor decides',
      by('auditor', (w) => w.record()),
    ),
    refused(
      endpoint,
      'own-record',
      'the volunteer decides',
      by('volunteer', (w) => w.record()),
    ),
    refused(
      endpoint,
      'over-approval-limit',
      'the station decides on nine hours',
      by('keeper', (w) => {
        w.anotherDay()
        return w.record(540)
      }),
    ),
    refused(
      endpoint,
      'record-not-pending',
      'it has been decided',
      by('keeper', (w) => w.approved()),
    ),
    refused(endpoint, 'record-not-pending', 'another version was looked at', async (w) => ({
      ...(await by('keeper', (world) => world.record())(w)),
      body: { ...body, version: 2 },
    })),
  ]
})

const takenBack =
  (as: string, record: (w: World) => Promise<string>, version = 1) =>
  async (w: World) => ({
    as,
    params: { recordId: await record(w) },
    body: { version },
  })
const withdrawn = [
  ...['neighbour', 'keeper'].map((as) =>
    refused(
      withdrawRecord,
      'not-found',
      `it is not the ${as}’s own`,
      takenBack(as, (w) => w.record()),
    ),
  ),
  refused(
    withdrawRecord,
    'record-not-pending',
    'it was approved',
    takenBack('volunteer', (w) => w.approved()),
  ),
  refused(
    withdrawRecord,
    'record-not-pending',
    'another version was looked at',
    takenBack('volunteer', (w) => w.record(), 2),
  ),
]

const verifying = (as: string, voucher: (w: World) => Promise<string>) => async (w: World) => ({
  as,
  body: { voucher: await voucher(w) },
})
const heldCode = async (w: World) => (await w.voucher()).code ?? ''

const undoing =
  (as: string, minutesLater = 0) =>
  async (w: World) => {
    const params = await handedOut(w)
    w.minutesLater(minutesLater)
    return { as, params }
  }

const rewards = [
  refused(redeemItem, 'not-found', 'no item has that id', () => ({ as: 'volunteer', body: { itemId: newId() } })),
  refused(redeemItem, 'not-found', 'the item is another county’s', async (w) => ({
    as: 'volunteer',
    body: { itemId: await w.daye.reward('毛巾一条') },
  })),
  refused(redeemItem, 'not-enough-points', 'nothing was earned', async (w) => ({
    as: 'resident',
    body: { itemId: await w.reward('毛巾一条') },
  })),
  refused(redeemItem, 'out-of-stock', 'the last piece is gone', async (w) => ({
    as: 'volunteer',
    body: { itemId: await w.reward('菜籽油 1.8 升') },
  })),
  refused(redeemItem, 'over-limit', 'five were exchanged this month', async (w) => {
    const itemId = await w.reward('爱心早餐一份')
    await w.voucher()
    for (let left = 0; left < 6; left += 1) await w.approved()
    for (;;) {
      const answer = await w.county.as('volunteer')(redeemItem, { body: { itemId } })
      if (answer.code !== undefined) return { as: 'volunteer', body: { itemId } }
    }
  }),
  refused(cancelRedemption, 'redemption-not-held', 'it was cancelled before', async (w) => {
    const { redemptionId } = await w.voucher()
    await w.done('volunteer', cancelRedemption, { params: { redemptionId } })
    return { as: 'volunteer', params: { redemptionId } }
  }),
  refused(cancelRedemption, 'not-found', 'it is somebody else’s', async (w) => ({
    as: 'second',
    params: { redemptionId: (await w.voucher()).redemptionId },
  })),
  refused(verifyVoucher, 'not-allowed', 'a resident scans it', verifying('resident', heldCode)),
  refused(
    verifyVoucher,
    'voucher-unknown',
    'no voucher has that code',
    verifying('merchant', async () => 'no such code'),
  ),
  refused(verifyVoucher, 'voucher-not-here', 'it is fetched at the center', verifying('merchant', heldCode)),
  refused(
    verifyVoucher,
    'redemption-not-held',
    'it was handed out',
    verifying('center', async (w) => {
      const voucher = await heldCode(w)
      await w.done('center', verifyVoucher, { body: { voucher } })
      return voucher
    }),
  ),
  refused(undoVerification, 'not-found', 'the station’s merchant did not hand it out', undoing('merchant')),
  refused(undoVerification, 'undo-too-late', 'eleven minutes have passed', undoing('center', 11)),
  refused(undoVerification, 'redemption-not-used', 'it waits to be fetched', async (w) => ({
    as: 'center',
    params: { redemptionId: (await w.voucher()).redemptionId },
  })),
  refused(listHandedOut, 'not-allowed', 'a resident asks', async () => ({ as: 'resident' })),
  refused(verifyVoucher, 'voucher-unknown', 'it is another county’s', async (w) => ({
    ...(await verifying('center', heldCode)(w)),
    inDaye: true,
  })),
]

export const refusalsOfEarning: Refusing[] = [...decided, ...withdrawn, ...rewards]
