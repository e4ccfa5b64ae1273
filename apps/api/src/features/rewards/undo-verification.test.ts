/** 撤回: what was handed out by mistake is as if it had not been, and can be handed out again. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { getBalances } from '@sidan/types/ledger'
import { listNotices } from '@sidan/types/notices'
import {
  cancelRedemption,
  getRedemption,
  listHandedOut,
  listMyRedemptions,
  type Redemption,
  redeemItem,
  undoVerification,
  verifyVoucher,
} from '@sidan/types/rewards'
import { reverse } from '../../testing/corrections.ts'
import { later } from '../../testing/county-life.ts'
import { run } from '../../testing/papers.ts'
import { shelved } from '../../testing/shelf.ts'
import { closeSwept } from '../../testing/swept.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { expireRedemptions } from './expire-redemption.ts'

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
/** Each test has its item and its minutes; a month has its limit, so what was exchanged before is given back, and said to be of another month. */
beforeEach(async () => {
  w.minutesLater(11)
  for (const voucher of (await w.done('volunteer', listMyRedemptions)).items) await cancel(voucher)
  await run(w, `update redemptions set created_at = created_at - interval '40 days' where county_id = $1`)
  itemId = (await shelved(w, { pricePoints: 1 })).itemId
})
/** Whatever was taken back, the books add up. */
afterAll(() => closeSwept(test))

const bought = (): Promise<Redemption> => w.done('volunteer', redeemItem, { body: { itemId } })
const verify = (code: string | null, who = 'merchant') =>
  w.county.as(who)(verifyVoucher, { body: { voucher: code ?? '' } })
async function handedOut(who = 'merchant'): Promise<Redemption> {
  const voucher = await bought()
  await w.done(who, verifyVoucher, { body: { voucher: voucher.code ?? '' } })
  return voucher
}
const undo = ({ redemptionId }: Redemption, who = 'merchant', key?: string) =>
  w.county.as(who)(undoVerification, { params: { redemptionId }, ...(key === undefined ? {} : { key }) })
/** Where it is held. */
const cancel = ({ redemptionId }: Redemption) =>
  w.county.as('volunteer')(cancelRedemption, { params: { redemptionId } })

/** The voucher, its owner’s points and lots, the shelf, and what the merchant handed out today. */
async function standing({ redemptionId }: Redemption) {
  const { state, usedAt, verifiedByName, code } = await w.done('volunteer', getRedemption, { params: { redemptionId } })
  const { availablePoints, heldPoints } = await w.done('volunteer', getBalances)
  const lots = await run(
    w,
    `select l.id, l.expires_on, l.remaining, l.held from lots l join accounts a on a.county_id = l.county_id and a.id = l.account_id
      where l.county_id = $1 and a.person_id = $2 order by l.id`,
    w.county.cast['volunteer'],
  )
  const shelf = await run(
    w,
    'select stock_count, held_count, handed_out_count from reward_items where county_id = $1 and id = $2',
    itemId,
  )
  const { totalCount, totalPoints, items } = await w.done('merchant', listHandedOut)
  const today = { totalCount, totalPoints, ids: items.map((one) => one.redemptionId) }
  return { voucher: { state, usedAt, verifiedByName, code }, availablePoints, heldPoints, lots, shelf, today }
}
const moved = (reason: string, { redemptionId }: Redemption) =>
  run(
    w,
    `select t.id from transfers t join voucher_verifications v on v.county_id = t.county_id and v.id = t.ref
      where t.county_id = $1 and t.reason = $2 and v.redemption_id = $3`,
    reason,
    redemptionId,
  )

describe('what was handed out by mistake', () => {
  it('is held again: voucher, points, lots with their last day, stock and the day’s list are as before', async () => {
    const voucher = await bought()
    const before = await standing(voucher)
    await verify(voucher.code)
    const used = await standing(voucher)
    expect(used).toMatchObject({ voucher: { state: 'used' }, heldPoints: 0, today: { totalCount: 1, totalPoints: 1 } })
    expect(used.lots).not.toEqual(before.lots)
    const { body } = await undo(voucher)
    expect(body).toMatchObject({ redemptionId: voucher.redemptionId, title: '牙刷两支', pricePoints: 1 })
    expect(await standing(voucher)).toEqual(before)
  })

  it('is told to its owner', async () => {
    const voucher = await handedOut()
    await undo(voucher)
    const [notice] = (await w.done('volunteer', listNotices)).items.filter(({ kind }) => kind === 'voucher-returned')
    expect(notice).toMatchObject({ redemptionId: voucher.redemptionId, about: '牙刷两支', points: 1 })
  })

  it('can be handed out again, and taken back again: each time the points move once', async () => {
    const voucher = await handedOut()
    await undo(voucher)
    expect((await verify(voucher.code, 'keeper')).status).toBe(200)
    expect((await undo(voucher, 'keeper')).status).toBe(200)
    expect((await verify(voucher.code)).status).toBe(200)
    expect(await standing(voucher)).toMatchObject({ voucher: { state: 'used' }, heldPoints: 0 })
    expect([await moved('redemption-capture', voucher), await moved('redemption-undo', voucher)]).toMatchObject([
      { length: 3 },
      { length: 2 },
    ])
  })

  it('can be given back afterwards, into the lots it was paid from', async () => {
    itemId = (await shelved(w, { pricePoints: 12 })).itemId
    const voucher = await bought()
    const before = await standing(voucher)
    expect(before.lots.filter((lot) => Object(lot).held > 0)).toHaveLength(2)
    await verify(voucher.code)
    await undo(voucher)
    await cancel(voucher)
    const after = await standing(voucher)
    expect(after.availablePoints).toBe(before.availablePoints + 12)
    expect(after.lots).toEqual(
      before.lots.map((lot) => {
        const { held, remaining, ...rest } = Object(lot)
        return { ...rest, held: 0, remaining: remaining + held }
      }),
    )
  })

  it('gives nothing back of a record that was taken back meanwhile', async () => {
    const recordId = await w.approved()
    const { availablePoints } = await w.done('volunteer', getBalances)
    itemId = (await shelved(w, { pricePoints: availablePoints })).itemId
    const voucher = await bought()
    await verify(voucher.code)
    await reverse(w, recordId, 1)
    await undo(voucher)
    await cancel(voucher)
    expect((await w.done('volunteer', getBalances)).availablePoints).toBe(availablePoints - 10)
  })

  it('ends by itself where the time to fetch it has passed', async () => {
    const voucher = await bought()
    const by = new Date(test.clock.now.getTime() + 60_000)
    await run(w, 'update redemptions set pick_up_by = $2 where county_id = $1 and id = $3', by, voucher.redemptionId)
    await verify(voucher.code)
    w.minutesLater(5)
    expect((await undo(voucher)).status).toBe(200)
    expect((await verify(voucher.code)).code).toBe('redemption-not-held')
    await later(w, 0, expireRedemptions)
    expect(await standing(voucher)).toMatchObject({ voucher: { state: 'expired' }, heldPoints: 0 })
  })
})

describe('taking it back', () => {
  it('happens once when it is asked for twice at the same moment, and again with the same key changes nothing', async () => {
    const voucher = await handedOut()
    const answers = await Promise.all([undo(voucher), undo(voucher, 'keeper')])
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['done', 'redemption-not-used'])
    await verify(voucher.code)
    const key = '0198c1f0-0000-7000-8000-00000000a001'
    const first = await undo(voucher, 'merchant', key)
    const again = await undo(voucher, 'merchant', key)
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body])
    expect(await moved('redemption-undo', voucher)).toHaveLength(2)
  })

  it('and giving it back at the same moment come to a voucher that is held, or given back', async () => {
    for (let times = 0; times < 4; times += 1) {
      const voucher = await handedOut()
      const [undone, cancelled] = await Promise.all([undo(voucher), cancel(voucher)])
      expect(undone.code).toBeUndefined()
      expect([undefined, 'redemption-not-held']).toContain(cancelled.code)
      const { voucher: stands } = await standing(voucher)
      expect(stands.state).toBe(cancelled.code === undefined ? 'cancelled' : 'held')
      await cancel(voucher)
    }
  })

  it('is offered and done until ten minutes have passed, by the server’s clock, and not a moment later', async () => {
    const offered = async () => (await w.done('merchant', listHandedOut)).items[0]?.allowedActions
    const voucher = await handedOut()
    w.minutesLater(10)
    expect(await offered()).toEqual(['undo'])
    expect((await undo(voucher)).status).toBe(200)
    await verify(voucher.code)
    w.minutesLater(10 + 1 / 60_000)
    expect(await offered()).toEqual([])
    expect((await undo(voucher)).code).toBe('undo-too-late')
    expect((await undo(voucher, 'keeper')).code).toBe('undo-too-late')
  })

  it('is for who handed it out, and the keeper of the place or above it: to others there is no such voucher', async () => {
    const byKeeper = await handedOut('institute')
    for (const who of ['merchant', 'volunteer', 'auditor', 'neighbour'])
      expect([who, (await undo(byKeeper, who)).code]).toEqual([who, 'not-found'])
    expect((await undo(byKeeper, 'keeper')).status).toBe(200)
    expect((await undo(await handedOut(), 'center')).status).toBe(200)
  })

  it('stays written: nobody’s program deletes that something was handed out, or says that another did it', async () => {
    for (const text of ['delete from voucher_verifications', 'update voucher_verifications set by_id = redemption_id'])
      await expect(run(w, `${text} where county_id = $1`)).rejects.toThrow('permission denied')
  })

  it('is refused of a voucher that waits, and of one whose holder has left or whose place has closed', async () => {
    expect((await undo(await bought(), 'keeper')).code).toBe('redemption-not-used')
    const voucher = await handedOut()
    const closed = (active: boolean) =>
      run(w, 'update units set active = $2 where county_id = $1 and id = $3', active, w.county.stage.stationId)
    await closed(false)
    expect((await undo(voucher, 'center')).code).toBe('undo-too-late')
    await closed(true)
    await run(
      w,
      'update people set closed_at = $2 where county_id = $1 and id = $3',
      test.clock.now,
      w.county.cast['volunteer'],
    )
    expect((await undo(voucher)).code).toBe('undo-too-late')
  })
})
