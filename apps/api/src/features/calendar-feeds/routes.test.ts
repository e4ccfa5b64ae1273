import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { endCalendarFeed, listCalendarFeeds, openCalendarFeed } from '@sidan/types/calendar-feeds'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())

const open = (who: string, body: object) => w.done(who, openCalendarFeed, { body })
const ask = async (path: string) => {
  const answer = await fetch(`${test.url}${path}`)
  // Lines are folded at 75 bytes.
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    text: (await answer.text()).replaceAll('\r\n ', ''),
  }
}
const station = () => ({ kind: 'station', unitId: w.county.stage.stationId })
const team = () => ({ kind: 'team', teamId: w.county.cast['team'] })

describe('a calendar’s link', () => {
  it('of a station says what it offers, to whoever holds it', async () => {
    await w.published({ title: '剪纸课' })
    const { path, about } = await open('resident', station())
    const { status, type, text } = await ask(path)
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(about).toBe('城畈社区实践站')
    expect(text).toContain('SUMMARY:剪纸课')
    expect(text).toContain(`DTSTART:${w.day(3).replaceAll('-', '')}T010000Z`)
  })
  it('says no draft, nothing whose words wait for their check, and no private details', async () => {
    await w.drafted({ title: '还是草稿' })
    const waiting = await w.published({ title: '话还没查' })
    await w.setWords(waiting.activityId, 'held')
    const { text } = await ask((await open('resident', station())).path)
    for (const hidden of ['还是草稿', '话还没查', '4821']) expect(text).not.toContain(hidden)
  })
  it('of one’s own says the visits one accepted and asked for, without an address (rule-27)', async () => {
    await w.accepted()
    for (const who of ['volunteer', 'resident']) {
      const { text } = await ask((await open(who, { kind: 'mine' })).path)
      expect(text).toContain('SUMMARY:上门理发')
      expect(text).not.toContain('3 栋')
    }
    expect((await ask((await open('third', { kind: 'mine' })).path)).text).not.toContain('BEGIN:VEVENT')
  })
  it('of a team is opened by its members alone, and is dead for who left', async () => {
    expect((await w.county.as('resident')(openCalendarFeed, { body: team() })).code).toBe('not-found')
    const { path } = await open('volunteer', team())
    await w.teamAccepted()
    expect((await ask(path)).text).toContain('SUMMARY:上门理发')
    const membership = 'from team_members where county_id = $1 and team_id = $2 and person_id = $3'
    const values = [w.county.countyId, w.county.cast['team'], w.county.cast['volunteer']]
    await test.db.inCounty(w.county.countyId, (tx) => tx.rows({ text: `delete ${membership}`, values }))
    expect((await ask(path)).status).toBe(404)
  })
  it('is the same for who opens it again, another for somebody else, and dead once it is ended', async () => {
    const first = await open('neighbour', station())
    expect((await open('neighbour', station())).path).toBe(first.path)
    expect((await open('second', station())).path).not.toBe(first.path)
    expect((await w.done('neighbour', listCalendarFeeds)).items.map(({ path }) => path)).toEqual([first.path])
    await w.done('neighbour', endCalendarFeed, { params: { feedId: first.feedId } })
    expect((await ask(first.path)).status).toBe(404)
    expect((await open('neighbour', station())).path).not.toBe(first.path)
  })
  it('of one county opens nothing in the other, and a made-up one nothing at all', async () => {
    const { path } = await open('resident', station())
    for (const made of [
      path.replace('420882', '420281'),
      path.replace('420882', '110000'),
      path.replace(/-.*\.ics/, `-${'A'.repeat(43)}.ics`),
      '/calendar/420882.ics',
      '/calendar/x.ics',
    ])
      expect([made, (await ask(made)).status]).toEqual([made, 404])
  })
})
