/** 爱心超市's shelf as its staff keep it, and what that means to who exchanges. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { momentOf } from '@sidan/types/civil'
import { getBalances, listPoints } from '@sidan/types/ledger'
import { closeUnit, listUnits } from '@sidan/types/organisation'
import * as shelf from '@sidan/types/reward-shelf'
import {
  cancelRedemption,
  getRedemption,
  listHandedOut,
  listMyRedemptions,
  listRewardItems,
  redeemItem,
  verifyVoucher,
} from '@sidan/types/rewards'
import { run } from '../../testing/papers.ts'
import { added } from '../../testing/promises/unit-requests.ts'
import { shelfForm, shelved } from '../../testing/shelf.ts'
import { closeSwept } from '../../testing/swept.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
  for (let records = 0; records < 4; records += 1) await w.approved(360)
})
/** Whatever happened, the books add up. */
afterAll(() => closeSwept(test))

const on = (itemId: string) => ({ params: { itemId } })
const move = (itemId: string, body: object, as = 'keeper') =>
  w.county.as(as)(shelf.recordStockMove, { ...on(itemId), body })
const redeem = (itemId: string, as = 'volunteer') => w.county.as(as)(redeemItem, { body: { itemId } })
const unit = () => ({ params: { unitId: w.county.stage.stationId } })
/** As members see it. */
const shown = async (itemId: string) =>
  (await w.done('volunteer', listRewardItems)).items.find((one) => one.itemId === itemId)
/** As staff see it. */
const kept = async (itemId: string) =>
  (await w.done('keeper', shelf.listShelf, unit())).items.find((one) => one.itemId === itemId)
const counts = async (itemId: string) => {
  const item = await kept(itemId)
  return [item?.receivedCount, item?.stockCount, item?.heldCount, item?.handedOutCount, item?.writtenOffCount]
}
/** A month has its limit: what is still held is given back before the next. */
beforeEach(async () => {
  for (const { redemptionId, state } of (await w.done('volunteer', listMyRedemptions)).items)
    if (state === 'held') await w.done('volunteer', cancelRedemption, { params: { redemptionId } })
})

describe('an item', () => {
  it('stands on the members’ shelf as soon as staff put it there, and its first pieces came in as a movement', async () => {
    const { itemId, latestMoves } = await shelved(w, { limit: { perPerson: 1, days: 30 } })
    expect(await shown(itemId)).toMatchObject({
      ...{ title: '牙刷两支', icon: 'gift', pricePoints: 10, stockCount: 5, opensAt: null },
      limit: { perPerson: 1, days: 30 },
    })
    const byName = (
      await run(w, 'select display_name from people where county_id = $1 and id = $2', w.county.cast['keeper'])
    )[0]
    expect(latestMoves).toEqual([
      expect.objectContaining({ kind: 'received', count: 5, words: null, byName: Object(byName).display_name }),
    ])
  })

  it('of which no piece has come yet has no movement, and cannot be exchanged', async () => {
    const { itemId, latestMoves } = await shelved(w, { stockCount: 0 })
    expect(latestMoves).toEqual([])
    expect((await redeem(itemId)).code).toBe('out-of-stock')
  })

  it('that is another and costs more from now on is what it was, for what it cost, to who holds a voucher', async () => {
    const { itemId } = await shelved(w)
    const { redemptionId, code } = await w.done('volunteer', redeemItem, { body: { itemId } })
    const body = { title: '牙刷三支', icon: 'bag' as const, pricePoints: 90 }
    await w.done('keeper', shelf.changeShelfItem, { ...on(itemId), body })
    expect(await shown(itemId)).toMatchObject(body)
    const voucher = await w.done('volunteer', getRedemption, { params: { redemptionId } })
    expect(voucher).toMatchObject({ title: '牙刷两支', icon: 'gift', pricePoints: 10 })
    const handedOut = await w.done('merchant', verifyVoucher, { body: { voucher: code ?? '' } })
    expect(handedOut).toMatchObject({ title: '牙刷两支', pricePoints: 10 })
    expect((await w.done('merchant', listHandedOut)).items[0]).toMatchObject({ title: '牙刷两支', icon: 'gift' })
    expect((await w.done('volunteer', listPoints)).items[0]?.about).toBe('牙刷两支')
    expect((await w.done('volunteer', getBalances)).heldPoints).toBe(0)
  })

  it('keeps both when two change different things of it at once', async () => {
    const { itemId } = await shelved(w)
    const changes = [{ pricePoints: 33 }, { title: '牙膏一支' }, { limit: { perPerson: 2, days: 7 } }]
    await Promise.all(changes.map((body) => w.done('keeper', shelf.changeShelfItem, { ...on(itemId), body })))
    expect(await kept(itemId)).toMatchObject({ title: '牙膏一支', pricePoints: 33, limit: { perPerson: 2, days: 7 } })
    await w.done('keeper', shelf.changeShelfItem, { ...on(itemId), body: { limit: null } })
    expect(await kept(itemId)).toMatchObject({ title: '牙膏一支', limit: null })
  })

  it('takes no price of nothing, no icon of its own, no limit without days', async () => {
    const wrong = [
      { pricePoints: 0 },
      { icon: 'skull' },
      { limit: { perPerson: 1 } },
      { title: ' ' },
      { stockCount: -1 },
    ]
    for (const more of wrong)
      expect((await w.county.as('keeper')(shelf.addShelfItem, { ...unit(), body: shelfForm(more) })).code).toBe(
        'invalid-request',
      )
  })

  it('that is closed takes no new exchange and honours the vouchers that are held', async () => {
    const { itemId } = await shelved(w)
    const [fetched, left] = [await redeem(itemId), await redeem(itemId)]
    const closed = await w.done('keeper', shelf.closeShelfItem, on(itemId))
    expect([closed.active, closed.allowedActions]).toEqual([false, ['change', 'move', 'reopen']])
    expect([await shown(itemId), (await redeem(itemId)).code]).toEqual([undefined, 'not-found'])
    await w.done('merchant', verifyVoucher, { body: { voucher: fetched.body.code ?? '' } })
    await w.done('volunteer', cancelRedemption, { params: { redemptionId: left.body.redemptionId } })
    expect(await counts(itemId)).toEqual([5, 4, 0, 1, 0])
    await w.done('keeper', shelf.reopenShelfItem, on(itemId))
    expect((await redeem(itemId)).status).toBe(201)
  })
})

describe('the pieces of an item', () => {
  it('come in, go back and are written off, each told with who and why, and the counts follow', async () => {
    const { itemId } = await shelved(w)
    w.minutesLater(1)
    await move(itemId, { kind: 'received', count: 20, words: '红十字会送的' }, 'institute')
    w.minutesLater(1)
    await move(itemId, { kind: 'returned', count: 4, words: '送错了' })
    w.minutesLater(1)
    const { body } = await move(itemId, { kind: 'writtenOff', count: 3, words: '过期了' })
    expect(await counts(itemId)).toEqual([21, 18, 0, 0, 3])
    expect(body.latestMoves.map(({ kind, count, words }) => [kind, count, words])).toEqual([
      ['writtenOff', 3, '过期了'],
      ['returned', 4, '送错了'],
      ['received', 20, '红十字会送的'],
    ])
    const first = await w.done('keeper', shelf.listStockMoves, { ...on(itemId), query: { limit: '3' } })
    const rest = await w.done('auditor', shelf.listStockMoves, {
      ...on(itemId),
      query: { limit: '3', cursor: first.nextCursor ?? '' },
    })
    expect([...first.items, ...rest.items].map(({ count }) => count)).toEqual([3, 4, 20, 5])
    expect(rest.nextCursor).toBe(null)
  })

  it('that a voucher holds are nobody’s to write off', async () => {
    const { itemId } = await shelved(w, { stockCount: 2 })
    await redeem(itemId)
    expect((await move(itemId, { kind: 'writtenOff', count: 2, words: '坏了' })).code).toBe('not-enough-stock')
    expect((await move(itemId, { kind: 'returned', count: 2, words: '坏了' })).code).toBe('not-enough-stock')
    expect(await counts(itemId)).toEqual([2, 1, 1, 0, 0])
  })

  it('do not leave without a reason', async () => {
    const { itemId } = await shelved(w)
    for (const kind of ['writtenOff', 'returned'])
      for (const words of [undefined, '  '])
        expect((await move(itemId, { kind, count: 1, words })).code).toBe('invalid-request')
    expect((await move(itemId, { kind: 'received', count: 0 })).code).toBe('invalid-request')
  })

  it('are exchanged or written off, never both, when it is the last one', async () => {
    const { itemId } = await shelved(w, { stockCount: 1, pricePoints: 1 })
    const writeOff = () => move(itemId, { kind: 'writtenOff', count: 1, words: '坏了' })
    const answers = await Promise.all([redeem(itemId), writeOff(), writeOff(), redeem(itemId)])
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect((await counts(itemId))[1]).toBe(0)
  })

  it('are moved once, however often the phone asks', async () => {
    const { itemId } = await shelved(w)
    const asked = { ...on(itemId), body: { kind: 'received', count: 7 }, key: 'the-same-key-twice' }
    await w.done('keeper', shelf.recordStockMove, asked)
    await w.done('keeper', shelf.recordStockMove, asked)
    expect((await counts(itemId))[0]).toBe(12)
  })

  it('leave movements that nobody changes or takes out', async () => {
    const { itemId } = await shelved(w)
    for (const text of ['update reward_stock_moves set count = 1', 'delete from reward_stock_moves'])
      await expect(run(w, `${text} where county_id = $1 and item_id = $2`, itemId)).rejects.toThrow()
  })
})

describe('the time from when on an item is exchanged', () => {
  it('is shown to members until then, and decided by the server', async () => {
    const opensAt = momentOf(w.day(1), '08:00')
    const { itemId } = await shelved(w, { opensAt: opensAt.toISOString() })
    expect(await shown(itemId)).toMatchObject({ opensAt: opensAt.toISOString(), stockCount: 5 })
    test.clock.now = new Date(opensAt.getTime() - 1)
    expect((await redeem(itemId)).code).toBe('not-open-yet')
    test.clock.now = opensAt
    expect([(await shown(itemId))?.opensAt, (await redeem(itemId)).status]).toEqual([null, 201])
    expect((await kept(itemId))?.opensAt).toBe(opensAt.toISOString())
  })
})

describe('the list of a unit’s shelf', () => {
  it('has what is sold out and, at its end, what is closed; page by page nothing is left out', async () => {
    const gone = await shelved(w, { stockCount: 0, title: '卖完的' })
    const closed = await shelved(w, { pricePoints: 1, title: '下架的' })
    await w.done('keeper', shelf.closeShelfItem, on(closed.itemId))
    const whole = await w.done('keeper', shelf.listShelf, { ...unit(), query: { limit: '50' } })
    const ids = whole.items.map(({ itemId }) => itemId)
    expect(ids).toContain(gone.itemId)
    expect(ids.at(-1)).toBe(closed.itemId)
    const paged: string[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await w.done('keeper', shelf.listShelf, {
        ...unit(),
        query: { limit: '4', ...(cursor ? { cursor } : {}) },
      })
      paged.push(...page.items.map(({ itemId }) => itemId))
      cursor = page.nextCursor
    }
    expect(paged).toEqual(ids)
  })

  it('is the auditor’s to read, who may do nothing with it, and not the merchant’s', async () => {
    const seen = await w.done('auditor', shelf.listShelf, unit())
    expect([seen.mayAdd, seen.items.flatMap(({ allowedActions }) => allowedActions)]).toEqual([false, []])
    expect((await w.done('keeper', shelf.listShelf, unit())).mayAdd).toBe(true)
    expect((await w.county.as('merchant')(shelf.listShelf, unit())).code).toBe('not-allowed')
  })
})

it('there is no shelf where no member would see it: at a department, or a 点 below a station', async () => {
  const params = { countyId: String(w.county.countyId) }
  const [department] = (await w.done('center', listUnits, { params, query: { kind: 'departments' } })).items
  const { unitId } = await added(w)
  for (const at of [department?.unitId ?? '', unitId]) {
    const asked = { params: { unitId: at } }
    expect((await w.done('center', shelf.listShelf, asked)).mayAdd).toBe(false)
    expect((await w.county.as('center')(shelf.addShelfItem, { ...asked, body: shelfForm() })).code).toBe('not-allowed')
  }
})

it('a unit closes when its shelf is empty of what can be exchanged and of what waits to be fetched', async () => {
  const { items } = await w.done('institute', listUnits, {
    params: { countyId: String(w.county.countyId) },
    query: { parentId: w.county.stage.instituteId },
  })
  const beside = items.find(({ unitId }) => unitId !== w.county.stage.stationId)?.unitId ?? ''
  const asked = { params: { unitId: beside } }
  const { itemId } = await w.done('institute', shelf.addShelfItem, { ...asked, body: shelfForm() })
  const { redemptionId } = await w.done('volunteer', redeemItem, { body: { itemId } })
  const close = () => w.county.as('institute')(closeUnit, asked)
  expect((await close()).code).toBe('unit-in-use')
  await w.done('institute', shelf.closeShelfItem, on(itemId))
  expect((await close()).code).toBe('unit-in-use')
  await w.done('volunteer', cancelRedemption, { params: { redemptionId } })
  expect((await close()).status).toBe(200)
})
