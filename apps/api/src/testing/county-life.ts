/** A county in which everything the books know of has happened: what the sweep adds up. Each step a request, or what time alone brings about. */
import { drawWalk } from '@sidan/types/audit-walks'
import { revokeCertificate } from '@sidan/types/certificates'
import { sendClockEvents } from '@sidan/types/clock'
import { dispatchOrder } from '@sidan/types/dispatch'
import * as moves from '@sidan/types/order-moves'
import { approveRecord, rejectRecord } from '@sidan/types/records'
import { recordStockMove } from '@sidan/types/reward-shelf'
import {
  cancelRedemption,
  listRewardItems,
  type Redemption,
  redeemItem,
  undoVerification,
  verifyVoucher,
} from '@sidan/types/rewards'
import { leaveShift } from '@sidan/types/signups'
import { closeClocks } from '../features/clock/close-clock.ts'
import { expireLots } from '../features/ledger/expire-lot.ts'
import { expireRedemptions } from '../features/rewards/expire-redemption.ts'
import type { Tx } from '../platform/db.ts'
import { actionsCounted } from './action-counts.ts'
import { benefitsUsed } from './benefits.ts'
import { correct, reverse } from './corrections.ts'
import { familyLife } from './family-life.ts'
import { fraudLife } from './fraud.ts'
import { entered } from './manual-entries.ts'
import { run } from './papers.ts'
import { dealings } from './partner-life.ts'
import { certified } from './promises/certificate-requests.ts'
import { shelved } from './shelf.ts'
import { shiftMade, signedUp } from './shift-steps.ts'
import { timeBank } from './time-bank-life.ts'
import type { World } from './world.ts'

const day = 86_400_000

/** The order was served, its record waits; returns both. */
export async function served(w: World, from: Parameters<World['inService']>[0] = w.accepted, minutes = 360) {
  const { orderId } = await w.inService(from)
  const recordId = await w.checkOut({ orderId }, minutes)
  const { version } = await w.standing('volunteer', orderId)
  await w.done('volunteer', moves.fulfillOrder, { params: { orderId }, body: { version } })
  return { orderId, recordId }
}

export const approve = (w: World, recordId: string) =>
  w.done('keeper', approveRecord, { params: { recordId }, body: { version: 1 } })

export async function rate(w: World, orderId: string, stars = 5): Promise<void> {
  const { version } = await w.standing('resident', orderId)
  await w.done('resident', moves.rateOrder, { params: { orderId }, body: { version, stars } })
}

/** It is done again: reopened by who asked, dispatched to the same volunteer and accepted anew. */
export async function againAccepted(w: World, orderId: string) {
  const of = async (who: string) => (await w.standing(who, orderId)).version
  await w.done('resident', moves.reopenOrder, { params: { orderId }, body: { version: await of('resident') } })
  const target = w.toPerson('volunteer')
  await w.done('keeper', dispatchOrder, { params: { orderId }, body: { version: await of('keeper'), target } })
  return w.done('volunteer', moves.acceptOrder, { params: { orderId }, body: { version: await of('volunteer') } })
}

/** Does something at a later moment, and comes back. */
export async function later(w: World, days: number, work: (tx: Tx) => Promise<unknown>): Promise<void> {
  const { clock } = w.test
  const now = clock.now
  clock.now = new Date(now.getTime() + days * day)
  await w.test.db.inCounty(w.county.countyId, work)
  clock.now = now
}

const handOut = (w: World, { code }: Pick<Redemption, 'code'>) =>
  w.done('merchant', verifyVoucher, { body: { voucher: code ?? '' } })
const undo = (w: World, { redemptionId }: Pick<Redemption, 'redemptionId'>) =>
  w.done('merchant', undoVerification, { params: { redemptionId } })

async function vouchers(w: World): Promise<void> {
  const shelf = (await w.done('volunteer', listRewardItems)).items.filter(
    ({ pickUpUnitId }) => pickUpUnitId === w.county.stage.stationId,
  )
  const itemId = shelf.sort((one, other) => one.pricePoints - other.pricePoints)[0]?.itemId ?? ''
  const redeemed = (): Promise<Redemption> => w.done('volunteer', redeemItem, { body: { itemId } })
  const used = await redeemed()
  await handOut(w, used)
  await undo(w, used)
  await handOut(w, used)
  const { redemptionId, code } = await redeemed()
  await handOut(w, { code })
  await undo(w, { redemptionId })
  await w.done('volunteer', cancelRedemption, { params: { redemptionId } })
  await redeemed()
  await later(w, 60, expireRedemptions)
  await redeemed()
}

async function shifts(w: World): Promise<void> {
  const shift = await shiftMade(w, { startsInMinutes: 1440, opening: { capacity: 1 } })
  await signedUp(w, shift, 'volunteer')
  await signedUp(w, shift, 'second')
  const left = await shiftMade(w, { startsInMinutes: 2880 })
  await signedUp(w, left, 'volunteer')
  const [signup] = (await run(w, 'select id from signups where county_id = $1 and shift_id = $2', left.shiftId)) as {
    id: string
  }[]
  await w.done('volunteer', leaveShift, { params: { signupId: signup?.id ?? '' } })
  await signedUp(w, left, 'third')
}

/** Service that no clock measured is entered by hand, and approved by another. */
async function enterByHand(w: World): Promise<void> {
  const { body } = await entered(w, 'keeper', {}, { minutes: 60, endedMinutesAgo: 3000 })
  await w.done('center', approveRecord, { params: { recordId: body.recordId }, body: { version: 1 } })
}

/** A record is corrected; another is taken back while a voucher holds its points, and the voucher is given back afterwards. */
async function putRight(w: World): Promise<void> {
  const { recordId } = await served(w)
  await approve(w, recordId)
  const itemId = await w.reward('爱心早餐一份')
  const { redemptionId } = await w.done('volunteer', redeemItem, { body: { itemId } })
  const { recordId: corrected, version } = await correct(w, recordId, { end: -60 })
  await reverse(w, corrected, version)
  await w.done('volunteer', cancelRedemption, { params: { redemptionId } })
}

/** One of each: revoked, superseded by a record that is taken back, and valid. */
async function certificates(w: World): Promise<void> {
  const { number } = await certified(w)
  await w.done('center', revokeCertificate, { params: { number }, body: { words: '开重了' } })
  const recordId = await w.approved()
  await certified(w)
  await reverse(w, recordId, 1)
  await certified(w)
}

/** The check-out of a service was kept by the phone until its clock had been closed by itself. */
async function checkOutLate(w: World): Promise<void> {
  const { orderId } = await w.inService()
  w.minutesLater(30)
  const kept = w.scan('checkOut', orderId)
  await later(w, 3, closeClocks)
  const { results } = await w.done('volunteer', sendClockEvents, { body: { events: [kept] } })
  if (results[0]?.outcome !== 'counted') throw new Error(`a late check-out did not count: ${results[0]?.reason}`)
}

/** The station's shelf is filled up, and what went bad on it is taken off. */
async function keepShelf(w: World): Promise<void> {
  const { itemId } = await shelved(w, { title: '大米 2 公斤' })
  const moves = [
    { kind: 'received', count: 10 },
    { kind: 'writtenOff', count: 2, words: '受潮了' },
    { kind: 'returned', count: 1, words: '送错了' },
  ]
  for (const body of moves) await w.done('keeper', recordStockMove, { params: { itemId }, body: body as never })
}

/** Tells it. */
export async function liveThrough(w: World): Promise<void> {
  await putRight(w)
  await keepShelf(w)
  await enterByHand(w)
  const first = await served(w)
  await approve(w, first.recordId)
  await rate(w, first.orderId)
  const second = await served(w)
  await rate(w, second.orderId, 4)
  await approve(w, second.recordId)
  const again = await served(w, () => againAccepted(w, second.orderId))
  await approve(w, again.recordId)
  await rate(w, second.orderId)
  const refused = await served(w)
  await w.done('keeper', rejectRecord, {
    params: { recordId: refused.recordId },
    body: { version: 1, words: '那天没有去' },
  })
  await w.inService()
  await later(w, 1, closeClocks)
  await checkOutLate(w)
  await vouchers(w)
  // What is not held expires; what a voucher holds does when it is given back.
  await later(w, 1500, expireLots)
  await later(w, 1500, expireRedemptions)
  await approve(w, await w.record(360))
  await vouchers(w)
  await shifts(w)
  await certificates(w)
  w.anotherDay()
  await timeBank(w)
  w.anotherDay()
  await actionsCounted(w)
  await fraudLife(w)
  await dealings(w)
  await benefitsUsed(w)
  await familyLife(w)
  for (const unit of ['minutes', 'points'])
    await w.done('auditor', drawWalk, { body: { unit, fromDay: w.day(-30), untilDay: w.day(0) } })
  await w.inService()
}
