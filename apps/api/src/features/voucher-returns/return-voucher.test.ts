/** 退货: what was handed out comes back within seven days; points, lots and pieces are where they were. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { getBalances, listPoints } from '@sidan/types/ledger'
import { listNotices } from '@sidan/types/notices'
import { listStockMoves } from '@sidan/types/reward-shelf'
import { getRedemption, type Redemption, redeemItem, undoVerification, verifyVoucher } from '@sidan/types/rewards'
import { getCountyNumbers } from '@sidan/types/statistics'
import { listGivenAtPartner, listGivenAtUnit, returnVoucher } from '@sidan/types/voucher-returns'
import { sweepChecks } from '../../database-files.ts'
import { reverse } from '../../testing/corrections.ts'
import { run } from '../../testing/papers.ts'
import { handedOver, offered, partnered } from '../../testing/partners.ts'
import { shelved } from '../../testing/shelf.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { sweepCounty } from '../sweep/sweep-county.ts'

let test: TestApp
let w: World
let itemId: string
beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
  // Two lots, of ten points each.
  await w.approved()
  await w.approved()
})
/** Each test has its item; a month has its limit, so what was exchanged before is said to be of another month. */
beforeEach(async () => {
  await run(w, `update redemptions set created_at = created_at - interval '40 days' where county_id = $1`)
  itemId = (await shelved(w, { pricePoints: 1 })).itemId
})
afterAll(async () => {
  const { checks } = await test.db.inCounty(w.county.countyId, (tx) => sweepCounty(tx, sweepChecks()))
  await test.close()
  expect(checks.filter(({ differences }) => differences > 0)).toEqual([])
})

const bought = (): Promise<Redemption> => w.done('volunteer', redeemItem, { body: { itemId } })
const giveOut = ({ code }: Redemption) => w.done('merchant', verifyVoucher, { body: { voucher: code ?? '' } })
/** Handed out, and the ten minutes of undoing over. */
async function handedOut(): Promise<Redemption> {
  const voucher = await bought()
  await giveOut(voucher)
  w.minutesLater(11)
  return voucher
}
const giveBack = (
  { redemptionId }: { redemptionId: string },
  who = 'keeper',
  piece: 'toShelf' | 'writtenOff' = 'toShelf',
  key?: string,
) =>
  w.county.as(who)(returnVoucher, {
    params: { redemptionId },
    body: { words: '盒子是坏的', piece },
    ...(key ? { key } : {}),
  })
const given = async (who = 'keeper') => w.done(who, listGivenAtUnit, { params: { unitId: w.county.stage.stationId } })
const lots = () =>
  run(
    w,
    `select l.id, l.expires_on, l.remaining, l.held from lots l join accounts a on a.county_id = l.county_id and a.id = l.account_id
      where l.county_id = $1 and a.person_id = $2 and l.remaining + l.held > 0 order by l.id`,
    w.county.cast['volunteer'],
  )
const shelf = () =>
  run(
    w,
    'select stock_count, held_count, handed_out_count, written_off_count from reward_items where county_id = $1 and id = $2',
    itemId,
  )

describe('what was handed out', () => {
  it('comes back: the points are in their lots with their last day, and the piece lies on the shelf', async () => {
    itemId = (await shelved(w, { pricePoints: 12 })).itemId
    const before = { lots: await lots(), shelf: await shelf(), balances: await w.done('volunteer', getBalances) }
    const voucher = await handedOut()
    const { body } = await giveBack(voucher)
    expect(body).toMatchObject({ title: '牙刷两支', pricePoints: 12 })
    expect(await lots()).toEqual(before.lots)
    expect(await shelf()).toEqual(before.shelf)
    const { availablePoints, heldPoints } = await w.done('volunteer', getBalances)
    expect([availablePoints, heldPoints]).toEqual([before.balances.availablePoints, 0])
    const shown = await w.done('volunteer', getRedemption, { params: { redemptionId: voucher.redemptionId } })
    expect(shown).toMatchObject({ state: 'returned', secret: null, code: null, allowedActions: [] })
    const [notice] = (await w.done('volunteer', listNotices)).items.filter(
      ({ kind }) => kind === 'voucher-brought-back',
    )
    expect(notice).toMatchObject({ about: '牙刷两支', points: 12, words: '盒子是坏的' })
    const reasons = (await w.done('volunteer', listPoints)).items.slice(0, 2).map(({ reason }) => reason)
    expect(reasons).toEqual(['redemption-void', 'redemption-void'])
  })

  it('and is broken is written off, as a movement of the shelf that says why', async () => {
    const voucher = await handedOut()
    await giveBack(voucher, 'keeper', 'writtenOff')
    expect(await shelf()).toEqual([{ stock_count: 4, held_count: 0, handed_out_count: 0, written_off_count: 1 }])
    const { items } = await w.done('keeper', listStockMoves, { params: { itemId } })
    expect(items[0]).toMatchObject({ kind: 'writtenOff', count: 1, words: '退货：盒子是坏的' })
  })

  it('can be brought back within seven days, and no later', async () => {
    const [voucher, late] = [await handedOut(), await handedOut()]
    const at = test.clock.now
    const seven = 7 * 86_400_000
    const [{ at: handedAt }] = (await run(
      w,
      'select at from voucher_verifications where county_id = $1 and redemption_id = $2',
      late.redemptionId,
    )) as [{ at: Date }]
    test.clock.now = new Date(handedAt.getTime() + seven + 1)
    expect((await giveBack(late)).code).toBe('return-too-late')
    expect((await given()).items.map((one) => one.redemptionId)).not.toContain(late.redemptionId)
    test.clock.now = new Date(handedAt.getTime() + seven)
    expect((await giveBack(late)).status).toBe(200)
    test.clock.now = at
    await giveBack(voucher)
  })

  it('does not count towards the month’s limit once it came back, nor in the month’s numbers', async () => {
    const numbers = async () => (await w.done('center', getCountyNumbers)).spentPoints
    const before = await numbers()
    for (let times = 0; times < 6; times++) expect((await giveBack(await handedOut())).status).toBe(200)
    expect(await numbers()).toEqual(before)
  })

  it('comes back once, of many who take it back at the same moment, and a retry is shown the same', async () => {
    const voucher = await handedOut()
    const answers = await Promise.all(
      ['keeper', 'institute', 'center', 'keeper', 'center'].map((who) => giveBack(voucher, who)),
    )
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['done', ...Array(4).fill('redemption-not-used')])
    const other = await handedOut()
    const key = 'return-of-a-bad-box'
    const first = await giveBack(other, 'keeper', 'toShelf', key)
    expect((await giveBack(other, 'keeper', 'toShelf', key)).body).toEqual(first.body)
    expect(
      (await w.county.as('merchant')(undoVerification, { params: { redemptionId: other.redemptionId } })).code,
    ).toBe('redemption-not-used')
  })

  it('is taken back by keepers and staff of the place and above it, not by who only hands out, and by nobody for themselves', async () => {
    const voucher = await handedOut()
    for (const who of ['merchant', 'volunteer', 'auditor', 'neighbour', 'gridWorker'])
      expect([who, (await giveBack(voucher, who)).code]).toEqual([who, 'not-found'])
    expect((await given('auditor')).items[0]?.allowedActions).toEqual([])
    expect((await given('institute')).items[0]?.allowedActions).toEqual(['return'])
    expect(
      (await w.county.as('merchant')(listGivenAtUnit, { params: { unitId: w.county.stage.stationId } })).code,
    ).toBe('not-allowed')
    await run(
      w,
      'update redemptions set person_id = $2 where county_id = $1 and id = $3',
      w.county.cast['keeper'],
      voucher.redemptionId,
    )
    expect((await giveBack(voucher, 'keeper')).code).toBe('not-found')
    await run(
      w,
      'update redemptions set person_id = $2 where county_id = $1 and id = $3',
      w.county.cast['volunteer'],
      voucher.redemptionId,
    )
    expect((await giveBack(voucher, 'institute')).status).toBe(200)
  })

  it('is offered to be brought back once it can no longer be undone; what waits to be fetched cannot', async () => {
    const voucher = await bought()
    expect((await giveBack(voucher)).code).toBe('redemption-not-used')
    await giveOut(voucher)
    const shown = async () => (await given()).items.find((one) => one.redemptionId === voucher.redemptionId)
    expect((await shown())?.allowedActions).toEqual([])
    w.minutesLater(11)
    expect((await shown())?.allowedActions).toEqual(['return'])
    const { todayCount, todayPoints } = await given()
    await giveBack(voucher)
    expect(await shown()).toMatchObject({ allowedActions: [], returnWords: '盒子是坏的' })
    expect(await given()).toMatchObject({ todayCount: todayCount - 1, todayPoints: todayPoints - 1 })
  })

  it('at a partner’s comes back to its owner, and is seen by who works there', async () => {
    const { partnerId } = await partnered(w, 'third')
    ;({ itemId } = await offered(w, partnerId, { pricePoints: 2 }))
    const voucher = await handedOver(w, itemId, 'third')
    w.minutesLater(11)
    const seen = (who: string) => w.county.as(who)(listGivenAtPartner, { params: { partnerId } })
    expect((await seen('third')).body.items).toMatchObject([{ redemptionId: voucher.redemptionId, allowedActions: [] }])
    expect((await seen('shopOwner')).body.items[0]?.allowedActions).toEqual(['return'])
    expect((await seen('neighbour')).code).toBe('not-found')
    expect((await given()).items.map((one) => one.redemptionId)).not.toContain(voucher.redemptionId)
    expect((await giveBack(voucher, 'third')).code).toBe('not-found')
    expect((await giveBack(voucher, 'shopOwner')).status).toBe(200)
  })
})

describe('points that come back', () => {
  it('of a record that was taken back meanwhile go to the county, which had absorbed them', async () => {
    const recordId = await w.approved()
    const { availablePoints: all } = await w.done('volunteer', getBalances)
    itemId = (await shelved(w, { pricePoints: all })).itemId
    const voucher = await handedOut()
    await reverse(w, recordId, 1)
    await giveBack(voucher)
    expect((await w.done('volunteer', getBalances)).availablePoints).toBe(all - 10)
  })

  it('end, where their last day passed meanwhile', async () => {
    const { availablePoints: all } = await w.done('volunteer', getBalances)
    itemId = (await shelved(w, { pricePoints: all })).itemId
    await run(w, 'update lots set expires_on = $2 where county_id = $1', w.day(2))
    const voucher = await handedOut()
    w.minutesLater(5 * 1440)
    expect((await giveBack(voucher)).status).toBe(200)
    expect((await w.done('volunteer', getBalances)).availablePoints).toBe(0)
    expect(await lots()).toEqual([])
  })
})
