/** 礼遇卡: opened by who has the hours, shown where nobody scans, and listed for whoever gives it. Jingshan: the bus is 6 hours, the insurance 7. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { cardListPath, endBenefitCard, getBenefitCard, openBenefitCard } from '@sidan/types/benefit-cards'
import { listMyBenefits, listVerifiedUses, signColourWords } from '@sidan/types/benefits'
import { addDays, civilDay, civilMonth, momentOf } from '@sidan/types/civil'
import { closeAccount, exportMyData } from '@sidan/types/my-data'
import { fulfillOrder } from '@sidan/types/order-moves'
import { saveName } from '@sidan/types/people'
import { asked, cardOpened, cardShown, earned, holders, noCard, whilePutRight } from '../../testing/benefits.ts'
import { reverse } from '../../testing/corrections.ts'
import { run } from '../../testing/papers.ts'
import { sheets, startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
  await earned(w)
})
afterAll(() => test?.close())

const volunteerNo = async (): Promise<string> => {
  const [row] = (await run(
    w,
    'select volunteer_no from volunteers where county_id = $1 and person_id = $2',
    w.county.cast['volunteer'],
  )) as { volunteer_no: string }[]
  return row?.volunteer_no ?? ''
}
const open = async (benefit = 'bus') => w.county.as('volunteer')(openBenefitCard, { body: await asked(w, benefit) })
const file = (as: string, query: string) =>
  fetch(`${test.url}${cardListPath}?${query}`, { headers: { authorization: `Bearer ${w.county.token(as)}` } })
async function sheetOf(query: string) {
  const answer = await file('center', query)
  const read = await sheets.read(Buffer.from(await answer.arrayBuffer()), { maxRows: 1000, columns: 4 })
  if (typeof read === 'string') throw new Error(read)
  return read
}

describe('a card', () => {
  it('is opened once for its month, also by several at once, and tells what it was decided on', async () => {
    await noCard(w)
    const answers = await Promise.all([1, 2, 3].map(() => open()))
    expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['benefit-card-open', 'benefit-card-open', 'done'])
    const { items, earnedMinutes } = await w.done('volunteer', listMyBenefits)
    expect(items.find(({ code }) => code === 'bus')?.allowedActions).toEqual(['show-card', 'end-card'])
    const [row] = await run(
      w,
      'select policy_version, period, threshold_hours, earned_minutes from benefit_cards where county_id = $1 and ended_at is null',
    )
    const period = civilMonth(test.clock.now)
    expect(row).toEqual({ policy_version: 1, period, threshold_hours: 6, earned_minutes: earnedMinutes })
  })

  it('waits for hours that are being put right, and is opened by those that are left', async () => {
    await noCard(w)
    expect((await whilePutRight(w, () => open())).code).toBe('benefit-not-earned')
    expect((await open()).code).toBeUndefined()
  })

  it('shows the number, what others read of the name, and the same sign as every card of the county that day', async () => {
    await cardOpened(w)
    const { body } = await cardShown(w)
    const today = civilDay(test.clock.now)
    expect(body).toMatchObject({
      holderName: '李师傅',
      volunteerNo: await volunteerNo(),
      givenBy: '市公交公司',
      quotaPerPeriod: 60,
      validUntil: momentOf(addDays(today, 1)).toISOString(),
    })
    const { sign } = await w.done('merchant', listVerifiedUses)
    expect([body.sign, (await holders(w)).sign]).toEqual([sign, sign])
    const before = test.clock.now
    const signs = new Set<string>()
    for (let day = 0; day < 5; day += 1) {
      const told = await Promise.all([w, w.daye].map((one) => one.done('merchant', listVerifiedUses)))
      for (const { sign: one } of told) signs.add(`${one.word} ${one.colour}`)
      w.anotherDay()
    }
    test.clock.now = before
    expect(signs.size).toBeGreaterThan(8)
  })

  it('is over with its month, and when its holder ends it (rule-21)', async () => {
    const cardId = await cardOpened(w)
    const before = test.clock.now
    while (civilMonth(test.clock.now) === civilMonth(before)) w.anotherDay()
    expect((await cardShown(w)).code).toBe('not-found')
    expect((await open()).code).toBeUndefined()
    test.clock.now = before
    await w.done('volunteer', endBenefitCard, { params: { cardId } })
    expect((await cardShown(w)).code).toBe('not-found')
    const again = await w.county.as('volunteer')(endBenefitCard, { params: { cardId } })
    expect(again.code).toBe('not-found')
    expect((await holders(w)).items).toEqual([])
    expect((await open()).code).toBeUndefined()
  })
})

describe('the list', () => {
  it('rule-24 tells a carrier the number and the name that others read, no more, with each day’s sign beside it', async () => {
    await cardOpened(w)
    await w.done('volunteer', saveName, { body: { name: '李春生', word: 'master' } })
    const list = await holders(w)
    expect(list).toMatchObject({ benefit: 'bus', totalCount: 1, period: civilMonth(test.clock.now) })
    expect(list.items).toMatchObject([{ volunteerNo: await volunteerNo(), holderName: '李师傅' }])
    expect(list.benefits.map(({ code }) => code)).toEqual(['bus', 'insurance'])
    const { head, rows } = await sheetOf('benefit=bus')
    expect([head, rows]).toEqual([
      ['序号', '志愿者编号', '称呼', '开通日期'],
      [['1', await volunteerNo(), '李师傅', civilDay(test.clock.now)]],
    ])
    const [passedOn] = await run(
      w,
      `select actor_id from audit_events where county_id = $1 and subject_kind = 'benefit-card' and subject_id = $2`,
      list.items[0]?.cardId,
    )
    expect(passedOn).toEqual({ actor_id: w.county.cast['center'] })
    const { sections } = await w.done('volunteer', exportMyData)
    const held = sections.find(({ section }) => section === 'benefits')?.rows.find((row) => row['endedAt'] === null)
    expect(held).toMatchObject({ benefit: 'bus', use: false, thresholdHours: 6 })
    expect(held?.['passedOnAt']).not.toBeNull()
    expect(Object.keys(signColourWords)).toContain(list.sign.colour)
  })

  it('tells an insurer the full name where it was told', async () => {
    await cardOpened(w, 'insurance')
    const { rows } = await sheetOf('benefit=insurance')
    expect(rows.map(([, , name]) => name)).toEqual(['李春生'])
    expect((await holders(w, { benefit: 'insurance' })).items).toMatchObject([{ holderName: '李师傅' }])
    const shown = await w.county.as('volunteer')(getBenefitCard, { query: { benefit: 'insurance' } })
    expect(shown.code).toBe('not-found')
  })

  it('rule-07 goes to the county’s keeper alone', async () => {
    for (const as of ['volunteer', 'keeper', 'institute', 'merchant', 'auditor'])
      expect([as, (await file(as, 'benefit=bus')).status]).toEqual([as, 403])
    expect((await fetch(`${test.url}${cardListPath}`)).status).toBe(401)
    expect((await file('center', 'benefit=BUS!')).status).toBe(400)
    expect((await file('center', 'benefit=park')).status).toBe(404)
  })

  it('leaves out whose hours fell below what the card was opened for, and their card is not shown', async () => {
    await cardOpened(w)
    w.anotherDay()
    const records = (await run(
      w,
      `select id from service_records where county_id = $1 and person_id = $2 and state = 'approved' order by started_at`,
      w.county.cast['volunteer'],
    )) as { id: string }[]
    for (const { id } of records.slice(1)) await reverse(w, id)
    expect((await w.done('volunteer', listMyBenefits)).earnedMinutes).toBeLessThan(360)
    expect((await holders(w)).totalCount).toBe(0)
    expect((await sheetOf('benefit=bus')).rows).toEqual([])
    expect((await cardShown(w)).code).toBe('benefit-not-earned')
    await earned(w)
    expect((await holders(w)).totalCount).toBe(1)
  })

  it('rule-26 leaves out who closed their account', async () => {
    await cardOpened(w)
    expect((await holders(w)).totalCount).toBe(1)
    const going = (await run(w, `select id, version from orders where county_id = $1 and state = 'inService'`)) as {
      id: string
      version: number
    }[]
    for (const { id: orderId, version } of going)
      await w.done('volunteer', fulfillOrder, { params: { orderId }, body: { version } })
    await w.done('volunteer', closeAccount, { body: { understood: true } })
    expect((await holders(w)).totalCount).toBe(0)
    expect((await sheetOf('benefit=bus')).rows).toEqual([])
    const left = await run(w, 'select 1 from benefit_cards where county_id = $1 and ended_at is null')
    expect(left).toEqual([])
  })
})
