/** 礼遇: so many hours earn it, a changing code shows it, and each scan counts once. Jingshan: the park is 5 hours, twice a month. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { typedCode } from '@sidan/types/benefit-codes'
import {
  getBenefitCodes,
  listBenefitUses,
  listMyBenefits,
  listVerifiedUses,
  undoBenefitUse,
  verifyBenefit,
} from '@sidan/types/benefits'
import { civilMonth } from '@sidan/types/civil'
import { listNotices } from '@sidan/types/notices'
import { codeStepMs } from '@sidan/types/rotating-codes'
import { sweepChecks } from '../../database-files.ts'
import { newId } from '../../platform/ids.ts'
import { freshCode, phone, scanned, shownCode, whilePutRight } from '../../testing/benefits.ts'
import { correct, reverse } from '../../testing/corrections.ts'
import { run } from '../../testing/papers.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { sweepCounty } from '../sweep/sweep-county.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
beforeEach(() => w.anotherDay())
/** Whatever happened, the books add up. */
afterAll(async () => {
  const { checks } = await test.db.inCounty(w.county.countyId, (tx) => sweepCounty(tx, sweepChecks()))
  await test.close()
  expect(checks.filter(({ differences }) => differences > 0)).toEqual([])
})

const mine = async (code = 'park') => {
  const { items, ...all } = await w.done('volunteer', listMyBenefits)
  const one = items.find((benefit) => benefit.code === code)
  if (!one) throw new Error(`no ${code}`)
  return { ...all, ...one }
}
const scan = (code: string, as = 'merchant') => w.county.as(as)(verifyBenefit, { body: { code } })
const undo = (useId: string, as = 'merchant') => w.county.as(as)(undoBenefitUse, { params: { useId } })
const uses = (query: object = {}) => w.done('volunteer', listBenefitUses, { query: { benefit: 'park', ...query } })
const stepsLater = (steps: number) => w.minutesLater((steps * codeStepMs) / 60_000)

describe('hours', () => {
  it('rule-17 that were voluntary and approved earn a benefit, to the minute', async () => {
    expect(await mine()).toMatchObject({ earned: false, earnedMinutes: 0, allowedActions: [], usedCount: 0 })
    await w.approved(299)
    const duty = await w.approved(1)
    await correct(w, duty, {}, 'duty')
    w.anotherDay()
    await w.record(60)
    expect(await mine()).toMatchObject({ earned: false, earnedMinutes: 299 })
    const refused = await w.county.as('volunteer')(getBenefitCodes, { query: { benefit: 'park' } })
    expect(refused.code).toBe('benefit-not-earned')
    await w.approved(1)
    expect(await mine()).toMatchObject({
      earned: true,
      earnedMinutes: 300,
      thresholdHours: 5,
      allowedActions: ['show-code'],
    })
    const codes = (await w.done('volunteer', listMyBenefits)).items.map(({ code }) => code)
    expect(codes).toEqual(['park', 'bus', 'insurance', 'cinema'])
  })
})

describe('the quota', () => {
  it('ends a month, and begins anew with the month', async () => {
    await scanned(w, await freshCode(w))
    w.minutesLater(2)
    const shown = await phone(w)
    await scanned(w, shown())
    w.minutesLater(2)
    expect(await mine()).toMatchObject({ usedCount: 2, allowedActions: [] })
    expect((await scan(shown())).code).toBe('benefit-used-up')
    const month = civilMonth(test.clock.now)
    while (civilMonth(test.clock.now) === month) w.anotherDay()
    expect(await mine()).toMatchObject({ usedCount: 0 })
    expect((await scanned(w, await shownCode(w))).leftCount).toBe(1)
    expect((await uses()).usedCount).toBe(1)
  })
})

describe('hours that were put right', () => {
  it('below it earn it no more; what was used stays used', async () => {
    await freshCode(w)
    const shown = await phone(w)
    await scanned(w, shown())
    stepsLater(4)
    const records = (await run(
      w,
      `select id, version from service_records where county_id = $1 and person_id = $2 and state = 'approved' and service_nature = 'voluntary' order by started_at`,
      w.county.cast['volunteer'],
    )) as { id: string; version: number }[]
    for (const { id, version } of records) if ((await mine()).earned) await reverse(w, id, version)
    expect(await mine()).toMatchObject({ earned: false, usedCount: 1, allowedActions: [] })
    expect((await scan(shown())).code).toBe('benefit-not-earned')
    expect((await uses()).usedCount).toBe(1)
  })
})

describe('a scan', () => {
  it('counts one use; whoever scanned sees whose and how many are left, and the holder is told what it was decided on', async () => {
    const before = (await uses()).usedCount
    const use = await scanned(w, await freshCode(w))
    const period = civilMonth(test.clock.now)
    expect(use).toMatchObject({
      benefitName: '市内景区免票',
      holderName: '李师傅',
      leftCount: 1,
      quotaPerPeriod: 2,
      period,
    })
    const list = await uses({ limit: '1' })
    expect(list.items[0]).toMatchObject({
      useId: use.useId,
      thresholdHours: 5,
      policyVersion: 1,
      undoneAt: null,
      period,
    })
    expect(list.items[0]?.earnedMinutes).toBe((await mine()).earnedMinutes)
    expect([list.usedCount, before]).toEqual([1, before])
    const [told] = (await w.done('volunteer', listNotices)).items
    expect(told).toMatchObject({ kind: 'benefit-used', about: '市内景区免票' })
    const today = await w.done('merchant', listVerifiedUses)
    expect(today.totalCount).toBe(1)
    expect(today.items[0]).toMatchObject({ useId: use.useId, allowedActions: ['undo'] })
    expect((await w.done('keeper', listVerifiedUses)).items).toEqual([])
  })

  it('is one when several scan at once and one is left', async () => {
    await scanned(w, await freshCode(w))
    w.minutesLater(2)
    const shown = await phone(w)
    const now = shown()
    const before = test.clock.now
    stepsLater(1)
    const next = shown()
    test.clock.now = before
    const answers = await Promise.all(
      ['merchant', 'keeper', 'institute', 'center'].flatMap((as) => [scan(now, as), scan(next, as)]),
    )
    const codes = answers.map(({ code }) => code ?? 'done')
    expect(codes.filter((code) => code === 'done')).toHaveLength(1)
    expect(new Set(codes.filter((code) => code !== 'done'))).toEqual(
      new Set(codes.filter((code) => ['benefit-used-up', 'benefit-code-used'].includes(code))),
    )
    expect((await mine()).usedCount).toBe(2)
  })

  it('waits for hours that are being put right, and counts those that are left', async () => {
    const code = await freshCode(w)
    expect((await whilePutRight(w, () => scan(code))).code).toBe('benefit-not-earned')
    expect((await scan(code)).code).toBeUndefined()
  })

  it('with the same key is the same use', async () => {
    const body = { code: await freshCode(w) }
    const key = newId()
    const [first, second] = await Promise.all([1, 2].map(() => w.county.as('merchant')(verifyBenefit, { body, key })))
    expect(second?.body).toEqual(first?.body)
    expect([first?.code, (await mine()).usedCount]).toEqual([undefined, 1])
  })

  it('taken back gives the number back within ten minutes, and its code stays used', async () => {
    const code = await freshCode(w)
    const { useId } = await scanned(w, code)
    expect((await undo(useId, 'keeper')).code).toBe('not-found')
    w.minutesLater(1)
    const answers = await Promise.all(['merchant', 'center', 'merchant'].map((as) => undo(useId, as)))
    expect(answers.map((answer) => answer.code ?? 'done').sort()).toEqual([
      'benefit-use-undone',
      'benefit-use-undone',
      'done',
    ])
    expect(answers.find((answer) => answer.code === undefined)?.body).toMatchObject({
      leftCount: 2,
      allowedActions: [],
    })
    expect(await mine()).toMatchObject({ usedCount: 0 })
    expect((await w.done('volunteer', listNotices)).items[0]).toMatchObject({ kind: 'benefit-returned' })
    expect((await scan(code)).code).toBe('benefit-code-used')
    w.minutesLater(1)
    expect((await scanned(w, await shownCode(w))).leftCount).toBe(1)
    const { items, usedCount } = await uses()
    expect([items.filter((use) => use.undoneAt !== null).length > 0, usedCount]).toEqual([true, 1])
    const [last] = items
    w.minutesLater(11)
    expect((await undo(last?.useId ?? '')).code).toBe('undo-too-late')
  })
})

describe('a code', () => {
  it('is good for a minute and a half, once, and one that was shown before the last use is used with it', async () => {
    await freshCode(w)
    const shown = await phone(w)
    const [first, then] = [shown(), test.clock.now]
    stepsLater(5)
    const second = shown()
    expect(second).not.toBe(first)
    test.clock.now = new Date(then.getTime() - 2 * codeStepMs)
    expect((await scan(first)).code).toBe('benefit-code-over')
    test.clock.now = new Date(then.getTime() + 6 * codeStepMs)
    expect((await scan(first)).code).toBe('benefit-code-over')
    stepsLater(-1)
    expect((await scan(second)).code).toBeUndefined()
    expect((await scan(first)).code).toBe('benefit-code-used')
    expect((await scan(second, 'keeper')).code).toBe('benefit-code-used')
  })

  it('is for its person, benefit and county, and nobody can make one', async () => {
    const code = await freshCode(w)
    const number = /420882\.(\d+)/.exec(code)?.[1] ?? ''
    const others = [
      code.replace('.park.', '.cinema.'),
      code.replace(number, `${number.slice(0, -1)}4`),
      code.replace('sidan:b:420882', 'sidan:b:420281'),
      code.replace(/\.(\d+)\.(\w+)$/, (_all, step, mac) => `.${Number(step) + 1}.${mac}`),
      'sidan:v:0190c0de-0000-7000-8000-000000000000.00000000000000000000000000000000',
    ]
    for (const other of others) expect([other, (await scan(other)).code]).toEqual([other, 'benefit-code-unknown'])
    const abroad = await w.daye.county.as('merchant')(verifyBenefit, { body: { code } })
    expect(abroad.code).toBe('benefit-code-unknown')
    expect((await mine()).usedCount).toBe(0)
  })

  it('can be typed: the number without the county, and six digits that change', async () => {
    const typed = typedCode(await freshCode(w))
    expect(typed).toMatch(/^\d{4} \d{4} \d{4}( \d{1,2})?$/)
    const wrong = typed.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))
    expect((await scan(wrong)).code).toBe('benefit-code-unknown')
    expect((await scan(typed)).body).toMatchObject({ holderName: '李师傅', leftCount: 1 })
    expect((await scan(typed)).code).toBe('benefit-code-used')
    w.minutesLater(2)
    expect((await scan(typed)).code).toBe('benefit-code-unknown')
  })
})

describe('the database', () => {
  it.each([
    ['benefit_uses_within_quota', `gen_random_uuid(), step + 1, no, by_id, earned_minutes`],
    ['benefit_uses_code_once', `gen_random_uuid(), step, no + 1, by_id, earned_minutes`],
    ['benefit_uses_no', `gen_random_uuid(), step + 1, quota_per_period + 1, by_id, earned_minutes`],
    ['benefit_uses_not_own', `gen_random_uuid(), step + 1, no + 1, person_id, earned_minutes`],
    ['benefit_uses_earned', `gen_random_uuid(), step + 1, no + 1, by_id, threshold_hours * 60 - 1`],
  ])('holds %s by itself', async (constraint, differs) => {
    const { useId } = await scanned(w, await freshCode(w))
    const added = run(
      w,
      `insert into benefit_uses (county_id, id, step, no, by_id, earned_minutes, person_id, benefit, policy_version, period, quota_per_period, threshold_hours, used_at, unit_id)
        select county_id, ${differs}, person_id, benefit, policy_version, period, quota_per_period, threshold_hours, used_at, unit_id
        from benefit_uses where county_id = $1 and id = $2`,
      useId,
    )
    await expect(added).rejects.toMatchObject({ constraint })
    await expect(run(w, 'delete from benefit_uses where county_id = $1')).rejects.toMatchObject({ code: '42501' })
  })
})
