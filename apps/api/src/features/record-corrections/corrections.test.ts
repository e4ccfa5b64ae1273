/** 更正 and 撤销: what a record had posted is reversed, and nobody pays for a mistake of the staff. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { getBalances, listMinutes, listPoints } from '@sidan/types/ledger'
import { listNotices } from '@sidan/types/notices'
import { correctRecord } from '@sidan/types/record-corrections'
import { getRecordWhy, listMyRecords, listPendingRecords } from '@sidan/types/records'
import { cancelRedemption, redeemItem, verifyVoucher } from '@sidan/types/rewards'
import { correct, reverse, spanOf } from '../../testing/corrections.ts'
import { againAccepted, approve, later, rate, served } from '../../testing/county-life.ts'
import { run } from '../../testing/papers.ts'
import { closeSwept } from '../../testing/swept.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { expireLots } from '../ledger/expire-lot.ts'

let test: TestApp
let w: World
/** Minutes that the volunteer had before a test. */
let before = { minutes: 0, declared: 0 }

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
/** Whatever happened, the books add up. */
afterAll(() => closeSwept(test))
/** Every test begins without points: what earlier ones left has expired. */
beforeEach(async () => {
  w.minutesLater(120)
  await later(w, 1500, expireLots)
  before = { minutes: 0, declared: 0 }
  const { minutes, declared } = await standing()
  before = { minutes, declared }
})

/** What the volunteer has, with the minutes of this test alone. Jingshan: 10 points an hour, 5 more for five stars. */
async function standing() {
  const balances = await w.done('volunteer', getBalances)
  const declared = balances.declaredMinutes
  const minutes = balances.clockedMinutes + declared
  const accounts = (await run(
    w,
    `select coalesce(max(balance), 0)::int as minutes from accounts where county_id = $1 and person_id = $2 and code = 'earnedMinutes'`,
    w.county.cast['volunteer'],
  )) as { minutes: number }[]
  expect(accounts[0]?.minutes).toBe(minutes)
  return {
    points: balances.availablePoints,
    held: balances.heldPoints,
    minutes: minutes - before.minutes,
    declared: declared - before.declared,
  }
}
/** Ten points at the shelf. */
const breakfast = async () => w.done('volunteer', redeemItem, { body: { itemId: await w.reward('爱心早餐一份') } })
const eaten = async () => {
  const { code } = await breakfast()
  await w.done('center', verifyVoucher, { body: { voucher: code ?? '' } })
}

describe('a correction', () => {
  it('makes a new version, takes back what the old one posted, and posts what is right', async () => {
    const recordId = await w.approved(90)
    expect(await standing()).toMatchObject({ points: 15, minutes: 90 })
    const right = await correct(w, recordId, { end: -30 })
    expect(right).toMatchObject({
      version: 2,
      state: 'approved',
      clockedMinutes: 60,
      declaredMinutes: 0,
      grade: 'B',
      points: 10,
    })
    expect(await standing()).toEqual({ points: 10, held: 0, minutes: 60, declared: 0 })

    const why = await w.done('volunteer', getRecordWhy, { params: { recordId: right.recordId } })
    expect(why.versions.map(({ version, state, undone }) => [version, state, undone?.words])).toEqual([
      [1, 'corrected', '签退晚了'],
      [2, 'approved', undefined],
    ])
    expect(why.evidence.map(({ kind, byName }) => [kind, byName])).toEqual([
      ['checkIn', null],
      ['checkOut', null],
      ['approve', '陈姐'],
      ['correct', '陈姐'],
    ])
    const { items: moved, totalMinutes } = await w.done('volunteer', listMinutes, { query: { limit: '3' } })
    expect(moved.map((one) => [one.reason, one.amountMinutes, one.clockedMinutes, one.about])).toEqual([
      ['record-minutes', 60, 60, '上门理发'],
      ['reversal', -90, 90, '上门理发'],
      ['record-minutes', 90, 90, '上门理发'],
    ])
    expect([totalMinutes, moved[0]?.balanceMinutes]).toEqual([60, 60])
    expect([why.totalPoints, (await w.done('volunteer', listPoints)).totalPoints]).toEqual([10, 10])
    expect((await w.done('volunteer', listMyRecords)).items.map((record) => record.recordId)).toEqual([right.recordId])
    const { items: told } = await w.done('volunteer', listNotices)
    expect(told.find(({ kind }) => kind === 'record-corrected')).toMatchObject({
      minutes: 60,
      points: 10,
      words: '签退晚了',
    })
  })

  it('counts minutes beyond the clock’s own as declared, and as the weakest evidence; back within, they are clocked again', async () => {
    const recordId = await w.approved(90)
    const longer = await correct(w, recordId, { start: -30 })
    expect(longer).toMatchObject({ clockedMinutes: 90, declaredMinutes: 30, grade: 'C' })
    expect(await standing()).toMatchObject({ points: 20, minutes: 120, declared: 30 })
    expect(await correct(w, longer.recordId, { start: 30 })).toMatchObject({
      clockedMinutes: 90,
      declaredMinutes: 0,
      grade: 'B',
    })
  })

  it('gives points that are spent no second time, however often it is corrected, and takes none of them back', async () => {
    const recordId = await w.approved(90)
    await eaten()
    const short = await correct(w, recordId, { end: -60 })
    expect(await standing()).toMatchObject({ points: 0, minutes: 30 })
    const none = await correct(w, short.recordId, { end: -29 })
    expect(await standing()).toMatchObject({ points: 0, minutes: 1 })
    await correct(w, none.recordId, { start: -30, end: 89 })
    // Two hours are 20 points, of which 10 are eaten.
    expect(await standing()).toMatchObject({ points: 10, minutes: 120 })
  })

  it('keeps a rating’s bonus, and one that comes later is given once', async () => {
    const { orderId, recordId } = await served(w, w.accepted, 60)
    await approve(w, recordId)
    await rate(w, orderId)
    const right = await correct(w, recordId, { end: -30 })
    expect(await standing()).toMatchObject({ points: 10, minutes: 30 })
    const again = await served(w, () => againAccepted(w, orderId), 60)
    await approve(w, again.recordId)
    await rate(w, orderId)
    await correct(w, right.recordId, { end: 6 })
    expect(await standing()).toMatchObject({ points: 11 + 15, minutes: 96 })
  })

  it('rule-17 of what was no voluntary service leaves no minutes and no points', async () => {
    const recordId = await w.approved(90)
    await correct(w, recordId, {}, 'duty')
    expect(await standing()).toMatchObject({ points: 0, minutes: 0 })
  })

  it('puts right what nobody checked out of, and what collides with another record, which stands first in the list', async () => {
    const approved = await w.approved(60)
    const recordId = await w.record(60)
    await run(
      w,
      `update service_records r set state = 'conflict', conflict_with_id = $3, started_at = o.ended_at - interval '30 minutes'
        from service_records o where r.county_id = $1 and r.id = $2 and o.county_id = $1 and o.id = $3`,
      recordId,
      approved,
    )
    await run(
      w,
      `update clocks c set started_at = r.started_at from service_records r where c.county_id = $1 and r.id = $2 and c.ended_at = r.ended_at`,
      recordId,
    )
    await w.record(60)
    const [first, ...others] = (await w.done('keeper', listPendingRecords)).items
    expect([first?.recordId, first?.odd[0], first?.allowedActions, others.length]).toEqual([
      recordId,
      'overlap',
      ['reject', 'correct'],
      1,
    ])
    const right = await correct(w, recordId, { start: 30 })
    expect(right).toMatchObject({ version: 2, state: 'approved' })
  })

  it('is made once when eight are made at the same moment', async () => {
    const recordId = await w.approved(90)
    const body = { ...(await spanOf(w, recordId, { end: -30 })), serviceNature: 'voluntary', words: '签退晚了' }
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => w.county.as('keeper')(correctRecord, { params: { recordId }, body })),
    )
    expect(answers.map(({ code }) => code ?? 'corrected').sort()).toEqual([
      'corrected',
      ...Array.from({ length: 7 }, () => 'record-not-standing'),
    ])
    expect(await standing()).toMatchObject({ points: 10, minutes: 60 })
  })
})

describe('a record that is taken back', () => {
  it('takes its minutes wholly and of its points what is left; the person owes nothing', async () => {
    const recordId = await w.approved(90)
    await eaten()
    const gone = await reverse(w, recordId)
    expect(gone).toMatchObject({
      state: 'reversed',
      undone: { byName: '陈姐', words: '那天没有去' },
      allowedActions: [],
    })
    expect(await standing()).toMatchObject({ points: 0, minutes: 0 })
    await w.approved(60)
    expect(await standing()).toMatchObject({ points: 10, minutes: 60 })
  })

  it('leaves the lots of other records alone', async () => {
    const recordId = await w.approved(90)
    await w.approved(60)
    await reverse(w, recordId)
    expect(await standing()).toMatchObject({ points: 10, minutes: 60 })
  })

  it('takes what a voucher held of it when the voucher is given back, and lets it be used until then', async () => {
    const recordId = await w.approved(90)
    const { redemptionId } = await breakfast()
    await reverse(w, recordId)
    expect(await standing()).toMatchObject({ points: 0, held: 10 })
    await w.done('volunteer', cancelRedemption, { params: { redemptionId } })
    expect(await standing()).toMatchObject({ points: 0, held: 0 })
  })

  it('only takes from a voucher given back what its corrected version does not cover', async () => {
    const recordId = await w.approved(90)
    const { redemptionId } = await breakfast()
    await correct(w, recordId, { end: -48 }) // 42 minutes are 7 points, all of them within the 10 held
    expect(await standing()).toMatchObject({ points: 0, held: 10 })
    await w.done('volunteer', cancelRedemption, { params: { redemptionId } })
    expect(await standing()).toMatchObject({ points: 7, held: 0 })
  })

  it('and spent at the same moment, comes to one or the other', async () => {
    const recordId = await w.approved(60)
    const itemId = await w.reward('爱心早餐一份')
    const [spent] = await Promise.all([
      w.county.as('volunteer')(redeemItem, { body: { itemId } }),
      reverse(w, recordId),
    ])
    expect(await standing()).toMatchObject({ points: 0, held: spent.code === undefined ? 10 : 0, minutes: 0 })
  })

  it('takes back points that a voucher gave back to the version before: nothing stays of a record that is taken back', async () => {
    const { recordId } = await served(w, undefined, 60)
    await approve(w, recordId)
    const { redemptionId } = await breakfast()
    const corrected = await correct(w, recordId, { end: -18 })
    expect(await standing()).toMatchObject({ points: 0 })
    await w.done('volunteer', cancelRedemption, { params: { redemptionId } })
    // Seven of the ten that came back are the corrected version's.
    expect(await standing()).toMatchObject({ points: 7 })
    await reverse(w, corrected.recordId, corrected.version)
    expect(await standing()).toMatchObject({ points: 0, minutes: 0 })
  })

  it('and gives them anew, once, when it is corrected again instead', async () => {
    const { recordId } = await served(w, undefined, 60)
    await approve(w, recordId)
    const { redemptionId } = await breakfast()
    const corrected = await correct(w, recordId, { end: -18 })
    await w.done('volunteer', cancelRedemption, { params: { redemptionId } })
    await correct(w, corrected.recordId, { end: -12 })
    expect(await standing()).toMatchObject({ points: 5 })
  })
})
