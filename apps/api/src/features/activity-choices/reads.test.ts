import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type ActivityChoices, countActivities, findActivities } from '@sidan/types/activities'
import * as forms from '@sidan/types/activity-forms'
import { cancelActivity } from '@sidan/types/shifts'
import { activityForm } from '../../testing/activity-form.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())

const params = { countyId: '420882' }
const choices = (who?: string): Promise<ActivityChoices> =>
  w.county
    .as(who)(countActivities, { params })
    .then(({ body }) => body)
const placesWithAny = async () =>
  (await choices()).places.filter(({ count }) => count > 0).map(({ name, count }) => [name, count])

describe('what there is to choose by', () => {
  it('is the center and every institute by area code, with how many activities lie in each', async () => {
    const { places } = await choices()
    expect(places[0]?.name).toBe('京山市新时代文明实践中心')
    expect(places.length).toBeGreaterThan(10)
    expect(await placesWithAny()).toEqual([])
    await w.published({ title: '站里的' })
    await w
      .published({ title: '还是草稿', shifts: activityForm(w).shifts })
      .then(({ activityId, version }) =>
        w.done('keeper', cancelActivity, { params: { activityId }, body: { version, words: '不办了' } }),
      )
    await w.drafted()
    expect(await placesWithAny()).toEqual([['新市街道实践所', 1]])
    await w
      .done('center', forms.draftActivity, { body: activityForm(w, { unitId: await centerId() }) })
      .then(async ({ activityId, version }) => {
        await w.done('center', forms.publishActivity, { params: { activityId }, body: { version } })
        await w.setWords(activityId, 'passed')
      })
    expect(await placesWithAny()).toEqual([
      ['京山市新时代文明实践中心', 1],
      ['新市街道实践所', 1],
    ])
  })
  it('counts what a tap on it then finds', async () => {
    for (const { unitId, count } of (await choices()).places) {
      const { body } = await w.county.as(undefined)(findActivities, {
        params,
        query: { withinId: unitId, limit: '50' },
      })
      expect(body.items).toHaveLength(count)
    }
  })
  it('names platforms and skills that are looked for, and which of them the caller has', async () => {
    const [opening] = activityForm(w).openings
    await w.published({ platformCode: 'culture', openings: [{ ...opening, skill: 'hair' }] })
    const { platforms, skills } = await choices()
    expect(platforms.find(({ code }) => code === 'culture')?.count).toBe(1)
    expect(skills).toEqual([{ code: 'hair', name: '理发', count: 1, yours: false }])
    expect((await choices('volunteer')).skills.map(({ yours }) => yours)).toEqual([true])
  })
  it('says nothing of words that wait to be checked (rule-44)', async () => {
    const before = await placesWithAny()
    const { activityId } = await w.published()
    await w.setWords(activityId, 'held')
    expect(await placesWithAny()).toEqual(before)
  })
})

it('whoever writes an activity sees all that it may name', async () => {
  const form = await w.done('keeper', forms.getActivityForm)
  expect(form.platforms.map(({ code }) => code)).toContain('culture')
  expect(form.skills.map(({ code }) => code)).toContain('hair')
  expect(form.qualifications[0]).toEqual({ code: 'firstAid', name: '急救员证' })
})

const centerId = async () => (await choices()).places[0]?.unitId ?? ''
