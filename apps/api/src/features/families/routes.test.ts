/** 家庭积分: who is in a family, and that points stay whose they are until a voucher holds them. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import * as families from '@sidan/types/families'
import { getBalances } from '@sidan/types/ledger'
import { closeAccount, exportMyData } from '@sidan/types/my-data'
import { listNotices } from '@sidan/types/notices'
import {
  cancelRedemption,
  getRedemption,
  type Redemption,
  redeemItem,
  undoVerification,
  verifyVoucher,
} from '@sidan/types/rewards'
import { returnVoucher } from '@sidan/types/voucher-returns'
import { earned, newVolunteer } from '../../testing/fraud.ts'
import { run } from '../../testing/papers.ts'
import { newcomer } from '../../testing/promises/oneself-requests.ts'
import { shelved } from '../../testing/shelf.ts'
import { closeSwept } from '../../testing/swept.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { expireRedemptions } from '../rewards/expire-redemption.ts'

let test: TestApp
let w: World
let itemId: string
/** Somebody who has no points, and is in the volunteer's family. */
let child: string

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
  for (let hours = 0; hours < 3; hours++) await w.approved()
})
beforeEach(async () => {
  await run(w, 'update family_members set left_at = $2 where county_id = $1 and left_at is null', test.clock.now)
  await run(w, `update redemptions set created_at = created_at - interval '40 days' where county_id = $1`)
  itemId = (await shelved(w, { pricePoints: 1 })).itemId
  child = await newcomer(w)
  const { code } = await w.done('volunteer', families.foundFamily, { body: { shares: false } })
  await w.done(child, families.joinFamily, { body: { code: code ?? '' } })
})
afterAll(() => closeSwept(test))

/** The family somebody is in, as the path of a request. */
const own = async (who: string) => {
  const { family } = await w.done(who, families.getFamily)
  return { params: { familyId: family?.familyId ?? '' } }
}
const share = async (who: string, shares = true) =>
  w.done(who, families.saveSharing, { ...(await own(who)), body: { shares } })
const payer = () => w.county.cast['volunteer'] ?? ''
const redeem = (who = child, payerId = payer()) => w.county.as(who)(redeemItem, { body: { itemId, payerId } })
const paid = async (): Promise<Redemption> => {
  await share('volunteer')
  return w.done(child, redeemItem, { body: { itemId, payerId: payer() } })
}
const points = async (who: string) => {
  const { availablePoints, heldPoints } = await w.done(who, getBalances)
  return [availablePoints, heldPoints]
}
const told = async (who: string) => (await w.done(who, listNotices)).items.map(({ kind }) => kind)

describe('a family', () => {
  it('is founded by one, and joined by a code that one of them tells; nobody is in two', async () => {
    const third = await newcomer(w)
    const { family } = await w.done(child, families.getFamily)
    expect(family?.members.map(({ oneself, shares }) => [oneself, shares])).toEqual([
      [false, false],
      [true, false],
    ])
    const joined = await w.done(third, families.joinFamily, { body: { code: family?.code ?? '' } })
    expect(joined.members).toHaveLength(3)
    expect((await w.county.as(third)(families.foundFamily, { body: { shares: true } })).code).toBe('in-family-already')
    expect((await w.county.as(third)(families.joinFamily, { body: { code: family?.code ?? '' } })).code).toBe(
      'in-family-already',
    )
  })

  it('lets nobody in by a code that is over, was renewed, or is another county’s', async () => {
    const { code } = await w.done(child, families.renewFamilyCode, await own(child))
    const other = await newcomer(w)
    const join = (typed: string | null | undefined) =>
      w.county.as(other)(families.joinFamily, { body: { code: typed ?? '' } })
    const renewed = await w.done('volunteer', families.renewFamilyCode, await own('volunteer'))
    expect((await join(code)).code).toBe('family-code-unknown')
    w.minutesLater(7 * 1440)
    expect((await join(renewed.code)).code).toBe('family-code-unknown')
    expect((await w.done(child, families.getFamily)).family).toMatchObject({ code: null, codeUntil: null })
    expect(
      (await w.daye.county.as('resident')(families.joinFamily, { body: { code: renewed.code ?? '' } })).code,
    ).not.toBe(undefined)
  })

  it('has no more members than the policy lets it, also when the last place is taken by several at once', async () => {
    const { family } = await w.done(child, families.getFamily)
    const many = await Promise.all(Array.from({ length: (family?.mostMembers ?? 0) + 1 }, () => newcomer(w)))
    const answers = await Promise.all(
      many.map((who) => w.county.as(who)(families.joinFamily, { body: { code: family?.code ?? '' } })),
    )
    const refused = answers.filter(({ code }) => code === 'family-full')
    expect([answers.length - refused.length, refused.length]).toEqual([(family?.mostMembers ?? 0) - 2, 3])
  })
})

describe('points of a family', () => {
  it('are used by the others where their owner lets them: they stay the owner’s until the voucher holds them', async () => {
    expect((await redeem()).code).toBe('points-not-shared')
    await share('volunteer')
    const [available = 0, held = 0] = await points('volunteer')
    const { body } = await redeem()
    expect(body.payerName).not.toBeNull()
    expect(await points('volunteer')).toEqual([available - 1, held + 1])
    expect(await points(child)).toEqual([0, 0])
    expect(await told('volunteer')).toContain('family-points-used')
    await w.done('merchant', verifyVoucher, { body: { voucher: body.code ?? '' } })
    expect(await points('volunteer')).toEqual([available - 1, held])
  })

  it('are not seen, and not used, without that; nor by anybody outside, nor any more after leaving', async () => {
    const seen = async () =>
      (await w.done(child, families.getFamily)).family?.members.find(({ oneself }) => !oneself)?.availablePoints
    expect(await seen()).toBeNull()
    await share('volunteer')
    expect(await seen()).toBe((await points('volunteer'))[0])
    expect((await redeem(await newcomer(w))).code).toBe('not-in-family')
    expect((await redeem(child, w.county.cast['second'])).code).toBe('not-in-family')
    await share('volunteer', false)
    expect((await redeem()).code).toBe('points-not-shared')
    await share('volunteer')
    const family = await own('volunteer')
    await w.done('volunteer', families.leaveFamily, family)
    expect((await redeem()).code).toBe('not-in-family')
    expect((await w.county.as('volunteer')(families.leaveFamily, family)).code).toBe('not-found')
  })

  it('come back to their owner when the voucher is given back, is not fetched, is undone or brought back', async () => {
    await share('volunteer')
    const before = await points('volunteer')
    const onVoucher = (voucher: Redemption) => ({ params: { redemptionId: voucher.redemptionId } })
    await w.done(child, cancelRedemption, onVoucher(await paid()))
    expect(await points('volunteer')).toEqual(before)
    expect(await told('volunteer')).toContain('family-points-back')
    const handedOut = async () => {
      const voucher = await paid()
      await w.done('merchant', verifyVoucher, { body: { voucher: voucher.code ?? '' } })
      return voucher
    }
    const undone = await handedOut()
    await w.done('merchant', undoVerification, onVoucher(undone))
    await w.done(child, cancelRedemption, onVoucher(undone))
    expect(await points('volunteer')).toEqual(before)
    const back = await handedOut()
    w.minutesLater(11)
    await w.done('keeper', returnVoucher, { ...onVoucher(back), body: { words: '坏的', piece: 'toShelf' } })
    expect(await points('volunteer')).toEqual(before)
    await paid()
    w.minutesLater(20 * 1440)
    await test.db.inCounty(w.county.countyId, expireRedemptions)
    expect(await points('volunteer')).toEqual(before)
    expect((await told(child)).filter((kind) => kind === 'voucher-expired')).toHaveLength(1)
    expect((await told('volunteer')).filter((kind) => kind === 'voucher-expired')).toHaveLength(1)
  })

  it('are held for nobody once their owner leaves for good: the voucher is given back, and its holder told', async () => {
    const owner = await newVolunteer(w)
    const { code } = (await w.done(child, families.getFamily)).family ?? {}
    await w.done(owner, families.joinFamily, { body: { code: code ?? '' } })
    await share(owner)
    await earned(w, owner)
    const { redemptionId } = await w.done(child, redeemItem, { body: { itemId, payerId: w.county.cast[owner] } })
    await w.done(owner, closeAccount, { body: { understood: true } })
    expect((await w.done(child, getRedemption, { params: { redemptionId } })).state).toBe('cancelled')
    expect(await told(child)).toContain('family-payer-left')
    expect((await w.done(child, families.getFamily)).family?.members).toHaveLength(2)
  })

  it('are spent once when several of the family want the last ones at the same moment', async () => {
    await share('volunteer')
    const [all = 0] = await points('volunteer')
    itemId = (await shelved(w, { pricePoints: all })).itemId
    const sister = await newcomer(w)
    const { code } = (await w.done(child, families.getFamily)).family ?? {}
    await w.done(sister, families.joinFamily, { body: { code: code ?? '' } })
    const answers = await Promise.all([redeem(), redeem(sister), redeem('volunteer')])
    expect(answers.map((answer) => answer.code ?? 'done').sort()).toEqual([
      'done',
      'not-enough-points',
      'not-enough-points',
    ])
    for (const { body } of answers.filter((answer) => answer.code === undefined))
      for (const who of [child, sister, 'volunteer'])
        await w.county.as(who)(cancelRedemption, { params: { redemptionId: body.redemptionId } })
  })
})

it('a county without a family account has none of it', async () => {
  const { on, family } = await w.daye.done('volunteer', families.getFamily)
  expect([on, family]).toEqual([false, null])
  expect((await w.daye.county.as('volunteer')(families.foundFamily, { body: { shares: true } })).code).toBe(
    'family-off',
  )
})

it('stands in one’s own data', async () => {
  const { sections } = await w.done(child, exportMyData)
  expect(sections.find(({ section }) => section === 'family')?.rows).toHaveLength(1)
})
