import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sendClockEvents } from '@sidan/types/clock'
import { dispatchOrder, getWorkList, listOffers, listTasks, suggestForOrder, triageOrders } from '@sidan/types/dispatch'
import { getBalances, listPoints } from '@sidan/types/ledger'
import { listNotices } from '@sidan/types/notices'
import { getOrderForm } from '@sidan/types/order-forms'
import * as moves from '@sidan/types/order-moves'
import { getOrder, listMyOrders, revealContact, submitOrder } from '@sidan/types/orders'
import { getStationPage } from '@sidan/types/organisation'
import { getMe } from '@sidan/types/people'
import { approveRecord, getRecordWhy, listMyRecords, listPendingRecords } from '@sidan/types/records'
import { cancelRedemption, listRewardItems, redeemItem, verifyVoucher } from '@sidan/types/rewards'
import { voucherScan } from '@sidan/types/scans'
import { getCountyNumbers } from '@sidan/types/statistics'
import { newId } from '../../platform/ids.ts'
import { type County, startTestApp, type TestApp } from '../../testing/test-app.ts'

let test: TestApp
let county: County
let haircut: { itemId: string }
let stationCode: string
beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  county = test.county
  const me = await county.as('resident')(getMe)
  stationCode = me.body.homeStation?.shortCode ?? ''
  const page = await county.as(undefined)(getStationPage, { params: { countyId: '420882', code: stationCode } })
  haircut = page.body.items.find((item) => item.title === '上门理发') ?? haircut
})
afterAll(() => test?.close())

const slot = { day: '2026-11-26', part: 'morning' }
const asked = (more: object = {}) => ({
  itemId: haircut.itemId,
  stationId: county.stage.stationId,
  slot,
  place: 'home',
  contact: { address: '城畈社区 3 栋 1 单元 201', phone: '13800000126' },
  risks: ['dog', 'stairs', 'lives-alone'].map((code) => ({ code, present: code !== 'dog' })),
  ...more,
})
const submit = async (more: object = {}, who = 'resident') =>
  (await county.as(who)(submitOrder, { body: asked(more) })).body
type AnyMove = typeof moves.triageOrder | typeof moves.acceptOrder
const move = (
  who: string,
  endpoint: AnyMove | typeof dispatchOrder,
  order: { orderId: string; version: number },
  body: object = {},
) =>
  county.as(who)(endpoint as typeof moves.triageOrder, {
    params: { orderId: order.orderId },
    body: { version: order.version, ...body },
  })
const toVolunteer = (key = 'volunteer') => ({ target: { kind: 'person', personId: county.cast[key] } })
const dispatched = async (key = 'volunteer', more: object = {}) => {
  const triaged = await move('keeper', moves.triageOrder, await submit(more))
  return (await move('keeper', dispatchOrder, triaged.body, toVolunteer(key))).body
}
const accepted = async () => (await move('volunteer', moves.acceptOrder, await dispatched())).body
const scan = (kind: 'checkIn' | 'checkOut', orderId: string, scanned: string, more: object = {}) => ({
  eventId: newId(),
  kind,
  orderId,
  scanned,
  deviceAt: test.clock.now.toISOString(),
  queuedNo: 0,
  ...more,
})
const minutesLater = (minutes: number) => {
  test.clock.now = new Date(test.clock.now.getTime() + minutes * 60_000)
}
/** An order served for `minutes`, waiting to be rated; its record waits for approval. */
async function served(minutes = 60) {
  const order = await accepted()
  const own = await county.as('resident')(getOrder, { params: { orderId: order.orderId } })
  const code = own.body.serviceCode ?? ''
  await county.as('volunteer')(sendClockEvents, { body: { events: [scan('checkIn', order.orderId, code)] } })
  minutesLater(minutes)
  const out = await county.as('volunteer')(sendClockEvents, {
    body: { events: [scan('checkOut', order.orderId, code)] },
  })
  const now = await county.as('volunteer')(getOrder, { params: { orderId: order.orderId } })
  const done = await move('volunteer', moves.fulfillOrder as unknown as AnyMove, now.body, {
    note: '理好了',
    counts: [{ what: '理发', count: 1 }],
  })
  minutesLater(5)
  return { order: done.body, recordId: out.body.results[0]?.recordId ?? '' }
}

describe('the closed loop', () => {
  it('runs from the wall code to the voucher, and every number has its source', async () => {
    const form = await county.as('resident')(getOrderForm, {
      params: { countyId: '420882', itemId: haircut.itemId },
      query: { stationId: county.stage.stationId },
    })
    expect(form.body.risks.map((risk) => risk.code)).toEqual(['dog', 'stairs', 'lives-alone'])
    const order = await submit({ rememberContact: true })
    expect(order.state).toBe('submitted')
    expect(order.shortCode).toMatch(/^[0-9A-Z]{6}$/)
    expect(order.dueAt).toBe(form.body.promisedAt)

    const list = await county.as('keeper')(getWorkList)
    expect(list.body.items.find((item) => item.orderId === order.orderId)?.allowedActions).toContain('triage')
    const triaged = await move('keeper', moves.triageOrder, order)
    const suggestions = await county.as('keeper')(suggestForOrder, { params: { orderId: order.orderId } })
    for (const person of suggestions.body.people) {
      expect(person.parts.reduce((sum, part) => sum + part.points, 0)).toBe(person.score)
    }
    const sent = await move('keeper', dispatchOrder, triaged.body, toVolunteer())
    const offers = await county.as('volunteer')(listOffers)
    expect(offers.body.items[0]).toMatchObject({ orderId: order.orderId, sentToMe: true, nearness: 'sameStation' })
    const taken = await move('volunteer', moves.acceptOrder, sent.body)
    expect((await county.as('volunteer')(listTasks)).body.items.map((task) => task.orderId)).toContain(order.orderId)
    const contact = await county.as('volunteer')(revealContact, { params: { orderId: order.orderId } })
    expect(contact.body).toMatchObject({ address: '城畈社区 3 栋 1 单元 201', phone: '13800000126' })

    const { serviceCode } = (await county.as('resident')(getOrder, { params: { orderId: order.orderId } })).body
    const events = [scan('checkIn', order.orderId, serviceCode ?? '')]
    const started = await county.as('volunteer')(sendClockEvents, { body: { events } })
    expect(started.body.results[0]).toMatchObject({ outcome: 'counted', grade: 'A' })
    minutesLater(90)
    const stopped = await county.as('volunteer')(sendClockEvents, {
      body: { events: [scan('checkOut', order.orderId, serviceCode ?? '')] },
    })
    expect(stopped.body.results[0]).toMatchObject({ outcome: 'counted', minutes: 90 })
    const serving = await county.as('volunteer')(getOrder, { params: { orderId: order.orderId } })
    expect(serving.body.version).toBe(taken.body.version + 1)
    const done = await move('volunteer', moves.fulfillOrder as unknown as AnyMove, serving.body, {
      counts: [{ what: '理发', count: 1 }],
    })
    const rated = await move('resident', moves.rateOrder as unknown as AnyMove, done.body, { stars: 5, words: '谢谢' })
    expect(rated.body.state).toBe('rated')

    const recordId = stopped.body.results[0]?.recordId ?? ''
    const pending = await county.as('keeper')(listPendingRecords)
    const record = pending.body.items.find((item) => item.recordId === recordId)
    expect(record).toMatchObject({ clockedMinutes: 90, grade: 'A', allowedActions: ['approve', 'reject', 'correct'] })
    await county.as('keeper')(approveRecord, { params: { recordId }, body: { version: 1 } })
    const balances = await county.as('volunteer')(getBalances)
    expect(balances.body).toMatchObject({ clockedMinutes: 90, availablePoints: 20 }) // 90 minutes at 10 an hour, and 5 for five stars
    const why = await county.as('volunteer')(getRecordWhy, { params: { recordId } })
    expect(why.body.factors.reduce((sum, factor) => sum + factor.points, 0)).toBe(why.body.totalPoints)
    expect(why.body.totalPoints).toBe(20)
    expect(why.body.evidence.map((line) => line.kind)).toEqual(['checkIn', 'checkOut', 'approve'])
    const points = await county.as('volunteer')(listPoints)
    expect(points.body).toMatchObject({ totalPoints: 20, items: [{ amountPoints: 20, balancePoints: 20, recordId }] })

    const shelf = await county.as('volunteer')(listRewardItems)
    const towel = shelf.body.items.find((item) => item.title === '毛巾一条')
    const voucher = await county.as('volunteer')(redeemItem, { body: { itemId: towel?.itemId } })
    expect(voucher.body).toMatchObject({ state: 'held', pricePoints: 20 })
    expect((await county.as('volunteer')(getBalances)).body).toMatchObject({ availablePoints: 0, heldPoints: 20 })
    const used = await county.as('merchant')(verifyVoucher, {
      body: { voucher: voucherScan(voucher.body.secret ?? '') },
    })
    expect(used.body).toMatchObject({ title: '毛巾一条', holderName: '李师傅' })
    expect(
      (await county.as('merchant')(verifyVoucher, { body: { voucher: voucherScan(voucher.body.secret ?? '') } })).code,
    ).toBe('redemption-not-held')
    expect((await county.as('volunteer')(getBalances)).body).toMatchObject({ availablePoints: 0, heldPoints: 0 })
    const numbers = await county.as('center')(getCountyNumbers)
    expect(numbers.body).toMatchObject({ issuedPoints: 20, spentPoints: 20, clockedMinutes: 90, loop: { rated: 1 } })
    const told = await county.as('resident')(listNotices)
    expect(told.body.items.map((notice) => notice.kind)).toEqual(
      expect.arrayContaining(['order-triaged', 'order-accepted', 'order-started', 'order-fulfilled']),
    )
  })

  it('gives the order to one volunteer when two accept at once', async () => {
    const triaged = await move('keeper', moves.triageOrder, await submit())
    const open = (await move('keeper', dispatchOrder, triaged.body, { target: { kind: 'claim' } })).body
    const answers = await Promise.all(['volunteer', 'second'].map((who) => move(who, moves.acceptOrder, open)))
    expect(answers.map((answer) => answer.code ?? answer.body.state).sort()).toEqual(['accepted', 'order-changed'])
  })

  it('rule-09 lets whoever is asked decline, and asks the keeper again', async () => {
    const order = await dispatched()
    const declined = await move('volunteer', moves.declineOrder as unknown as AnyMove, order, { reason: 'busy' })
    expect(declined.body).toEqual({ orderId: order.orderId, left: true })
    expect((await county.as('keeper')(getOrder, { params: { orderId: order.orderId } })).body.state).toBe('triaged')
  })

  it('rule-27 shows address and phone to who accepted alone, and writes each look down', async () => {
    const order = await accepted()
    for (const who of ['keeper', 'second', 'center']) {
      const answer = await county.as(who)(revealContact, { params: { orderId: order.orderId } })
      expect(['contact-not-yours', 'not-found']).toContain(answer.code)
    }
    await county.as('volunteer')(revealContact, { params: { orderId: order.orderId } })
    const looks = await test.db.inCounty(county.countyId, (tx) =>
      tx.rows({
        text: `select actor_id from audit_events where county_id = $1 and subject_id = $2`,
        values: [county.countyId, order.orderId],
      }),
    )
    expect(looks).toEqual([{ actor_id: county.cast['volunteer'] }])
    const staffSee = await county.as('keeper')(getOrder, { params: { orderId: order.orderId } })
    expect(JSON.stringify(staffSee.body)).not.toContain('13800000126')
    expect(JSON.stringify(staffSee.body)).not.toContain('201')
  })

  it('lets a leader accept for the team and name who goes, members only', async () => {
    const triaged = await move('keeper', moves.triageOrder, await submit())
    const sent = (
      await move('keeper', dispatchOrder, triaged.body, { target: { kind: 'team', teamId: county.cast['team'] } })
    ).body
    expect((await move('volunteer', moves.acceptOrder, sent)).code).toBe('not-found') // a member who does not lead
    expect((await move('second', moves.acceptOrder, sent, { goers: [county.cast['keeper']] })).code).toBe(
      'goers-not-in-team',
    )
    const taken = await move('second', moves.acceptOrder, sent, { goers: [county.cast['volunteer']] })
    expect(taken.body.goers.map((goer) => goer.displayName)).toEqual(['李师傅'])
    expect((await county.as('volunteer')(listTasks)).body.items.map((task) => task.orderId)).toContain(sent.orderId)
  })

  it('goes to who is fit only (rule-05)', async () => {
    const triaged = await move('keeper', moves.triageOrder, await submit())
    expect((await move('keeper', dispatchOrder, triaged.body, toVolunteer('third'))).code).toBe('qualification-missing')
  })

  it('takes each clock event once, and keeps those that do not count with their reason', async () => {
    const order = await accepted()
    const event = scan('checkIn', order.orderId, `420882-${stationCode}`)
    const send = (events: object[]) => county.as('volunteer')(sendClockEvents, { body: { events } })
    expect((await send([scan('checkIn', order.orderId, 'no such code at all')])).body.results[0]).toMatchObject({
      outcome: 'stored',
      reason: 'code-unknown',
    })
    expect((await send([scan('checkOut', order.orderId, `420882-${stationCode}`)])).body.results[0]).toMatchObject({
      outcome: 'stored',
      reason: 'no-clock-running',
    })
    const first = (await send([event])).body.results[0]
    expect(first).toMatchObject({ outcome: 'counted', grade: 'B' })
    expect((await send([event])).body.results[0]).toEqual(first)
    expect((await send([scan('checkIn', order.orderId, `420882-${stationCode}`)])).body.results[0]).toMatchObject({
      reason: 'clock-already-running',
    })
    const now = (await county.as('volunteer')(getOrder, { params: { orderId: order.orderId } })).body
    expect((await move('volunteer', moves.fulfillOrder as unknown as AnyMove, now)).code).toBe('clock-running')
    minutesLater(30)
    await send([scan('checkOut', order.orderId, `420882-${stationCode}`)])
  })

  it('never lets a phone’s clock claim more than was: an early device time counts at arrival, a late queue is graded C', async () => {
    const order = await accepted()
    const ahead = new Date(test.clock.now.getTime() + 3_600_000).toISOString()
    const code = `420882-${stationCode}`
    const first = await county.as('volunteer')(sendClockEvents, {
      body: { events: [scan('checkIn', order.orderId, code, { deviceAt: ahead })] },
    })
    expect(first.body.results[0]?.startedAt).toBe(test.clock.now.toISOString())
    minutesLater(120)
    const behind = new Date(test.clock.now.getTime() - 60 * 60_000).toISOString()
    const out = await county.as('volunteer')(sendClockEvents, {
      body: { events: [scan('checkOut', order.orderId, code, { deviceAt: behind })] },
    })
    expect(out.body.results[0]).toMatchObject({ outcome: 'counted', grade: 'C', minutes: 60 })
  })

  it('decides a record once when eight approve at once, and never by its owner', async () => {
    const { recordId } = await served()
    const before = (await county.as('volunteer')(getBalances)).body.clockedMinutes
    expect((await county.as('volunteer')(approveRecord, { params: { recordId }, body: { version: 1 } })).code).toBe(
      'own-record',
    )
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        county.as('keeper')(approveRecord, { params: { recordId }, body: { version: 1 } }),
      ),
    )
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect(answers.filter((answer) => answer.code === 'record-not-pending')).toHaveLength(7)
    expect((await county.as('volunteer')(getBalances)).body.clockedMinutes).toBe(before + 60)
  })

  it('pays the rating’s bonus once, whether the rating or the approval comes first, or both at once', async () => {
    const { order, recordId } = await served()
    const before = (await county.as('volunteer')(getBalances)).body.availablePoints
    await Promise.all([
      county.as('keeper')(approveRecord, { params: { recordId }, body: { version: 1 } }),
      move('resident', moves.rateOrder as unknown as AnyMove, order, { stars: 5 }),
    ])
    expect((await county.as('volunteer')(getBalances)).body.availablePoints).toBe(before + 15)
    const mine = await county.as('volunteer')(listMyRecords)
    expect(mine.body.items.find((item) => item.recordId === recordId)?.points).toBe(15)
  })

  it('gives the last piece to one of two, and points and stock back for a voucher nobody wants', async () => {
    const shelf = () => county.as('volunteer')(listRewardItems)
    const towel = (await shelf()).body.items.find((item) => item.title === '爱心早餐一份')
    await test.db.inCounty(county.countyId, (tx) =>
      tx.rows({
        text: 'update reward_items set received_count = 1, stock_count = 1 where county_id = $1 and id = $2',
        values: [county.countyId, towel?.itemId],
      }),
    )
    const before = (await county.as('volunteer')(getBalances)).body.availablePoints
    const answers = await Promise.all(
      [1, 2].map(() => county.as('volunteer')(redeemItem, { body: { itemId: towel?.itemId } })),
    )
    expect(answers.map((answer) => answer.code ?? 'held').sort()).toEqual(['held', 'out-of-stock'])
    const held = answers.find((answer) => answer.status === 201)
    await county.as('volunteer')(cancelRedemption, { params: { redemptionId: held?.body.redemptionId ?? '' } })
    expect((await county.as('volunteer')(getBalances)).body).toMatchObject({ availablePoints: before, heldPoints: 0 })
    expect((await shelf()).body.items.find((item) => item.itemId === towel?.itemId)?.stockCount).toBe(1)
    expect((await county.as('center')(verifyVoucher, { body: { voucher: held?.body.code ?? '' } })).code).toBe(
      'redemption-not-held',
    )
  })

  it('reopens what was not done well and tells everybody concerned', async () => {
    const { order } = await served()
    const again = await move('resident', moves.reopenOrder as unknown as AnyMove, order, { words: '没理好' })
    expect(again.body.state).toBe('reopened')
    for (const who of ['keeper', 'institute', 'volunteer']) {
      const notices = await county.as(who)(listNotices)
      expect(notices.body.items[0]).toMatchObject({ kind: 'order-reopened', orderId: order.orderId })
    }
  })

  it('lets a grid worker order for somebody who agreed, and nobody else', async () => {
    const beneficiary = { name: '郭奶奶', consent: true }
    expect((await county.as('resident')(submitOrder, { body: asked({ beneficiary }) })).code).toBe('not-allowed')
    expect(
      (await county.as('gridWorker')(submitOrder, { body: asked({ beneficiary: { ...beneficiary, consent: false } }) }))
        .code,
    ).toBe('consent-needed')
    const order = await submit({ beneficiary }, 'gridWorker')
    expect(order).toMatchObject({ requesterName: '郭奶奶', proxyName: '小赵', requesterKind: 'proxy' })
    expect(order.serviceCode).toMatch(/^[0-9A-Z]{8}$/)
  })

  it('approves several at once, each on its own', async () => {
    const [one, two] = [await submit(), await submit()]
    await move('resident', moves.cancelOrder as unknown as AnyMove, two)
    const answer = await county.as('keeper')(triageOrders, {
      body: { orders: [one, two].map(({ orderId, version }) => ({ orderId, version })) },
    })
    expect(answer.body.results).toEqual([
      { orderId: one.orderId, ok: true, code: null },
      { orderId: two.orderId, ok: false, code: 'order-changed' },
    ])
  })
})

describe('bad input', () => {
  it.each([
    ['an unknown field', () => asked({ surprise: 1 }), 'invalid-request'],
    ['a wrong type', () => asked({ itemId: 7 }), 'invalid-request'],
    ['words that are too long', () => asked({ note: '长'.repeat(201) }), 'invalid-request'],
    ['an unanswered risk (rule-04)', () => asked({ risks: [] }), 'risk-answers-missing'],
    ['a time in the past', () => asked({ slot: { day: '2026-11-01', part: 'morning' } }), 'slot-not-possible'],
    ['a home visit without an address', () => asked({ contact: {} }), 'address-needed'],
    ['an item that is for the station', () => asked({ place: 'station' }), 'item-not-offered-here'],
    ['an item that does not exist', () => asked({ itemId: newId() }), 'not-found'],
  ])('refuses an order with %s', async (_what, body, code) => {
    const before = (await county.as('neighbour')(listMyOrders)).body.items.length
    expect((await county.as('neighbour')(submitOrder, { body: body() })).code).toBe(code)
    expect((await county.as('neighbour')(listMyOrders)).body.items).toHaveLength(before)
  })

  it('answers a retry with what it did, and refuses the key with another body', async () => {
    const key = newId()
    const first = await county.as('neighbour')(submitOrder, { body: asked(), key })
    const again = await county.as('neighbour')(submitOrder, { body: asked(), key })
    expect(again.body.orderId).toBe(first.body.orderId)
    expect([first.replayed, again.replayed]).toEqual([false, true])
    expect((await county.as('neighbour')(submitOrder, { body: asked({ note: '换一句' }), key })).code).toBe(
      'idempotency-key-reused',
    )
  })

  it('makes one order when the same request comes twice at once', async () => {
    const key = newId()
    const answers = await Promise.all([1, 2, 3].map(() => county.as('neighbour')(submitOrder, { body: asked(), key })))
    expect(new Set(answers.map((answer) => answer.body.orderId)).size).toBe(1)
  })

  it.each(['neighbour', 'volunteer', 'gridWorker', 'merchant'])('hides somebody’s order from %s', async (who) => {
    const order = await submit()
    expect((await county.as(who)(getOrder, { params: { orderId: order.orderId } })).code).toBe('not-found')
    expect((await move(who, moves.triageOrder, order)).code).toBe('not-found')
  })

  it('lets an auditor look but not touch, and nobody decide on their own order', async () => {
    const order = await submit()
    expect((await county.as('auditor')(getOrder, { params: { orderId: order.orderId } })).body.allowedActions).toEqual(
      [],
    )
    expect((await move('auditor', moves.triageOrder, order)).code).toBe('not-allowed')
    expect((await move('keeper', moves.triageOrder, await submit({}, 'keeper'))).code).toBe('own-order')
  })

  it('shows nothing of one county in another', async () => {
    const order = await submit()
    const [, daye] = test.counties
    expect((await daye?.as('center')(getOrder, { params: { orderId: order.orderId } }))?.code).toBe('not-found')
    expect((await daye?.as('center')(getWorkList))?.body.items).toEqual([])
    expect(
      (await daye?.as(undefined)(getStationPage, { params: { countyId: '420281', code: stationCode } }))?.code,
    ).toBe('not-found')
  })

  it('needs a token and a key', async () => {
    expect((await county.as(undefined)(getMe)).code).toBe('sign-in-needed')
    expect((await test.call('forged.token.here', getMe)).code).toBe('sign-in-needed')
    expect((await county.as('resident')(submitOrder, { body: asked(), key: 'short' })).code).toBe(
      'idempotency-key-needed',
    )
  })
})
