import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Activity, findActivities, getActivity } from '@sidan/types/activities'
import * as forms from '@sidan/types/activity-forms'
import { listNotices } from '@sidan/types/notices'
import { getStationPage } from '@sidan/types/organisation'
import { listHeldWords, reviewWords } from '@sidan/types/word-checks'
import { activityForm, rewritten } from '../../testing/activity-form.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())

const inDays = (days: number) => ({
  shifts: [{ startsAt: `${w.day(days)}T07:00:00.000Z`, endsAt: `${w.day(days)}T08:30:00.000Z`, signUpUntil: null }],
})
const params = { countyId: '420882' }
const found = async (query: Record<string, string> = {}, who?: string) => {
  const answer = await w.county.as(who)(findActivities, { params, query: { limit: '50', ...query } })
  return answer.body.items.map(({ title }) => title)
}
const onPage = async () => {
  const page = await w.county.as(undefined)(getStationPage, { params: { ...params, code: w.stationCode } })
  return page.body.thisWeek.map(({ title }) => title)
}
const look = (who: string | undefined, activityId: string) =>
  w.county.as(who)(getActivity, { params: { ...params, activityId } })

/** A confirmed place in the first shift. */
const signUp = (who: string, { activityId, shifts: [shift] }: Activity) =>
  test.db.inCounty(w.county.countyId, (tx) =>
    tx.rows({
      text: `insert into signups (county_id, id, activity_id, shift_id, opening_id, person_id, attendee_id, state, starts_at, ends_at, queued_at, signed_up_at)
        values ($1, gen_random_uuid(), $2, $3, $4, $5, $5, 'confirmed', $6, $7, now(), now())`,
      values: [
        tx.countyId,
        activityId,
        shift?.shiftId,
        shift?.places[0]?.openingId,
        w.county.cast[who],
        shift?.startsAt,
        shift?.endsAt,
      ],
    }),
  )

describe('a draft', () => {
  it('is seen by who may run it alone, and found by nobody', async () => {
    const { activityId } = await w.drafted({ title: '还没写好' })
    for (const who of ['keeper', 'institute', 'center']) expect((await look(who, activityId)).status).toBe(200)
    for (const who of [undefined, 'resident', 'auditor', 'second'])
      expect((await look(who, activityId)).code).toBe('not-found')
    expect(await found()).not.toContain('还没写好')
    const run = await w.done('keeper', forms.listRunActivities)
    expect(run.items.map(({ title }) => title)).toContain('还没写好')
  })
  it('says to who may run it what can be done with it', async () => {
    const { allowedActions, shifts } = await w.drafted()
    expect(allowedActions).toEqual(['publish', 'change', 'cancel', 'copy', 'addShifts'])
    expect(shifts[0]?.allowedActions).toEqual(['change', 'cancel'])
  })
})

describe('rule-44 what an activity says', () => {
  it('is found by nobody before its words were checked, and again while new words wait', async () => {
    const { activityId, version } = await w.drafted({ title: '等人看一眼' })
    await w.done('keeper', forms.publishActivity, { params: { activityId }, body: { version } })
    expect((await look('resident', activityId)).code).toBe('not-found')
    expect(await found()).not.toContain('等人看一眼')
    expect((await look('keeper', activityId)).body.wordsWait).toBe(true)
    await w.setWords(activityId, 'passed')
    expect(await found()).toContain('等人看一眼')
    await w.done('keeper', forms.changeActivity, {
      params: { activityId },
      body: { version: 2, ...rewritten(w, { title: '换了话' }) },
    })
    expect(await found()).not.toContain('换了话')
  })
  it('is not checked anew when only the audience changes', async () => {
    const { activityId, version } = await w.published({ title: '话没变' })
    const change = rewritten(w, { title: '话没变', audience: 'youth' })
    await w.done('keeper', forms.changeActivity, { params: { activityId }, body: { version, ...change } })
    expect(await found()).toContain('话没变')
  })
  it('waits for the center where the check did not pass it, with all its words', async () => {
    const { activityId } = await w.published({ title: '有点怪', content: '这样那样' })
    await w.setWords(activityId, 'held')
    expect(await found()).not.toContain('有点怪')
    const held = await w.done('center', listHeldWords, { query: { limit: '50' } })
    const mine = held.items.find(({ words }) => words.includes('有点怪'))
    expect(mine).toMatchObject({ kind: 'activity', words: expect.stringContaining('这样那样') })
    await w.done('center', reviewWords, { params: { checkId: mine?.checkId ?? '' }, body: { show: true } })
    expect(await found()).toContain('有点怪')
  })
})

describe('finding something to do', () => {
  it('works signed out: the nearest first, then the soonest', async () => {
    await w.published({ title: '远些的后天', ...inDays(2) })
    await w.published({ title: '远些的明天', ...inDays(1) })
    const { activityId, version } = await w.done('institute', forms.draftActivity, {
      body: activityForm(w, { title: '街道今天就有', unitId: w.county.stage.instituteId, ...inDays(1) }),
    })
    await w.done('institute', forms.publishActivity, { params: { activityId }, body: { version } })
    await w.setWords(activityId, 'passed')
    const titles = (await found({ unitId: w.county.stage.stationId, toDay: w.day(2) })).filter((title) =>
      ['远些的后天', '远些的明天', '街道今天就有'].includes(title),
    )
    expect(titles).toEqual(['远些的明天', '远些的后天', '街道今天就有'])
    expect(await onPage()).toEqual(expect.arrayContaining(['远些的明天', '街道今天就有']))
  })
  it('keeps to the days, the audience, who is looked for, the platform and the skill', async () => {
    const [opening] = activityForm(w).openings
    await w.published({
      title: '给孩子的',
      audience: 'children',
      platformCode: 'culture',
      openings: [{ ...opening, skill: 'hair' }],
      ...inDays(5),
    })
    expect(await found({ audience: 'children' })).toContain('给孩子的')
    expect(await found({ audience: 'elderly' })).not.toContain('给孩子的')
    expect(await found({ lookingFor: 'volunteer' })).toContain('给孩子的')
    expect(await found({ lookingFor: 'participant' })).not.toContain('给孩子的')
    expect(await found({ platformCode: 'culture' })).toEqual(['给孩子的'])
    expect(await found({ skill: 'hair' })).toEqual(['给孩子的'])
    expect(await found({ skill: 'repair' })).toEqual([])
    expect(await found({ fromDay: w.day(6) })).not.toContain('给孩子的')
    expect(await found({ toDay: w.day(4) })).not.toContain('给孩子的')
  })
  it('pages without losing or repeating one', async () => {
    const all = await found()
    const paged: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query: Record<string, string> = { limit: '2', ...(cursor === '' ? {} : { cursor }) }
      const { items, nextCursor } = await w.done('resident', findActivities, { params, query })
      paged.push(...items.map(({ title }) => title))
      cursor = nextCursor
    }
    expect(paged.sort()).toEqual(all.sort())
  })
  it('stays in its county', async () => {
    const other = await w.daye.county.as(undefined)(findActivities, { params: { countyId: '420281' } })
    expect(other.body.items).toEqual([])
  })
})

describe('an activity', () => {
  it('is copied even when the county has given up a platform that it names', async () => {
    const { activityId } = await w.published()
    await w.setActivity(activityId, `platform_code = 'given-up'`)
    const copy = await w.done('keeper', forms.copyActivity, { params: { activityId }, body: { firstDay: w.day(9) } })
    expect([copy.state, copy.platformCode]).toEqual(['draft', 'given-up'])
  })
  it('shows private details to who runs it, and to nobody who only looks', async () => {
    const { activityId } = await w.published()
    expect((await look('keeper', activityId)).body.privateDetails).toBe('门锁 4821')
    for (const who of ['resident', undefined]) expect((await look(who, activityId)).body.privateDetails).toBeNull()
  })
  it('is made weekly: its last shift again, with the places it had', async () => {
    const { activityId, version } = await w.published(inDays(6))
    const body = { version, shifts: [], weeksMore: 3 }
    const { shifts } = await w.done('keeper', forms.addShifts, { params: { activityId }, body })
    expect(shifts.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual([6, 13, 20, 27].map(w.day))
    expect(shifts.map(({ places }) => places[0]?.capacity)).toEqual([3, 3, 3, 3])
  })
  it('is copied with its openings, from its first day on, and without whoever signed up', async () => {
    const { activityId } = await w.published({ ...inDays(6), title: '再来一次' })
    const copy = await w.done('keeper', forms.copyActivity, {
      params: { activityId },
      body: { firstDay: w.day(20) },
    })
    expect(copy).toMatchObject({ state: 'draft', title: '再来一次', privateDetails: '门锁 4821' })
    expect(copy.shifts.map(({ startsAt, places }) => [startsAt, places[0]?.name, places[0]?.free])).toEqual([
      [`${w.day(20)}T07:00:00.000Z`, '引导员', 3],
    ])
  })
  it('is made from an order, so that nothing is typed twice', async () => {
    const order = await w.submitted('resident', { slot: { day: w.day(2), part: 'morning' } })
    const draft = await w.done('keeper', forms.draftFromOrder, { params: { orderId: order.orderId } })
    expect(draft).toMatchObject({ state: 'draft', title: '上门理发', unitId: w.county.stage.stationId })
    expect(draft.shifts[0]?.startsAt).toBe(`${w.day(2)}T01:00:00.000Z`)
    const body = { version: 1 }
    const published = await w.county.as('keeper')(forms.publishActivity, {
      params: { activityId: draft.activityId },
      body,
    })
    expect(published.code).toBe('call-incomplete')
  })
  it('gives its last word to one of two who change it at once', async () => {
    const { activityId, version } = await w.published()
    const change = (title: string) =>
      w.county.as('keeper')(forms.changeActivity, {
        params: { activityId },
        body: { version, ...rewritten(w, { title }) },
      })
    const answers = await Promise.all([change('甲'), change('乙')])
    expect(answers.map(({ code }) => code).sort()).toEqual(['activity-changed', undefined])
  })
  it('that was changed is told to who signed up', async () => {
    const activity = await w.published({ title: '会改的' })
    await signUp('volunteer', activity)
    await w.done('keeper', forms.changeActivity, {
      params: { activityId: activity.activityId },
      body: { version: activity.version, ...rewritten(w, { title: '改了的', place: '三楼' }) },
    })
    const { items } = await w.done('volunteer', listNotices)
    expect(items[0]).toMatchObject({ kind: 'activity-changed', about: '改了的', activityId: activity.activityId })
    expect((await look('volunteer', activity.activityId)).body.privateDetails).toBe('门锁 4821')
  })
})
