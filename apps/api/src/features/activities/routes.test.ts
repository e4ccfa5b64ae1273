import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { listActivities, publishActivity } from '@sidan/types/activities'
import { getStationPage } from '@sidan/types/organisation'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ presets: ['jingshan', 'daye'] })
  w = await makeWorld(test)
})
afterAll(() => test?.close())

const publish = (who: string, title: string, inDays: number, unitId: string = w.county.stage.stationId) =>
  w.county.as(who)(publishActivity, {
    body: {
      unitId,
      title,
      place: '二楼活动室',
      startsAt: `${w.day(inDays)}T07:00:00.000Z`,
      endsAt: `${w.day(inDays)}T08:30:00.000Z`,
      capacity: null,
    },
  })
const listed = async (who: string, from: World['daye'] = w) =>
  (await from.county.as(who)(listActivities)).body.items.map(({ title }) => title)
const onPage = async () => {
  const params = { countyId: '420882', code: w.stationCode }
  return (await w.county.as(undefined)(getStationPage, { params })).body.thisWeek.map(({ title }) => title)
}

describe('an activity', () => {
  it('is on its station’s page and in the list of who lives there, earliest first', async () => {
    expect((await publish('keeper', '后天的课', 2)).status).toBe(201)
    expect((await publish('keeper', '明天的课', 1)).status).toBe(201)
    expect(await onPage()).toEqual(['明天的课', '后天的课'])
    expect(await listed('resident')).toEqual(['明天的课', '后天的课'])
  })
  it('of the institute is on its stations’ pages', async () => {
    await publish('institute', '街道的戏', 3, w.county.stage.instituteId)
    expect(await onPage()).toContain('街道的戏')
    expect(await listed('resident')).toContain('街道的戏')
  })
  it('is not shown before its week, nor when it is over', async () => {
    await publish('keeper', '下个月的课', 30)
    expect([await onPage(), await listed('resident')].flat()).not.toContain('下个月的课')
    const now = test.clock.now
    test.clock.now = new Date(now.getTime() + 10 * 86_400_000)
    expect(await onPage()).toEqual([])
    test.clock.now = now
  })
  it.each(['resident', 'volunteer', 'gridWorker', 'merchant', 'auditor'])('is not announced by %s', async (who) => {
    expect((await publish(who, '不该有', 1)).code).toBe('not-allowed')
    expect(await onPage()).not.toContain('不该有')
  })
  it('stays in its county', async () => {
    expect(await listed('resident', w.daye)).toEqual([])
  })
})
