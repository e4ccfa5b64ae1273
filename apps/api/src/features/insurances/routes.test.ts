import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { listInsurances, listMyInsurances, recordInsurances, removeInsurance } from '@sidan/types/insurances'
import { listNotices } from '@sidan/types/notices'
import { run } from '../../testing/papers.ts'
import { insuring } from '../../testing/promises/papers-requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { standingOf } from '../standing/reads.ts'
import { tellInsuranceEndings } from './tell-endings.ts'

let test: TestApp
let w: World
beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())
beforeEach(() => run(w, 'delete from insurances where county_id = $1'))

const id = (who: string) => w.county.cast[who] ?? ''
const record = async (whom: string[], more: object = {}, by = 'keeper') => {
  const { body } = await w.county.as(by)(recordInsurances, { body: insuring(w, whom, more) })
  return body.results.map(({ ok, code }) => code ?? ok)
}
const insured = async (who: string) =>
  test.db.inCounty(w.county.countyId, async (tx) => (await standingOf(tx, [id(who)], w.day(0))).get(id(who))?.insured)

describe('rule-06 an insurance', () => {
  it('is recorded for several people at once, each on its own, and each is told', async () => {
    test.clock.now = new Date(test.clock.now.getTime() + 60_000)
    const stranger = w.daye.county.cast['volunteer']
    expect(await record(['volunteer', 'second'])).toEqual([true, true])
    expect(await record(['third'], { personIds: [id('third'), stranger] })).toEqual([true, 'not-found'])
    expect(await insured('second')).toBe(true)
    const [told] = (await w.done('second', listNotices)).items
    expect(told).toMatchObject({ kind: 'insurance-recorded', about: `平安，到 ${w.day(90)}` })
    const [own] = (await w.done('second', listMyInsurances)).items
    expect(own).toMatchObject({ insurer: '平安', policyNo: 'P-2026-0001', coversToday: true })
  })
  it.each<[string, (days: World['day']) => object]>([
    ['ends before it begins', (day) => ({ fromDay: day(5), untilDay: day(4) })],
    ['is over', (day) => ({ fromDay: day(-9), untilDay: day(-1) })],
    ['lasts longer than any policy', (day) => ({ untilDay: day(2000) })],
  ])('is refused when it %s', async (_what, more) => {
    expect(await record(['volunteer'], more(w.day))).toEqual(['period-invalid'])
  })
  it('of one insurer is recorded once for a day, also by two at once; of two insurers both', async () => {
    const answers = await Promise.all([record(['volunteer']), record(['volunteer'], {}, 'center')])
    expect(answers.flat().sort()).toEqual(['insurance-overlaps', true])
    expect(await record(['volunteer'], { fromDay: w.day(90), untilDay: w.day(99) })).toEqual(['insurance-overlaps'])
    expect(await record(['volunteer'], { fromDay: w.day(91), untilDay: w.day(99) })).toEqual([true])
    expect(await record(['volunteer'], { insurer: '太平洋' })).toEqual([true])
  })
  it('is recorded and taken away by staff alone, and an auditor reads it', async () => {
    for (const who of ['volunteer', 'auditor', 'gridWorker'])
      expect(await record(['second'], {}, who)).toEqual(['not-found'])
    await record(['volunteer'])
    const { items } = await w.done('auditor', listInsurances, { query: { filter: 'current' } })
    expect(items).toMatchObject([{ person: { displayName: '李师傅' }, recordedByName: '陈姐' }])
    await w.done('keeper', removeInsurance, { params: { insuranceId: items[0]?.insuranceId ?? '' } })
    expect(await insured('volunteer')).toBe(false)
  })
  it('keeps its number unreadable in the database', async () => {
    await record(['volunteer'])
    const [row] = (await run(
      w,
      `select encode(policy_no_sealed, 'escape') as sealed from insurances where county_id = $1`,
    )) as { sealed: string }[]
    expect(row?.sealed).not.toContain('P-2026')
  })
  it('that ends within 30 days is told once and listed, unless a later one outlasts it', async () => {
    const night = () => test.db.inCounty(w.county.countyId, tellInsuranceEndings)
    await record(['volunteer', 'second'], { untilDay: w.day(20) })
    await record(['second'], { fromDay: w.day(21), untilDay: w.day(300) })
    test.clock.now = new Date(test.clock.now.getTime() + 60_000)
    expect([await night(), await night()]).toEqual([1, 0])
    expect((await w.done('volunteer', listNotices)).items[0]).toMatchObject({ kind: 'insurance-ending', about: '平安' })
    const { items } = await w.done('keeper', listInsurances, { query: { filter: 'ending' } })
    expect(items.map(({ person }) => person.displayName)).toEqual(['李师傅'])
  })
})
