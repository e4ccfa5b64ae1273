/** 认定弄虚作假: decided by a person, told with a reason, and nothing of it in the books before its days to appeal are over or another person upheld it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { addDays } from '@sidan/types/civil'
import * as fraud from '@sidan/types/fraud'
import { getBalances } from '@sidan/types/ledger'
import { listNotices, type NoticeKind } from '@sidan/types/notices'
import { later } from '../../testing/county-life.ts'
import { absorbed, answer, appeal, appealed, decide, decided, lift, otherKeeper } from '../../testing/fraud.ts'
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

const owed = async (who: string) => (await w.done(who, getBalances)).owedPoints
const decisionOf = async (who: string, recordId: string) =>
  (await w.done(who, fraud.getFraud, { params: { recordId } })).decision
const booked = async (recordId: string) =>
  (
    await run(
      w,
      `select reason from transfers where county_id = $1 and ref = $2 and reason in ('fraud-owed', 'fraud-lifted')`,
      recordId,
    )
  ).length
/** So many nights' work at once, so many days on. */
const tonightIn = (days: number, times = 1) =>
  later(w, days, () =>
    Promise.all(Array.from({ length: times }, () => test.db.inCounty(w.county.countyId, settleDecisions))),
  )
/** Notices of a kind that somebody has about the record. */
const told = async (who: string, recordId: string, kind: NoticeKind) =>
  (await w.done(who, listNotices, { query: { limit: '50' } })).items.filter(
    (notice) => notice.recordId === recordId && notice.kind === kind,
  )

describe('deciding', () => {
  it('tells the person why, how many points and until when, and books nothing', async () => {
    const { who, recordId } = await absorbed(w)
    const before = await w.done('center', fraud.getFraud, { params: { recordId } })
    expect(before).toEqual({ absorbedPoints: 10, decision: null, allowedActions: ['decide'] })
    expect((await decide(w, recordId)).body).toMatchObject({ state: 'told', points: 10, owedPoints: 0 })
    expect(await decisionOf(who, recordId)).toMatchObject({
      state: 'told',
      unitName: expect.stringContaining('京山'),
      decided: { byName: '何主任', words: '照片是别处拍的，那天站上没有人' },
      appealUntil: addDays(w.day(0), 15),
      allowedActions: ['appeal'],
    })
    expect(await told(who, recordId, 'fraud-decided')).toMatchObject([
      { points: 10, words: '照片是别处拍的，那天站上没有人' },
    ])
    expect([await owed(who), await booked(recordId)]).toEqual([0, 0])
    const mine = await w.done(who, fraud.listMyFraudDecisions)
    expect(mine.items.map((one) => one.recordId)).toEqual([recordId])
    expect((await w.done('volunteer', fraud.listMyFraudDecisions)).items).toEqual([])
  })

  it('is done once when several do it at the same moment', async () => {
    const { recordId } = await absorbed(w)
    const answers = await Promise.all([decide(w, recordId), decide(w, recordId, other), decide(w, recordId)])
    expect(answers.map(({ code }) => code ?? 'decided').sort()).toEqual(['decided', 'fraud-decided', 'fraud-decided'])
  })

  it('is for half a year after it was taken back, and no day longer', async () => {
    const { recordId } = await absorbed(w)
    const put = (days: number) =>
      run(
        w,
        'update service_records set undone_at = $3 where county_id = $1 and id = $2',
        recordId,
        new Date(test.clock.now.getTime() - days * 86_400_000),
      )
    await put(181)
    expect((await decide(w, recordId)).code).toBe('fraud-too-late')
    await put(180)
    expect((await decide(w, recordId)).code).toBeUndefined()
  })
})

describe('without an appeal', () => {
  it('it takes effect the night after its last day, once', async () => {
    const { who, recordId } = await decided(w)
    await tonightIn(15)
    expect([await owed(who), (await decisionOf(who, recordId))?.state]).toEqual([0, 'told'])
    await tonightIn(16, 2)
    expect(await owed(who)).toBe(10)
    expect(await decisionOf(who, recordId)).toMatchObject({ state: 'standing', points: 10, owedPoints: 10 })
    await tonightIn(17)
    expect([await owed(who), await booked(recordId)]).toEqual([10, 1])
    expect(await told(who, recordId, 'fraud-standing')).toMatchObject([{ points: 10 }])
    expect((await appeal(w, who, recordId)).code).toBe('appeal-over')
  })
})

describe('an appeal', () => {
  it('is read by the other keepers, and stops the night', async () => {
    const { who, recordId } = await appealed(w)
    expect(await told(other, recordId, 'fraud-appealed')).toHaveLength(1)
    expect(await told('center', recordId, 'fraud-appealed')).toEqual([])
    await tonightIn(60)
    expect([await owed(who), await booked(recordId)]).toEqual([0, 0])
    expect((await decisionOf('center', recordId))?.allowedActions).toEqual([])
    expect((await decisionOf(other, recordId))?.allowedActions).toEqual(['answer'])
    expect((await lift(w, recordId)).code).toBe('fraud-over')
    expect((await appeal(w, who, recordId)).code).toBe('appeal-over')
  })

  it('may come on the last day, and no day later', async () => {
    const late = await decided(w)
    const { clock } = test
    const now = clock.now
    // The day of the county ends at 16:00 UTC.
    clock.now = new Date(`${addDays(w.day(0), 15)}T15:59:00Z`)
    const inTime = await appeal(w, late.who, late.recordId)
    clock.now = now
    expect(inTime.code).toBeUndefined()
    const { who, recordId } = await decided(w)
    clock.now = new Date(`${addDays(w.day(0), 15)}T16:00:00Z`)
    const tooLate = await appeal(w, who, recordId)
    clock.now = now
    expect(tooLate.code).toBe('appeal-over')
  })

  it('that is lifted leaves the books as they were', async () => {
    const { who, recordId } = await appealed(w)
    expect((await answer(w, other, recordId, false)).body).toMatchObject({
      state: 'lifted',
      answer: { upheld: false, words: '看了监控', byName: '新来的' },
    })
    await tonightIn(60)
    expect([await owed(who), await booked(recordId)]).toEqual([0, 0])
    expect(await told(who, recordId, 'fraud-lifted')).toMatchObject([{ words: '看了监控', points: null }])
    expect((await decide(w, recordId)).code).toBe('fraud-decided')
  })

  it('that is upheld takes effect at once', async () => {
    const { who, recordId } = await appealed(w)
    expect((await answer(w, other, recordId, true)).body).toMatchObject({ state: 'standing', owedPoints: 10 })
    expect([await owed(who), await booked(recordId)]).toEqual([10, 1])
    expect(await told(who, recordId, 'fraud-upheld')).toMatchObject([{ points: 10, words: '看了监控' }])
    expect(await told(who, recordId, 'fraud-standing')).toEqual([])
  })

  it('is answered once when two answer at the same moment', async () => {
    const { who, recordId } = await appealed(w)
    const third = await otherKeeper(w)
    const answers = await Promise.all([answer(w, other, recordId, true), answer(w, third, recordId, false)])
    expect(answers.map(({ code }) => code ?? 'answered').sort()).toEqual(['answered', 'fraud-over'])
    expect(await owed(who)).toBe(answers[0].code === undefined ? 10 : 0)
  })

  it('and the night at the same moment come to one or the other', async () => {
    for (let time = 0; time < 4; time += 1) {
      const { who, recordId } = await decided(w)
      // Its last day passed while the appeal was on its way: the night's clock is ahead of the appeal's.
      const night = test.db.inCounty(w.county.countyId, (tx) =>
        settleDecisions({ ...tx, now: new Date(test.clock.now.getTime() + 16 * 86_400_000) }),
      )
      const [{ code }] = await Promise.all([appeal(w, who, recordId), night])
      const decision = await decisionOf(who, recordId)
      expect([decision?.state, await owed(who)]).toEqual(code === undefined ? ['appealed', 0] : ['standing', 10])
    }
  })
})

describe('taken back by a keeper', () => {
  it('before it took effect, nothing was booked', async () => {
    const { who, recordId } = await decided(w)
    expect((await lift(w, recordId)).body).toMatchObject({ state: 'lifted', lifted: { words: '认错人了' } })
    await tonightIn(16)
    expect([await owed(who), await booked(recordId)]).toEqual([0, 0])
    expect(await told(who, recordId, 'fraud-lifted')).toMatchObject([{ words: '认错人了', points: 0 }])
  })
})

it('the list has appeals first, then what may be appealed, then what stands; what is over is gone', async () => {
  const open = await decided(w)
  const waiting = await appealed(w)
  const over = await decided(w)
  await lift(w, over.recordId)
  const ids: string[] = []
  const states: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await w.done('center', fraud.listFraudDecisions, {
      query: { limit: '3', ...(cursor ? { cursor } : {}) },
    })
    ids.push(...page.items.map((one) => one.recordId))
    states.push(...page.items.map((one) => one.state))
    cursor = page.nextCursor
  }
  const rank = ['appealed', 'told', 'standing']
  expect(states).toEqual([...states].sort((one, next) => rank.indexOf(one) - rank.indexOf(next)))
  expect([open, waiting, over].map(({ recordId }) => ids.filter((id) => id === recordId).length)).toEqual([1, 1, 0])
})
