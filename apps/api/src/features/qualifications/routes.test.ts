import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { listNotices } from '@sidan/types/notices'
import {
  addQualification,
  listMyQualifications,
  listQualifications,
  refuseQualification,
  removeQualification,
  verifyQualification,
} from '@sidan/types/qualifications'
import { newQualification, run } from '../../testing/papers.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { standingOf } from '../standing/reads.ts'
import { tellQualificationEndings } from './tell-endings.ts'

let test: TestApp
let w: World
beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())
beforeEach(() => run(w, 'delete from qualifications where county_id = $1'))

const id = (who: string) => w.county.cast[who] ?? ''
const holds = async (who: string, day = w.day(0)) =>
  test.db.inCounty(w.county.countyId, async (tx) => (await standingOf(tx, [id(who)], day)).get(id(who))?.qualifications)
const verify = (who: string, qualificationId: string, paperSeen = true) =>
  w.county.as(who)(verifyQualification, { params: { qualificationId }, body: { paperSeen } })
const newest = async (who: string) => (await w.done(who, listNotices)).items[0]
const waiting = async (who: string) =>
  (await w.done(who, listQualifications, { query: { filter: 'waiting' } })).items.map((one) => one.qualificationId)

describe('rule-05 a qualification', () => {
  it('counts from the moment staff verify it, and its owner and the staff are told', async () => {
    test.clock.now = new Date(test.clock.now.getTime() + 60_000)
    const qualificationId = await newQualification(w)
    expect(await newest('keeper')).toMatchObject({ kind: 'qualification-waiting', about: '李师傅：急救员证' })
    expect(await holds('volunteer')).toEqual([])
    for (const who of ['keeper', 'institute', 'center', 'auditor'])
      expect(await waiting(who)).toEqual([qualificationId])
    const verified = await verify('keeper', qualificationId)
    expect(verified.body).toMatchObject({ state: 'verified', decidedByName: '陈姐', person: { displayName: '李师傅' } })
    expect(await holds('volunteer')).toEqual(['firstAid'])
    expect(await newest('volunteer')).toMatchObject({ kind: 'qualification-verified', about: '急救员证' })
    expect(await waiting('keeper')).toEqual([])
  })
  it('is over by itself after its last day', async () => {
    const body = { code: 'electrician', issuer: '应急管理局', validUntilDay: w.day(5) }
    const added = await w.done('volunteer', addQualification, { body })
    await verify('keeper', added.qualificationId)
    expect(await holds('volunteer', w.day(5))).toEqual(['electrician'])
    expect(await holds('volunteer', w.day(6))).toEqual([])
  })
  it('that is refused says why to its owner, who may add it again', async () => {
    const qualificationId = await newQualification(w)
    const body = { reason: 'unreadable' as const, words: '拍清楚一点' }
    await w.done('keeper', refuseQualification, { params: { qualificationId }, body })
    const { items, kinds } = await w.done('volunteer', listMyQualifications)
    expect(items).toMatchObject([{ name: '急救员证', state: 'refused', refusal: body }])
    expect(kinds.map(({ name }) => name)).toContain('电工证')
    expect(
      (await w.county.as('volunteer')(addQualification, { body: { code: 'firstAid', issuer: '红十字会' } })).status,
    ).toBe(201)
  })
  it('is gone at once when its owner takes it back', async () => {
    const qualificationId = await newQualification(w)
    await verify('keeper', qualificationId)
    await w.done('volunteer', removeQualification, { params: { qualificationId } })
    expect(await holds('volunteer')).toEqual([])
    expect((await w.done('volunteer', listMyQualifications)).items).toEqual([])
  })
  it('is verified by staff above its owner’s home station alone, and nobody verifies their own', async () => {
    const qualificationId = await newQualification(w)
    await run(w, `update people set home_station_id = null where county_id = $1 and id = $2`, id('volunteer'))
    expect((await verify('keeper', qualificationId)).code).toBe('not-found')
    expect((await verify('volunteer', qualificationId)).code).toBe('own-qualification')
    expect((await verify('center', qualificationId)).status).toBe(200)
    await run(
      w,
      `update people set home_station_id = $3 where county_id = $1 and id = $2`,
      id('volunteer'),
      w.county.stage.stationId,
    )
  })
})

describe('two at once', () => {
  it('decide: one verifies, the other is told that it was decided', async () => {
    const qualificationId = await newQualification(w)
    const answers = await Promise.all(['keeper', 'institute', 'center'].map((who) => verify(who, qualificationId)))
    expect(answers.map(({ status, code }) => code ?? status).sort()).toEqual([
      200,
      'qualification-not-pending',
      'qualification-not-pending',
    ])
  })
  it('add the same kind: one waits', async () => {
    const add = () => w.county.as('volunteer')(addQualification, { body: { code: 'driver', issuer: '车管所' } })
    const answers = await Promise.all([add(), add(), add()])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409])
  })
})

describe('what ends within 30 days', () => {
  const night = () => test.db.inCounty(w.county.countyId, tellQualificationEndings)
  const verified = async (code: string, days: number | null) => {
    const more = days === null ? {} : { validUntilDay: w.day(days) }
    const added = await w.done('volunteer', addQualification, { body: { code, issuer: '某局', ...more } })
    await verify('keeper', added.qualificationId)
  }
  it('is told once, all kinds in one line, and listed for staff, soonest first', async () => {
    await verified('driver', 30)
    await verified('firstAid', 3)
    await verified('electrician', 31)
    test.clock.now = new Date(test.clock.now.getTime() + 60_000)
    expect([await night(), await night()]).toEqual([1, 0])
    expect(await newest('volunteer')).toMatchObject({ kind: 'qualification-ending', about: '急救员证、驾驶证' })
    const { items } = await w.done('keeper', listQualifications, { query: { filter: 'ending', limit: '1' } })
    expect(items.map(({ code }) => code)).toEqual(['firstAid'])
  })
  it('is not told when a newer paper of the kind outlasts it', async () => {
    await verified('driver', 20)
    await verified('driver', null)
    expect(await night()).toBe(0)
  })
})
