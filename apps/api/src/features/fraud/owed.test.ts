/** What is owed by a decision of fraud: what the next earnings pay, and what becomes of it otherwise. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import * as fraud from '@sidan/types/fraud'
import { getBalances, listPoints } from '@sidan/types/ledger'
import { closeAccount, exportMyData } from '@sidan/types/my-data'
import { cancelRedemption } from '@sidan/types/rewards'
import { rootFolder } from '../../env.ts'
import { later } from '../../testing/county-life.ts'
import {
  absorbed,
  appealed,
  decide,
  decided,
  earned,
  exchanged,
  lift,
  newVolunteer,
  otherKeeper,
  owing,
  takenBack,
} from '../../testing/fraud.ts'
import { run } from '../../testing/papers.ts'
import { closeSwept } from '../../testing/swept.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { settleDecisions } from './settle-decision.ts'

let test: TestApp
let w: World
let other: string

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
  other = await otherKeeper(w)
})
/** Whatever happened, the books add up. */
afterAll(() => closeSwept(test))

const points = async (who: string) => {
  const { availablePoints, heldPoints, owedPoints } = await w.done(who, getBalances)
  return { available: availablePoints, held: heldPoints, owed: owedPoints }
}
const decisionOf = async (who: string, recordId: string) =>
  (await w.done(who, fraud.getFraud, { params: { recordId } })).decision
const moves = async (who: string) =>
  (await w.done(who, listPoints, { query: { limit: '50' } })).items.map((one) => [one.reason, one.amountPoints])

describe('the next earnings', () => {
  it('pay first, from their own lot, and never minutes', async () => {
    const { who, recordId } = await owing(w, other)
    expect(await points(who)).toEqual({ available: 0, held: 0, owed: 10 })
    await earned(w, who, 36)
    expect(await points(who)).toEqual({ available: 0, held: 0, owed: 4 })
    await earned(w, who, 60)
    expect(await points(who)).toEqual({ available: 6, held: 0, owed: 0 })
    expect((await w.done(who, getBalances)).declaredMinutes).toBe(96)
    expect((await moves(who)).slice(0, 4)).toEqual([
      ['owed-payment', -4],
      ['record-points', 10],
      ['owed-payment', -6],
      ['record-points', 6],
    ])
    expect(await decisionOf('center', recordId)).toMatchObject({
      state: 'standing',
      points: 10,
      paidPoints: 10,
      owedPoints: 0,
    })
    const [payment] = (await w.done(who, listPoints, { query: { limit: '1' } })).items
    expect(payment).toMatchObject({ reason: 'owed-payment', recordId, redemptionId: null, about: '清扫楼道' })
    await earned(w, who, 60)
    expect(await points(who)).toEqual({ available: 16, held: 0, owed: 0 })
  })

  it('pay once when two come at the same moment', async () => {
    const { who } = await owing(w, other)
    await Promise.all([earned(w, who, 60), earned(w, who, 60), earned(w, who, 60)])
    expect(await points(who)).toEqual({ available: 20, held: 0, owed: 0 })
    expect((await moves(who)).filter(([reason]) => reason === 'owed-payment')).toEqual([['owed-payment', -10]])
  })

  it('pay the oldest debt before the next', async () => {
    const who = await newVolunteer(w)
    const records = [await earned(w, who, 60), await earned(w, who, 60)]
    for (const _ of records) await exchanged(w, who)
    for (const [no, recordId] of records.entries()) {
      await takenBack(w, recordId)
      await decide(w, recordId)
      await later(w, 16 * (no + 1), settleDecisions)
    }
    expect(await points(who)).toEqual({ available: 0, held: 20, owed: 20 })
    await earned(w, who, 90)
    const owed = await Promise.all(records.map(async (recordId) => (await decisionOf(who, recordId))?.owedPoints))
    expect(owed).toEqual([0, 5])
  })

  it('and the decision at the same moment come to one or the other', async () => {
    const { who, recordId } = await decided(w)
    await Promise.all([later(w, 16, settleDecisions), earned(w, who, 60)])
    const { available, owed } = await points(who)
    expect([available - owed, available + owed]).toEqual([0, available === 0 ? 0 : 20])
    expect((await decisionOf(who, recordId))?.state).toBe('standing')
  })
})

it('the worked example of docs/ledger.md is what the ledger holds when it is played', async () => {
  w.minutesLater(1)
  const { who, recordId } = await owing(w, other)
  w.minutesLater(1)
  await earned(w, who, 36)
  w.minutesLater(1)
  await lift(w, recordId)
  const lines = (await run(
    w,
    `select t.reason, coalesce(a.code, e.issuer) as side, e.amount::int, e.balance_after as balance
      from transfers t
      join entries e on e.county_id = t.county_id and e.transfer_id = t.id
      left join accounts a on a.county_id = e.county_id and a.id = e.account_id
      where t.county_id = $1 and t.recorded_at between (select undone_at from service_records where county_id = $1 and id = $2) and $3
        and t.reason in ('reversal', 'fraud-owed', 'record-points', 'owed-payment', 'fraud-lifted') and not (t.reason = 'record-points' and t.ref = $2)
      order by t.recorded_at, array_position(array['reversal', 'fraud-owed', 'record-points', 'owed-payment'], t.reason), e.unit, e.line`,
    recordId,
    test.clock.now,
  )) as { reason: string; side: string; amount: number; balance: number | null }[]
  const table = lines.map(
    ({ reason, side, amount, balance }) =>
      `| ${reason} | ${side} | ${amount > 0 ? '+' : '−'}${Math.abs(amount)} | ${balance ?? ''} |`,
  )
  const page = readFileSync(join(rootFolder, 'docs/ledger.md'), 'utf8')
  const told = /^\| (?:taken back|it stands|earned|pays first|lifted) (\|.*)$/
  expect(page.split('\n').flatMap((line) => told.exec(line)?.[1] ?? [])).toEqual(table)
})

describe('points that come back are no earning', () => {
  it('a voucher given back pays nothing', async () => {
    const { who, recordId } = await absorbed(w)
    await earned(w, who, 60)
    const { redemptionId } = await exchanged(w, who)
    await decide(w, recordId)
    await later(w, 16, settleDecisions)
    await w.done(who, cancelRedemption, { params: { redemptionId } })
    expect(await points(who)).toEqual({ available: 10, held: 0, owed: 10 })
  })

  it('what a voucher held of the record itself goes back to the county, and so much less is owed', async () => {
    const who = await newVolunteer(w)
    const recordId = await earned(w, who, 90)
    const { redemptionId } = await exchanged(w, who)
    await takenBack(w, recordId)
    await decide(w, recordId)
    await later(w, 16, settleDecisions)
    await earned(w, who, 24)
    expect(await points(who)).toEqual({ available: 0, held: 10, owed: 6 })
    await w.done(who, cancelRedemption, { params: { redemptionId } })
    // Six go back for what is owed; four were paid for already and are theirs.
    expect(await points(who)).toEqual({ available: 4, held: 0, owed: 0 })
  })

  it('what came back before the decision took effect is not owed', async () => {
    const who = await newVolunteer(w)
    const recordId = await earned(w, who, 60)
    const { redemptionId } = await exchanged(w, who)
    await takenBack(w, recordId)
    await decide(w, recordId)
    await w.done(who, cancelRedemption, { params: { redemptionId } })
    await later(w, 16, settleDecisions)
    expect(await points(who)).toEqual({ available: 0, held: 0, owed: 0 })
    expect(await decisionOf(who, recordId)).toMatchObject({ state: 'standing', points: 0 })
  })
})

describe('a record that paid and is taken back', () => {
  it('leaves the payment standing: the county bears it, and it can be decided on as well', async () => {
    const { who, recordId } = await owing(w, other)
    const paying = await earned(w, who, 90)
    expect(await points(who)).toEqual({ available: 5, held: 0, owed: 0 })
    await takenBack(w, paying)
    expect(await points(who)).toEqual({ available: 0, held: 0, owed: 0 })
    const { absorbedPoints } = await w.done('center', fraud.getFraud, { params: { recordId: paying } })
    expect(absorbedPoints).toBe(10)
    await decide(w, paying)
    await later(w, 16, settleDecisions)
    expect(await points(who)).toEqual({ available: 0, held: 0, owed: 10 })
    // The first is lifted: what paid it came from a record that was taken back, and lowers what is owed for that one.
    expect((await lift(w, recordId)).code).toBeUndefined()
    expect(await points(who)).toEqual({ available: 0, held: 0, owed: 0 })
  })
})

describe('lifted', () => {
  it('gives back what was paid, and ends the rest', async () => {
    const { who, recordId } = await owing(w, other)
    await earned(w, who, 36)
    expect((await lift(w, recordId)).body).toMatchObject({ state: 'lifted', owedPoints: 0, paidPoints: 0 })
    expect(await points(who)).toEqual({ available: 6, held: 0, owed: 0 })
    expect((await moves(who))[0]).toEqual(['fraud-lifted', 6])
    await earned(w, who, 60)
    expect(await points(who)).toEqual({ available: 16, held: 0, owed: 0 })
  })

  /** The last day of every lot of theirs is over. */
  const lapse = (who: string) =>
    run(
      w,
      `update lots set expires_on = '2026-01-31' where county_id = $1
        and account_id in (select id from accounts where county_id = $1 and person_id = $2)`,
      w.county.cast[who],
    )

  it.each(['to their lots', 'as a new lot'])('does not pay another debt with what it gives back %s', async (how) => {
    const { who, recordId } = await owing(w, other)
    await earned(w, who, 60)
    w.anotherDay()
    const second = await earned(w, who, 60)
    await exchanged(w, who)
    await takenBack(w, second)
    await decide(w, second)
    await later(w, 16, settleDecisions)
    if (how === 'as a new lot') await lapse(who)
    await lift(w, recordId)
    expect(await points(who)).toEqual({ available: 10, held: 10, owed: 10 })
  })

  it('gives points whose last day passed meanwhile a new one', async () => {
    const { who, recordId } = await owing(w, other)
    await earned(w, who, 60)
    await lapse(who)
    await lift(w, recordId)
    expect(await points(who)).toEqual({ available: 10, held: 0, owed: 0 })
    const [entry] = (await w.done(who, listPoints, { query: { limit: '1' } })).items
    expect(entry).toMatchObject({ reason: 'fraud-lifted', amountPoints: 10, expiresOn: '2028-11-30' })
  })

  it('twice at once it is lifted once', async () => {
    const { who, recordId } = await owing(w, other)
    await earned(w, who, 60)
    const answers = await Promise.all([lift(w, recordId), lift(w, recordId, other)])
    expect(answers.map(({ code }) => code ?? 'lifted').sort()).toEqual(['fraud-over', 'lifted'])
    expect(await points(who)).toEqual({ available: 10, held: 0, owed: 0 })
  })

  it('and an earning at the same moment neither lose nor double a point', async () => {
    const { who, recordId } = await owing(w, other)
    await Promise.all([lift(w, recordId), earned(w, who, 60)])
    expect(await points(who)).toEqual({ available: 10, held: 0, owed: 0 })
  })
})

describe('closing the account', () => {
  const close = (who: string) => w.done(who, closeAccount, { body: { understood: true } })
  const owedBy = (who: string) =>
    run(
      w,
      `select balance::int from accounts where county_id = $1 and person_id = $2 and code = 'owed'`,
      w.county.cast[who],
    )

  it('ends what is owed, and takes out what was said of it', async () => {
    const { who, recordId } = await owing(w, other)
    await earned(w, who, 36)
    await close(who)
    expect(await owedBy(who)).toEqual([{ balance: 0 }])
    expect(await decisionOf('center', recordId)).toMatchObject({
      state: 'ended',
      paidPoints: 6,
      owedPoints: 0,
      decided: { words: '' },
      appeal: { words: '' },
      answer: { words: '' },
      allowedActions: [],
    })
  })

  it('ends a decision that did not take effect yet: nothing is booked', async () => {
    const { who } = await decided(w)
    await close(who)
    await later(w, 16, settleDecisions)
    expect(await owedBy(who)).toEqual([])
  })

  it('rule-23 is told of it before: the export has the decision with its words', async () => {
    const { who } = await appealed(w)
    const { sections } = await w.done(who, exportMyData)
    expect(sections.find(({ section }) => section === 'fraudDecisions')?.rows).toMatchObject([
      { state: 'appealed', points: 10, appealWords: '我那天在，是站里拍错了' },
    ])
  })
})

it('is not owed before anybody decided', async () => {
  const { who } = await absorbed(w)
  await later(w, 400, settleDecisions)
  await earned(w, who, 60)
  expect(await points(who)).toEqual({ available: 10, held: 0, owed: 0 })
})
