/**
 * SQL statements are what a county's small server spends its time on. BEGIN, SET LOCAL and COMMIT are not counted; the first statement of every
 * request is the actor's roles, or the claim of the key with them. The numbers are what was measured when they were written down, not what is wished
 * for (two for a look, four for a deed): who gets by with fewer lowers them, and a higher one needs its reason.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { countAction, listActionCounts, listRunningActions, reverseActionCount } from '@sidan/types/action-counts'
import { openBenefitCard } from '@sidan/types/benefit-cards'
import { getBenefitCodes, listBenefitUses, listMyBenefits, verifyBenefit } from '@sidan/types/benefits'
import { getMyClock, sendClockEvents } from '@sidan/types/clock'
import { dispatchOrder, getWorkList, listOffers, listTasks } from '@sidan/types/dispatch'
import type { Endpoint } from '@sidan/types/endpoint'
import { getBalances, listPoints } from '@sidan/types/ledger'
import { listNotices } from '@sidan/types/notices'
import * as moves from '@sidan/types/order-moves'
import { getOrder, listMyOrders, submitOrder } from '@sidan/types/orders'
import { getStationPage } from '@sidan/types/organisation'
import { getMe } from '@sidan/types/people'
import { approveRecord, listMyRecords, listPendingRecords } from '@sidan/types/records'
import {
  cancelRedemption,
  listHandedOut,
  listRewardItems,
  redeemItem,
  undoVerification,
  verifyVoucher,
} from '@sidan/types/rewards'
import { callRoll, getRoll, leaveShift, listMyShifts, signUp, signUpForAll } from '@sidan/types/signups'
import { listStarChanges } from '@sidan/types/stars'
import { getCountyNumbers, getUnitNumbers } from '@sidan/types/statistics'
import { getTeamLife } from '@sidan/types/team-life'
import { post } from '../features/ledger/post.ts'
import { newId } from '../platform/ids.ts'
import { opening } from './attending.ts'
import { call, signedUp } from './promises/signup-requests.ts'
import { validRequests } from './promises/valid-requests.ts'
import type { Request } from './promises/verbs.ts'
import { placeIn, shiftMade } from './shift-steps.ts'
import { startTestApp, type TestApp } from './test-app.ts'
import { makeWorld, type World } from './world.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
  await w.dispatched(w.toPerson('volunteer'))
  await w.voucher() // every policy has been read once: it is kept for the life of the process
})
afterAll(() => test?.close())

/** Statements of one request that succeeds. */
async function statementsOf(endpoint: Endpoint, { as, ...request }: Request): Promise<number> {
  test.statements.length = 0
  await (as === undefined ? test.call(undefined, endpoint, request) : w.done(as, endpoint, request))
  return test.statements.reduce((sum, count) => sum + count, 0)
}
const valid = async (endpoint: Endpoint) => (await validRequests[endpoint.name]?.(w)) ?? { as: undefined }
const checkOut = async (): Promise<Request> => {
  const { orderId } = await w.inService()
  test.clock.now = new Date(test.clock.now.getTime() + 3_600_000)
  return { as: 'volunteer', body: { events: [w.scan('checkOut', orderId)] } }
}
const scanAt = (kind: 'checkIn' | 'checkOut', shiftId: string): Request => {
  const { orderId: _none, ...event } = w.scan(kind, '')
  return { as: 'volunteer', body: { events: [{ ...event, shiftId }] } }
}
const intoShift = async (): Promise<Request> => {
  const shift = await shiftMade(w)
  await placeIn(w, shift)
  return scanAt('checkIn', shift.shiftId)
}
const outOfShift = async (): Promise<Request> => {
  const { running } = await w.done('volunteer', getMyClock)
  w.minutesLater(60)
  return scanAt('checkOut', running?.shiftId ?? '')
}

const leavingForTheNext = async (): Promise<Request> => {
  const activity = await call(w, { openings: [opening({ kind: 'volunteer', capacity: 1 })] })
  const { signupId } = await signedUp(w, 'volunteer', activity)
  await signedUp(w, 'second', activity)
  return { as: 'volunteer', params: { signupId } }
}

describe('the statements of a look', () => {
  it.each<[string, Endpoint, number]>([
    ['the station behind the wall code', getStationPage, 3],
    ['who I am', getMe, 2],
    ['my orders', listMyOrders, 2],
    ['one order', getOrder, 3],
    ['the work list', getWorkList, 4],
    ['what I could take', listOffers, 3],
    ['my tasks', listTasks, 2],
    ['my clock and the shifts I may clock', getMyClock, 3],
    ['my records', listMyRecords, 2],
    ['records to decide', listPendingRecords, 2],
    ['my balances', getBalances, 2],
    ['my points', listPoints, 2],
    ['why I have so many stars', listStarChanges, 3],
    ['the shelf', listRewardItems, 2],
    ['what I handed out today', listHandedOut, 2],
    ['what can be counted on a day before, and what somebody was', listRunningActions, 4],
    ['what was counted', listActionCounts, 3],
    ['what hours earn', listMyBenefits, 2],
    ['the codes that a phone shows', getBenefitCodes, 2],
    ['what I used', listBenefitUses, 2],
    ['notices', listNotices, 2],

    ['my shifts', listMyShifts, 2],
    ['the roll of a shift', getRoll, 4],

    ['the month of a station', getUnitNumbers, 1],
    ['the month of a county', getCountyNumbers, 3],
    ['what was done for a team', getTeamLife, 2],
  ])('at %s stay within their budget', async (_what, endpoint, budget) => {
    expect(await statementsOf(endpoint, await valid(endpoint))).toBeLessThanOrEqual(budget)
  })
})

describe('the statements of a deed', () => {
  it.each<[string, Endpoint, () => Promise<Request>, number]>([
    ['submitting an order with a note', submitOrder, () => valid(submitOrder), 10],
    ['triaging', moves.triageOrder, () => valid(moves.triageOrder), 6],
    ['dispatching', dispatchOrder, () => valid(dispatchOrder), 7],
    ['accepting', moves.acceptOrder, () => valid(moves.acceptOrder), 8],
    ['checking in', sendClockEvents, () => valid(sendClockEvents), 10],
    // One of them locks the person: of two records of a day the later one counts the earlier one.
    ['checking out, which opens the record', sendClockEvents, checkOut, 13],
    ['checking in at a shift', sendClockEvents, intoShift, 7],
    ['checking out of it', sendClockEvents, outOfShift, 12],
    ['fulfilling with a note', moves.fulfillOrder, () => valid(moves.fulfillOrder), 9],
    ['rating with words', moves.rateOrder, () => valid(moves.rateOrder), 9],
    // One of them decides on stars, under the lock of the minutes just posted.
    ['approving a record, which posts minutes and points', approveRecord, () => valid(approveRecord), 8],
    ['exchanging points', redeemItem, () => valid(redeemItem), 6],
    ['giving a voucher back', cancelRedemption, () => valid(cancelRedemption), 8],
    ['handing out', verifyVoucher, () => valid(verifyVoucher), 9],
    ['scanning a benefit', verifyBenefit, () => valid(verifyBenefit), 7],
    ['opening its card', openBenefitCard, () => valid(openBenefitCard), 4],
    ['taking back what was handed out', undoVerification, () => valid(undoVerification), 11],

    // One of them locks the person: nobody who leaves at the same moment earns any more.
    ['counting pieces', countAction, () => valid(countAction), 8],
    // As for a record: what was posted is found under the lock of the accounts.
    ['taking a counting back', reverseActionCount, () => valid(reverseActionCount), 9],
    ['signing up for a shift', signUp, () => valid(signUp), 7],
    ['signing up for a term of it', signUpForAll, () => valid(signUpForAll), 7],
    ['leaving a shift', leaveShift, () => valid(leaveShift), 6],
    ['leaving a shift for who waits', leaveShift, leavingForTheNext, 11],
    // One of them asks whether children are on it: a look at a child is written down (rule-22).
    ['calling the roll', callRoll, () => valid(callRoll), 7],
  ])('of %s stay within their budget', async (_what, endpoint, request, budget) => {
    expect(await statementsOf(endpoint, await request())).toBeLessThanOrEqual(budget)
  })

  it('of a posting are one, however many moves it has', async () => {
    const person = w.county.cast['volunteer'] ?? ''
    test.statements.length = 0
    await test.db.inCounty(w.county.countyId, async (tx) => {
      const moves = [10, 20, 30].map((amount) => ({
        unit: 'minutes' as const,
        amount,
        from: { issuer: 'serviceRecords' as const },
        to: { person, account: 'earnedMinutes' as const },
      }))
      const fact = { policyVersion: 1, happenedAt: tx.now, today: w.day(0) }
      await post(tx, { ...fact, reason: 'record-minutes', ref: newId(), moves })
    })
    expect(test.statements).toEqual([1])
  })
})

describe('a longer list', () => {
  it.each<[string, Endpoint, string]>([
    ['listMyOrders', listMyOrders, 'resident'],
    ['getWorkList', getWorkList, 'keeper'],
    ['listOffers', listOffers, 'volunteer'],
    ['listTasks', listTasks, 'volunteer'],
    ['listPendingRecords', listPendingRecords, 'keeper'],
    ['listMyRecords', listMyRecords, 'volunteer'],
  ])('costs no more statements than a short one: %s', async (_name, endpoint, as) => {
    await Promise.all([w.dispatched(), w.dispatched(), w.accepted(), w.accepted()])
    await w.record()
    await w.record()
    const of = (limit: number) => statementsOf(endpoint, { as, query: { limit: String(limit) } })
    const lengthOf = async (limit: number) => {
      const answer = await w.done(as, endpoint, { query: { limit: String(limit) } })
      return Object(answer).items.length
    }
    expect(await lengthOf(1)).toBe(1)
    expect(await lengthOf(50)).toBeGreaterThan(1)
    expect(await of(50)).toBe(await of(1))
  })
})
