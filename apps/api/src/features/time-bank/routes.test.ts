/** 时间银行: time credit is saved once, given on once, spent on service, and never changes the minutes it came from. Jingshan: 6,000 minutes a year. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { getBalances } from '@sidan/types/ledger'
import { listNotices } from '@sidan/types/notices'
import { cancelOrder, fulfillOrder } from '@sidan/types/order-moves'
import { getOrder } from '@sidan/types/orders'
import { approveRecord } from '@sidan/types/records'
import * as bank from '@sidan/types/time-bank'
import { correct, reverse } from '../../testing/corrections.ts'
import { run } from '../../testing/papers.ts'
import { closeSwept } from '../../testing/swept.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type Standing, type World } from '../../testing/world.ts'
import { expireGifts } from './return-gift.ts'
import { settlePledges } from './settle-pledge.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
beforeEach(() => w.anotherDay())
/** Whatever happened, the books add up. */
afterAll(() => closeSwept(test))

const save = (recordId: string, as = 'volunteer') => w.county.as(as)(bank.saveTime, { body: { recordId } })
const saved = async (minutes = 60) => {
  const recordId = await w.approved(minutes)
  expect((await save(recordId)).code).toBeUndefined()
  return recordId
}
const creditOf = async (who: string) => {
  const { ownMinutes, receivedMinutes, heldMinutes } = await w.done(who, bank.getTimeBank)
  return { own: ownMinutes, received: receivedMinutes, held: heldMinutes }
}
const give = (minutes: number, as = 'volunteer') => w.county.as(as)(bank.giveTime, { body: { minutes } })
const accept = (code: string | null, as: string) => w.county.as(as)(bank.acceptTimeGift, { body: { code: code ?? '' } })
/** The volunteer gives so much to somebody, who takes it. */
const given = async (minutes: number, to: string) => {
  await saved(minutes)
  const { code } = (await give(minutes)).body
  expect((await accept(code, to)).code).toBeUndefined()
}
const pledge = ({ orderId }: { orderId: string }, minutes: number, as = 'resident') =>
  w.county.as(as)(bank.pledgeTime, { params: { orderId }, body: { minutes } })
const pledgeOf = ({ orderId }: { orderId: string }) => w.done('resident', bank.getTimePledge, { params: { orderId } })
const settle = () => test.db.inCounty(w.county.countyId, settlePledges)
/** The order is served for so many minutes and done; its record waits. */
const servedFor = async (order: Standing, minutes: number) => {
  await w.inService(async () => w.standing('volunteer', order.orderId))
  const recordId = await w.checkOut(order, minutes)
  const { version } = await w.standing('volunteer', order.orderId)
  await w.done('volunteer', fulfillOrder, { params: { orderId: order.orderId }, body: { version } })
  return recordId
}
const approve = (recordId: string) => w.done('keeper', approveRecord, { params: { recordId }, body: { version: 1 } })
const minutesServed = async () => (await w.done('volunteer', getBalances)).clockedMinutes

describe('saving', () => {
  it('makes credit of an approved record once, and leaves the minutes, stars and points as they are', async () => {
    const recordId = await w.approved(90)
    const before = await w.done('volunteer', getBalances)
    const credit = await creditOf('volunteer')
    const open = await w.done('volunteer', bank.getTimeBank)
    expect(open.savable.find((one) => one.recordId === recordId)).toMatchObject({ title: '上门理发', minutes: 90 })
    const answers = await Promise.all([1, 2, 3, 4].map(() => save(recordId)))
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual([
      'done',
      'time-saved-already',
      'time-saved-already',
      'time-saved-already',
    ])
    expect(await creditOf('volunteer')).toEqual({ ...credit, own: credit.own + 90 })
    const after = await w.done('volunteer', getBalances)
    expect(after).toEqual({ ...before, timeCreditMinutes: (before.timeCreditMinutes ?? 0) + 90 })
    const now = await w.done('volunteer', bank.getTimeBank)
    expect(now.savable.map((one) => one.recordId)).not.toContain(recordId)
    expect(now.savableMinutes).toBe(open.savableMinutes - 90)
  })

  it('ends at the year’s cap, also for several at the same moment', async () => {
    const records = [await w.approved(60), await w.approved(60), await w.approved(60)]
    const { savableMinutes } = await w.done('volunteer', bank.getTimeBank)
    const document = `jsonb_set(document, '{timeBank,capMinutesPerYear}', to_jsonb(((document #>> '{timeBank,capMinutesPerYear}')::int - $2::int)))`
    await run(
      w,
      `insert into policies (county_id, version, document, in_force_at, created_at) select county_id, version + 1, ${document}, $3, $3
        from policies where county_id = $1 order by version desc limit 1`,
      savableMinutes - 60,
      test.clock.now,
    )
    const answers = await Promise.all(records.map((recordId) => save(recordId)))
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['done', 'over-saving-limit', 'over-saving-limit'])
    await run(
      w,
      `insert into policies (county_id, version, document, in_force_at, created_at) select county_id, version + 2, document, $2, $2
        from policies where county_id = $1 order by version desc offset 1 limit 1`,
      test.clock.now,
    )
  })

  it('follows the record: corrected, what it has less goes back; taken back, all; what is gone the county absorbs', async () => {
    const before = await creditOf('volunteer')
    const recordId = await saved(90)
    const shorter = await correct(w, recordId, { end: -30 })
    expect(await creditOf('volunteer')).toEqual({ ...before, own: before.own + 60 })
    expect((await save(shorter.recordId)).code).toBe('time-saved-already')
    const longer = await correct(w, shorter.recordId, { end: 20 })
    expect(await creditOf('volunteer')).toEqual({ ...before, own: before.own + 60 })
    const { code } = (await give(before.own + 50)).body
    await accept(code, 'third')
    await reverse(w, longer.recordId, 3)
    expect(await creditOf('volunteer')).toEqual({ ...before, own: 0 })
  })
})

describe('a gift', () => {
  it('is had by who types its code first, and can be spent, not given on', async () => {
    await saved(60)
    const before = await creditOf('volunteer')
    const gift = (await give(60)).body
    expect(gift).toMatchObject({ minutes: 60, state: 'offered' })
    expect(await creditOf('volunteer')).toEqual({ ...before, own: before.own - 60, held: before.held + 60 })
    const took = await creditOf('neighbour')
    const answers = await Promise.all(['neighbour', 'second', 'third'].map((who) => accept(gift.code, who)))
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['done', 'gift-code-unknown', 'gift-code-unknown'])
    expect(answers.find(({ code }) => code === undefined)?.body).toMatchObject({ minutes: 60, fromName: '李师傅' })
    expect(await creditOf('volunteer')).toEqual({ ...before, own: before.own - 60 })
    const told = (await w.done('volunteer', listNotices)).items.find(({ kind }) => kind === 'time-gift-accepted')
    expect(told).toMatchObject({ minutes: 60 })
    await given(30, 'neighbour')
    const now = await creditOf('neighbour')
    expect(now.received).toBeGreaterThanOrEqual(took.received + 30)
    expect((await give(10, 'neighbour')).code).toBe('not-enough-time')
  })

  it('comes back when it is taken back, or when nobody took it in time', async () => {
    await saved(60)
    const before = await creditOf('volunteer')
    const first = (await give(20)).body
    const { giftId } = first
    const cancel = () => w.county.as('volunteer')(bank.cancelTimeGift, { params: { giftId } })
    expect((await cancel()).body).toMatchObject({ state: 'cancelled', code: null })
    expect((await cancel()).code).toBe('gift-over')
    expect((await accept(first.code, 'neighbour')).code).toBe('gift-code-unknown')
    const second = (await give(20)).body
    w.minutesLater(8 * 1440)
    expect((await accept(second.code, 'neighbour')).code).toBe('gift-code-unknown')
    const ended = await Promise.all([1, 2].map(() => test.db.inCounty(w.county.countyId, expireGifts)))
    expect(ended.sort()).toEqual([0, 1])
    expect(await creditOf('volunteer')).toEqual(before)
    expect((await w.done('volunteer', listNotices)).items[0]).toMatchObject({ kind: 'time-gift-expired', minutes: 20 })
  })
})

describe('time set aside for an order', () => {
  it('is earned by who served it when the record is approved, and the rest comes back; nobody but its requester sees it (rule-08)', async () => {
    await given(90, 'resident')
    const before = { payer: await creditOf('resident'), server: await creditOf('volunteer') }
    const served = await minutesServed()
    const order = await w.accepted()
    expect((await pledge(order, 90)).body).toMatchObject({ minutes: 90, state: 'held', allowedActions: ['release'] })
    expect((await pledge(order, 10)).code).toBe('time-pledged')
    for (const who of ['volunteer', 'keeper', 'neighbour'])
      expect((await w.county.as(who)(bank.getTimePledge, { params: { orderId: order.orderId } })).code).toBe(
        'not-found',
      )
    expect(JSON.stringify(await w.done('volunteer', getOrder, { params: { orderId: order.orderId } }))).not.toMatch(
      /pledge/i,
    )
    const recordId = await servedFor(order, 60)
    expect(await settle()).toBe(0)
    await approve(recordId)
    expect((await save(recordId)).code).toBe('time-pledged')
    expect((await Promise.all([settle(), settle()])).sort()).toEqual([0, 1])
    expect(await creditOf('volunteer')).toEqual({ ...before.server, own: before.server.own + 60 })
    expect(await creditOf('resident')).toEqual({ ...before.payer, received: before.payer.received - 60 })
    expect(await pledgeOf(order)).toMatchObject({ state: 'paid', paidMinutes: 60, allowedActions: [] })
    expect((await save(recordId)).code).toBe('time-saved-already')
    expect(await minutesServed()).toBe(served + 60)
    await reverse(w, recordId)
    expect(await creditOf('volunteer')).toEqual(before.server)
    expect(await creditOf('resident')).toEqual(before.payer)
  })

  it('comes back from the county as far as the record is corrected, each time anew, where who served has no more of it', async () => {
    await given(60, 'resident')
    const order = await w.accepted()
    await pledge(order, 60)
    const recordId = await servedFor(order, 60)
    await approve(recordId)
    expect(await settle()).toBe(1)
    const { own } = await creditOf('volunteer')
    await accept((await give(own)).body.code, 'neighbour')
    const { received } = await creditOf('resident')
    const left = async () => [(await creditOf('volunteer')).own, (await creditOf('resident')).received]
    const shorter = await correct(w, recordId, { end: -5 })
    expect(await left()).toEqual([0, received + 5])
    await correct(w, shorter.recordId, { end: -3 })
    expect(await left()).toEqual([0, received + 8])
  })

  it('comes back whole when it is taken back, when the order ends without service, or the record is sent back', async () => {
    await given(60, 'resident')
    const before = await creditOf('resident')
    const order = await w.submitted()
    await pledge(order, 60)
    expect(await creditOf('resident')).toEqual({ ...before, received: before.received - 60, held: 60 })
    await w.done('resident', bank.releaseTimePledge, { params: { orderId: order.orderId } })
    expect(await creditOf('resident')).toEqual(before)
    await pledge(order, 60)
    await w.done('resident', cancelOrder, { params: { orderId: order.orderId }, body: { version: order.version } })
    expect((await pledge(order, 60)).code).toBe('order-not-open')
    expect(await settle()).toBe(1)
    expect(await creditOf('resident')).toEqual(before)
    expect(await pledgeOf(order)).toMatchObject({ state: 'released', paidMinutes: 0 })
  })

  it('takes no more than there is, of whatever kind, also for two orders at the same moment', async () => {
    const { own, received } = await creditOf('resident')
    const orders = [await w.submitted(), await w.submitted()]
    const answers = await Promise.all(orders.map((order) => pledge(order, own + received)))
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['done', 'not-enough-time'])
    expect(await creditOf('resident')).toEqual({ own: 0, received: 0, held: own + received })
  })
})

it('the statement’s lines of each account run on to its balance, and the total is theirs', async () => {
  const { items, totalMinutes } = await w.done('volunteer', bank.listTimeCredit, { query: { limit: '50' } })
  const { own, received, held } = await creditOf('volunteer')
  expect(totalMinutes).toBe(own + received + held)
  expect(items.find(({ account }) => account === 'own')?.balanceMinutes).toBe(own)
  const pages = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof next>> = await next(cursor)
    pages.push(...page.items)
    cursor = page.nextCursor
  }
  expect(pages.reduce((sum, { amountMinutes }) => sum + amountMinutes, 0)).toBe(totalMinutes)
})
const next = (cursor: string) =>
  w.done('volunteer', bank.listTimeCredit, { query: { limit: '5', ...(cursor === '' ? {} : { cursor }) } })

it('where the county keeps none there is none', async () => {
  expect((await w.daye.county.as('resident')(bank.getTimeBank)).code).toBe('time-bank-off')
  expect((await w.daye.done('resident', getBalances)).timeCreditMinutes).toBeNull()
})
