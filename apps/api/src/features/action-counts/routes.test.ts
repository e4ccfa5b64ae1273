/** 加分小事: what staff count per piece, what it earns, and how it is taken back. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import * as counts from '@sidan/types/action-counts'
import { getBalances, listPoints } from '@sidan/types/ledger'
import { closeAccount, exportMyData } from '@sidan/types/my-data'
import { listNotices } from '@sidan/types/notices'
import { upgradePolicy } from '@sidan/types/policy-upgrades'
import { cancelRedemption, redeemItem } from '@sidan/types/rewards'
import { getCountyNumbers } from '@sidan/types/statistics'
import { counting } from '../../testing/action-counts.ts'
import { otherKeeper, owing } from '../../testing/fraud.ts'
import { run } from '../../testing/papers.ts'
import { aged } from '../../testing/promises/signup-requests.ts'
import { closeSwept } from '../../testing/swept.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World
/** Somebody new for each test: a day's cap is theirs alone. */
let who: string

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
/** Whatever happened, the books add up. */
afterAll(() => closeSwept(test))

const somebody = async () => {
  who = await aged(w, 'from60')
}
const asking = (more: object = {}, unitId?: string) => counting(w, { personId: w.county.cast[who], ...more }, unitId)
const count = (more: object = {}, as = 'keeper', unitId?: string) =>
  w.done(as, counts.countAction, asking(more, unitId))
const refusal = async (more: object = {}, as = 'keeper', unitId?: string) => {
  const { code, body } = await w.county.as(as)(counts.countAction, asking(more, unitId))
  return [code, Object(body).detail]
}
const reverse = (countId: string, as = 'keeper') =>
  w.done(as, counts.reverseActionCount, { params: { countId } as never, body: { words: '数错了' } })
const available = async () => (await w.done(who, getBalances)).availablePoints
const running = async (day?: string) =>
  (
    await w.done('keeper', counts.listRunningActions, {
      params: { unitId: w.county.stage.stationId } as never,
      query: { ...(day && { day }), personId: w.county.cast[who] } as never,
    })
  ).items
const listed = async (as: string, unitId: string, day?: string) =>
  (
    await w.done(as, counts.listActionCounts, {
      params: { unitId } as never,
      query: { ...(day && { day }), limit: '50' } as never,
    })
  ).items
/** A policy in force from now on, with other actions. */
async function decide(earningActions: object[]): Promise<void> {
  const [latest] = (await run(
    w,
    'select version, document from policies where county_id = $1 order by version desc limit 1',
  )) as {
    version: number
    document: unknown
  }[]
  const policy = upgradePolicy(latest?.document)
  await run(
    w,
    'insert into policies (county_id, version, document, in_force_at, created_at) values ($1, $2, $3, $4, $4)',
    (latest?.version ?? 0) + 1,
    JSON.stringify({ ...policy, points: { ...policy.points, earningActions } }),
    test.clock.now,
  )
}
const clothes = { code: 'clothes', name: '旧衣回收', measure: '件', points: 2, capPerDay: 5, from: null, until: null }

describe('what is counted', () => {
  beforeAll(somebody)

  it('rule-13 gives points and no minute, says why on the list of points, and is told', async () => {
    const made = await count({ pieces: 3 })
    expect(made).toMatchObject({
      ...{ name: '旧衣回收', measure: '件', pieces: 3, piecePoints: 2, points: 6, day: w.day(0), policyVersion: 1 },
      ...{ byName: '陈姐', undone: null, samePairTimes: null, allowedActions: ['reverse'] },
    })
    const { items, totalPoints } = await w.done(who, listPoints)
    expect(totalPoints).toBe(6)
    expect(items[0]).toMatchObject({
      ...{ reason: 'action-points', about: '旧衣回收', amountPoints: 6, recordId: null, policyVersion: 1 },
      expiresOn: '2028-11-30',
      action: { measure: '件', pieces: 3, piecePoints: 2, day: w.day(0), unitName: made.unitName, undoneWords: null },
    })
    expect(await w.done(who, getBalances)).toMatchObject({ availablePoints: 6, clockedMinutes: 0, declaredMinutes: 0 })
    expect(
      await run(
        w,
        `select 1 from accounts where county_id = $1 and person_id = $2 and code = 'earnedMinutes'`,
        w.county.cast[who],
      ),
    ).toEqual([])
    expect((await w.done(who, listNotices)).items[0]).toMatchObject({
      kind: 'action-counted',
      about: '旧衣回收 3 件',
      points: 6,
    })
  })

  it('stands in what they take along, and in the month’s sum of points given', async () => {
    const { sections } = await w.done(who, exportMyData)
    expect(sections.find(({ section }) => section === 'actionCounts')?.rows).toEqual([
      expect.objectContaining({ action: '旧衣回收', pieces: 3, pointsEach: 2, takenBackAt: null }),
    ])
    expect(await w.done('center', getCountyNumbers)).toMatchObject({ issuedPoints: 6, reversedPoints: 0 })
  })

  it('is at most the cap of a person and a day at all units together, and who counts is told how many are left', async () => {
    expect((await running())[0]).toMatchObject({ code: 'clothes', capPerDay: 5, countedPieces: 3 })
    expect(await refusal({ pieces: 3 }, 'center', w.county.stage.centerId)).toEqual(['over-action-cap', '2 left'])
    await count({ pieces: 2 }, 'center', w.county.stage.centerId)
    expect(await refusal()).toEqual(['over-action-cap', '0 left'])
    await count({ actionCode: 'persuade' })
    expect(await available()).toBe(13)
    expect((await running()).map(({ code, countedPieces }) => [code, countedPieces])).toEqual([
      ['clothes', 5],
      ['persuade', 1],
      ['no-burning', 0],
    ])
  })

  it('is for today and three days back, each with a cap of its own', async () => {
    w.anotherDay()
    w.minutesLater(3 * 1440)
    for (const back of [0, 1, 2, 3]) await count({ day: w.day(-back), pieces: 5 })
    expect(await refusal({ day: w.day(-4) })).toEqual(['count-day-wrong', undefined])
    expect(await refusal({ day: w.day(1) })).toEqual(['count-day-wrong', undefined])
    expect(await refusal({ day: w.day(-3) })).toEqual(['over-action-cap', '0 left'])
  })

  it('is over the cap at once, or not at all, when many count at the same moment at several units', async () => {
    await somebody()
    const at = [w.county.stage.stationId, w.county.stage.centerId, w.county.stage.instituteId]
    const answers = await Promise.all(
      Array.from({ length: 9 }, (_, index) =>
        w.county.as('center')(counts.countAction, asking({ pieces: 2 }, at[index % 3])),
      ),
    )
    expect(answers.map(({ code }) => code ?? 'counted').sort()).toEqual([
      ...['counted', 'counted'],
      ...Array.from({ length: 7 }, () => 'over-action-cap'),
    ])
    expect(await available()).toBe(8)
  })
})

describe('the policy of the day', () => {
  beforeAll(somebody)

  it('decides points and cap: what is counted for yesterday is worth what it was', async () => {
    w.anotherDay()
    await decide([{ ...clothes, points: 7, capPerDay: 2 }])
    expect(await count({ pieces: 2 })).toMatchObject({ piecePoints: 7, points: 14 })
    expect(await refusal()).toEqual(['over-action-cap', '0 left'])
    expect(await count({ day: w.day(-1), pieces: 5 })).toMatchObject({ piecePoints: 2, points: 10, policyVersion: 1 })
    expect((await running(w.day(-1)))[0]).toMatchObject({ points: 2, capPerDay: 5, countedPieces: 5 })
  })

  it('lets a campaign be counted on its first and its last day, and not on the days beside them', async () => {
    w.minutesLater(4 * 1440)
    const campaign = { ...clothes, from: w.day(1), until: w.day(2) }
    await decide([campaign])
    w.anotherDay()
    w.minutesLater(2 * 1440)
    // Today is the day after its last, and the day before its first is three days back.
    const codes: unknown[] = []
    for (const back of [0, 1, 2, 3]) codes.push((await refusal({ day: w.day(-back) }))[0] ?? 'counted')
    expect(codes).toEqual(['action-not-running', 'counted', 'counted', 'action-not-running'])
    expect(await running()).toEqual([])
    expect(await running(w.day(-1))).toHaveLength(1)
    await decide([
      clothes,
      { code: 'persuade', name: '文明劝导', measure: '次', points: 3, capPerDay: 2, from: null, until: null },
    ])
  })
})

describe('a counting that was a mistake', () => {
  beforeAll(async () => {
    await somebody()
    w.anotherDay()
  })

  it('is taken back with words: its points go, its pieces can be counted anew, and it stays on every list', async () => {
    const { countId } = await count({ pieces: 5 })
    w.minutesLater(1)
    expect(await reverse(countId)).toMatchObject({
      undone: { byName: '陈姐', words: '数错了' },
      allowedActions: [],
    })
    expect(await available()).toBe(0)
    expect(
      (await w.done(who, listPoints)).items.map(({ reason, amountPoints, recordId, action }) => [
        reason,
        amountPoints,
        recordId,
        action?.undoneWords,
      ]),
    ).toEqual([
      ['reversal', -10, null, '数错了'],
      ['action-points', 10, null, '数错了'],
    ])
    expect((await w.done(who, listNotices)).items[0]).toMatchObject({
      kind: 'action-count-reversed',
      about: '旧衣回收 5 件',
      words: '数错了',
    })
    await count({ pieces: 4 })
    expect(await available()).toBe(8)
    expect(
      (
        await w.county.as('keeper')(counts.reverseActionCount, {
          params: { countId } as never,
          body: { words: '再来' },
        })
      ).code,
    ).toBe('count-undone')
  })

  it('is taken back once by two at the same moment', async () => {
    const { countId } = await count({ actionCode: 'persuade' })
    const before = await available()
    const answers = await Promise.all(
      ['keeper', 'center', 'institute'].map((as) =>
        w.county.as(as)(counts.reverseActionCount, { params: { countId } as never, body: { words: '记重了' } }),
      ),
    )
    expect(answers.map(({ code }) => code ?? 'reversed').sort()).toEqual(['count-undone', 'count-undone', 'reversed'])
    expect(await available()).toBe(before - 3)
  })

  it('leaves what was spent meanwhile with the volunteer, and takes it when the voucher is given back', async () => {
    await somebody()
    const { countId } = await count({ pieces: 5 })
    const itemId = await w.reward('爱心早餐一份')
    const { redemptionId } = await w.done(who, redeemItem, { body: { itemId } as never })
    await count({ actionCode: 'persuade' })
    expect(await available()).toBe(3)
    await reverse(countId)
    expect(await available()).toBe(3)
    await w.done(who, cancelRedemption, { params: { redemptionId } as never })
    expect(await available()).toBe(3)
    const { items } = await w.done(who, listPoints)
    expect(items[0]).toMatchObject({ reason: 'claw-back', amountPoints: -10 })
  })

  it('has paid what the volunteer owed first; taken back, what it paid stays paid and is the county’s', async () => {
    const owes = await owing(w, await otherKeeper(w))
    who = owes.who
    const { countId } = await count({ pieces: 4 })
    expect(await w.done(who, getBalances)).toMatchObject({ availablePoints: 0, owedPoints: 2 })
    await count({ actionCode: 'persuade' })
    expect(await w.done(who, getBalances)).toMatchObject({ availablePoints: 1, owedPoints: 0 })
    await reverse(countId)
    expect(await w.done(who, getBalances)).toMatchObject({ availablePoints: 1, owedPoints: 0 })
  })

  it('is nobody’s to take back where they do not keep', async () => {
    const { countId } = await count({ actionCode: 'persuade' }, 'center', w.county.stage.centerId)
    const tried = await w.county.as('keeper')(counts.reverseActionCount, {
      params: { countId } as never,
      body: { words: '数错了' },
    })
    expect(tried.code).toBe('not-found')
  })
})

describe('the list of a day', () => {
  it('has what was counted at the unit and below it, newest first, and says when one person counts often for another', async () => {
    await somebody()
    w.minutesLater(4 * 1440)
    for (let back = 3; back >= 0; back -= 1)
      for (const actionCode of ['clothes', 'persuade']) await count({ day: w.day(-back), actionCode })
    const [newest, before] = await listed('keeper', w.county.stage.stationId)
    expect([newest?.name, before?.name]).toEqual(['文明劝导', '旧衣回收'])
    expect(newest).toMatchObject({ samePairTimes: 8, person: { personId: w.county.cast[who] } })
    expect((await listed('keeper', w.county.stage.stationId, w.day(-1)))[0]?.samePairTimes).toBeNull()
    await count({ actionCode: 'clothes' }, 'center', w.county.stage.centerId)
    const lengths = async (as: string, unit: string) => (await listed(as, unit)).length
    expect(await lengths('center', w.county.stage.centerId)).toBe(3)
    expect(await lengths('institute', w.county.stage.instituteId)).toBe(2)
    expect(await lengths('auditor', w.county.stage.stationId)).toBe(2)
    expect((await listed('auditor', w.county.stage.stationId))[0]?.allowedActions).toEqual([])
  })
})

describe('who earns', () => {
  it('is a registered volunteer who is not the one who counts; who has left earns nothing more, and what was said goes with them', async () => {
    await somebody()
    w.anotherDay()
    expect((await refusal({ personId: w.county.cast['resident'] }))[0]).toBe('volunteer-needed')
    const { countId } = await count({ pieces: 2 })
    const other = await count({ actionCode: 'persuade' })
    await reverse(countId)
    await w.done(who, closeAccount, { body: { understood: true } })
    expect((await refusal())[0]).toBe('volunteer-needed')
    expect(await run(w, 'select undone_words from action_counts where county_id = $1 and id = $2', countId)).toEqual([
      { undone_words: null },
    ])
    await reverse(other.countId)
    expect(await run(w, 'select 1 from notices where county_id = $1 and person_id = $2', w.county.cast[who])).toEqual(
      [],
    )
  })

  it('keeps what was counted as it was written, in the database too', async () => {
    for (const sql of [
      'update action_counts set pieces = 9 where county_id = $1',
      'delete from action_counts where county_id = $1',
    ])
      await expect(run(w, sql)).rejects.toMatchObject({ code: '42501' })
    await expect(run(w, 'update action_days set pieces = cap_pieces + 1 where county_id = $1')).rejects.toMatchObject({
      constraint: 'action_days_within_cap',
    })
    await expect(
      run(
        w,
        `insert into action_counts select c.county_id, gen_random_uuid(), c.by_id, c.unit_id, c.action_code, c.action_name, c.measure, c.on_day, c.pieces,
        c.piece_points, c.policy_version, c.by_id, c.counted_at from action_counts c where c.county_id = $1 limit 1`,
      ),
    ).rejects.toMatchObject({ constraint: 'action_counts_not_own' })
  })
})
