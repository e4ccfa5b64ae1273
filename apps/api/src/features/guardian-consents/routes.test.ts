import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import * as guardians from '@sidan/types/guardians'
import { listNotices } from '@sidan/types/notices'
import { askedCode, forgetConsents, newConsent, run } from '../../testing/papers.ts'
import { agreeing, onPaper } from '../../testing/promises/guardian-requests.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'
import { standingOf } from '../standing/reads.ts'

const { agreeAsGuardian, askGuardian, getGuardianship, listMinors, openGuardianRequest } = guardians
const { recordPaperConsent, withdrawGuardianConsent } = guardians

let test: TestApp
let w: World
beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())
beforeEach(async () => {
  test.clock.now = new Date(test.clock.now.getTime() + 60_000)
  await forgetConsents(w)
})

const week = { body: { goodForDays: 7 } }
const minorId = () => w.county.cast['minor'] ?? ''
const mayServe = async () =>
  test.db.inCounty(w.county.countyId, async (tx) => {
    const known = await standingOf(tx, [minorId()], w.day(0))
    return known.get(minorId())?.guardianConsents
  })
const agree = (who: string, code: string) => w.county.as(who)(agreeAsGuardian, { body: agreeing(code) as never })
const newest = async (who: string) => (await w.done(who, listNotices)).items[0]

describe('rule-16 a guardian', () => {
  it('sees who asks, agrees on their own account, and it counts from that moment', async () => {
    const { code } = await w.done('minor', askGuardian, week)
    expect((await w.done('minor', getGuardianship)).request).not.toBeNull()
    const asks = await w.done('neighbour', openGuardianRequest, { body: { code } })
    expect(asks.minorName).toBe('小孟')
    expect(await mayServe()).toBe(false)
    expect((await agree('neighbour', code)).body.minor.displayName).toBe('小孟')
    expect(await mayServe()).toBe(true)
    expect(await newest('minor')).toMatchObject({ kind: 'guardian-agreed', about: '刘叔' })
    const mine = await w.done('minor', getGuardianship)
    expect(mine).toMatchObject({ needed: true, consent: { how: 'inApp', guardianName: '刘叔' }, request: null })
    expect((await w.done('neighbour', getGuardianship)).wards).toHaveLength(1)
  })
  it('rule-21 withdraws at any time, which counts at once, and the minor and the station are told', async () => {
    const consentId = await newConsent(w)
    test.clock.now = new Date(test.clock.now.getTime() + 60_000)
    await w.done('neighbour', withdrawGuardianConsent, { params: { consentId } })
    expect(await mayServe()).toBe(false)
    for (const who of ['minor', 'keeper'])
      expect(await newest(who)).toMatchObject({ kind: 'guardian-withdrew', about: '刘叔' })
    expect((await agree('neighbour', await askedCode(w))).status).toBe(201)
  })
  it('is a grown-up: a known minor is none, whatever they say', async () => {
    const code = await askedCode(w)
    await run(
      w,
      `update volunteers set age_band = 'from14' where county_id = $1 and person_id = $2`,
      w.county.cast['second'],
    )
    expect((await agree('second', code)).code).toBe('guardian-not-fitting')
    await run(
      w,
      `update volunteers set age_band = 'from18' where county_id = $1 and person_id = $2`,
      w.county.cast['second'],
    )
    expect((await agree('second', code)).status).toBe(201)
  })
})

describe('a code for a guardian', () => {
  it('is good once, also for two who bring it at once', async () => {
    const code = await askedCode(w)
    const answers = await Promise.all([agree('neighbour', code), agree('resident', code)])
    expect(answers.map(({ status, code: problem }) => problem ?? status).sort()).toEqual([201, 'guardian-code-unknown'])
    expect((await agree('center', code)).code).toBe('guardian-code-unknown')
  })
  it('is over when a newer one is asked for, and after seven days', async () => {
    const first = await askedCode(w)
    const second = await askedCode(w)
    expect((await agree('neighbour', first)).code).toBe('guardian-code-unknown')
    test.clock.now = new Date(test.clock.now.getTime() + 7 * 86_400_000)
    expect((await agree('neighbour', second)).code).toBe('guardian-code-unknown')
  })
  it('is the same when the request is repeated with its key, and only its hash is stored', async () => {
    const key = 'the-same-key-twice'
    const [one, two] = [
      await w.county.as('minor')(askGuardian, { ...week, key }),
      await w.county.as('minor')(askGuardian, { ...week, key }),
    ]
    expect(two?.body.code).toBe(one?.body.code)
    const rows = await run(w, 'select * from guardian_requests where county_id = $1')
    expect(JSON.stringify(rows)).not.toContain(one?.body.code)
  })
  it('asked for twice at once leaves one that is good', async () => {
    const answers = await Promise.all([w.done('minor', askGuardian, week), w.done('minor', askGuardian, week)])
    const agreed = []
    for (const { code } of answers) agreed.push((await agree('neighbour', code)).status)
    expect(agreed.sort()).toEqual([201, 404])
  })
})

describe('a consent on paper', () => {
  it('is recorded by staff, shown with the guardian’s name, and withdrawn by staff, which erases it', async () => {
    const body = (await onPaper(w)) as never
    const { consentId } = await w.done('keeper', recordPaperConsent, { body })
    expect(await mayServe()).toBe(true)
    const sealed = await run(w, 'select * from guardian_consents where county_id = $1')
    expect(JSON.stringify(sealed)).not.toContain('孟先生')
    const [minor] = (await w.done('auditor', listMinors)).items
    expect(minor).toMatchObject({ person: { displayName: '小孟' }, consent: { how: 'paper', guardianName: '孟先生' } })
    await w.done('institute', withdrawGuardianConsent, { params: { consentId } })
    expect(await mayServe()).toBe(false)
    const [left] = (await run(w, 'select * from guardian_consents where county_id = $1')) as object[]
    expect(left).toMatchObject({ guardian_name_sealed: null, guardian_phone_sealed: null, photo_hash: null })
  })
})
