import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { answerFeedback, giveFeedback, listFeedback, listMyFeedback } from '@sidan/types/feedback'
import { listNotices } from '@sidan/types/notices'
import { type County, startTestApp, type TestApp } from '../../testing/test-app.ts'

let test: TestApp
let county: County
let daye: County

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  county = test.county
  daye = test.counties[1] ?? county
})
afterAll(() => test?.close())

async function write(words: string, unitId?: string) {
  test.clock.now = new Date(test.clock.now.getTime() + 60_000)
  return (await county.as('resident')(giveFeedback, { body: { words, ...(unitId ? { unitId } : {}) } })).body
}
const answer = (who: string, feedbackId: string, words = '今天就修') =>
  county.as(who)(answerFeedback, { params: { feedbackId }, body: { answer: words } })
const waiting = async (who: string, at: County = county) =>
  (await at.as(who)(listFeedback)).body.items.map(({ words }) => words)

describe('rule-32: what people write', () => {
  it('waits, oldest first, with the station, its institute and the center, until it is answered', async () => {
    const first = await write('楼道的灯坏了')
    await write('活动室太冷')
    for (const who of ['keeper', 'institute', 'center'])
      expect(await waiting(who)).toEqual(['楼道的灯坏了', '活动室太冷'])
    const answered = await answer('keeper', first.feedbackId)
    expect(answered.body).toMatchObject({ answer: '今天就修', answeredByName: '陈姐' })
    expect(await waiting('center')).toEqual(['活动室太冷'])
  })
  it('goes to the home station unless another unit is named', async () => {
    const own = await write('到站里')
    const center = await write('到中心', county.stage.centerId)
    expect(own.unitName).not.toBe(center.unitName)
    expect(await waiting('keeper')).not.toContain('到中心')
    expect(await waiting('center')).toContain('到中心')
    expect((await answer('keeper', center.feedbackId)).code).toBe('not-found')
  })
  it('is shown to who wrote it, newest first, with its answer; and they are told', async () => {
    const { feedbackId } = await write('谢谢李师傅')
    await answer('institute', feedbackId, '一定转告')
    const [newest] = (await county.as('resident')(listMyFeedback)).body.items
    expect(newest).toMatchObject({ feedbackId, answer: '一定转告', answeredByName: '周主任' })
    const notices = await county.as('resident')(listNotices)
    expect(notices.body.items[0]).toMatchObject({ kind: 'feedback-answered', about: '谢谢李师傅' })
    expect((await county.as('neighbour')(listMyFeedback)).body.items).toEqual([])
  })
  it('is told in whole characters, however it is cut', async () => {
    const { feedbackId } = await write(`${'好'.repeat(19)}🌸🌸`)
    expect((await answer('keeper', feedbackId)).status).toBe(200)
    expect((await county.as('resident')(listNotices)).body.items[0]?.about).toBe(`${'好'.repeat(19)}🌸`)
  })
  it('stays in its county', async () => {
    const { feedbackId } = await write('只在京山')
    expect(await waiting('center', daye)).toEqual([])
    const foreign = await daye.as('center')(answerFeedback, { params: { feedbackId }, body: { answer: '不该我答' } })
    expect(foreign.code).toBe('not-found')
  })
  it('goes on over pages without losing or repeating a line', async () => {
    const all = await waiting('center')
    const page = async (cursor?: string) =>
      (await county.as('center')(listFeedback, { query: { limit: '1', ...(cursor ? { cursor } : {}) } })).body
    const seen: string[] = []
    for (let at = await page(); ; at = await page(at.nextCursor)) {
      seen.push(...at.items.map(({ words }) => words))
      if (at.nextCursor === null) break
    }
    expect(seen).toEqual(all)
  })
})
