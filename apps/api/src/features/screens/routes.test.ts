import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { codeStepMs, lastsMs } from '@sidan/types/rotating-codes'
import { enrolScreen, issueCodes, listScreens, revokeScreen, showScreen } from '@sidan/types/screens'
import { run } from '../../testing/papers.ts'
import { codesOf, enrolled, faceOf, phoneCodes, shownIn, waitingScreen } from '../../testing/screens.ts'
import { shiftMade } from '../../testing/shift-steps.ts'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'
import { makeWorld, type World } from '../../testing/world.ts'

let test: TestApp
let w: World

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
  w = await makeWorld(test)
})
afterAll(() => test?.close())

const here = () => ({ params: { unitId: w.county.stage.stationId } })
const naming = (shortCode: string) => ({ ...here(), body: { shortCode, name: '门口的屏' } })
const asked = (token: string) => ({ body: { countyId: w.county.countyId, token, withCodes: true } })

it('a device waits until a keeper types what it shows, and is a screen from then on, with the token it had', async () => {
  const { shortCode, token } = await waitingScreen(w)
  expect(await w.done('resident', showScreen, asked(token))).toMatchObject({ state: 'waiting' })
  const screen = await w.done('keeper', enrolScreen, naming(shortCode.toLowerCase()))
  expect(screen).toMatchObject({ name: '门口的屏', lastSeenAt: null, revokedAt: null })
  const face = await faceOf(w, { token })
  expect(face).toMatchObject({ screenId: screen.screenId, unitName: expect.stringContaining('城畈') })
  expect(face.serverNow).toBe(test.clock.now.toISOString())
})

it('a code that a device shows is good for ten minutes, and once', async () => {
  const late = await waitingScreen(w)
  w.minutesLater(10)
  expect((await w.county.as('keeper')(enrolScreen, naming(late.shortCode))).code).toBe('screen-code-unknown')
  expect((await test.call(undefined, showScreen, asked(late.token))).code).toBe('screen-unknown')
  const { shortCode } = await enrolled(w)
  expect((await w.county.as('keeper')(enrolScreen, naming(shortCode))).code).toBe('screen-code-unknown')
})

it('one screen comes of a code that two keepers type at the same moment', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { shortCode } = await waitingScreen(w)
    const answers = await Promise.all(
      ['keeper', 'center', 'institute'].map((who) => w.county.as(who)(enrolScreen, naming(shortCode))),
    )
    expect(answers.map(({ code, status }) => code ?? status).sort()).toEqual([
      201,
      'screen-code-unknown',
      'screen-code-unknown',
    ])
  }
})

it('keeps no code and no token, and the key nowhere: what is stored shows nothing on a wall', async () => {
  const waiting = await waitingScreen(w)
  const { token } = await enrolled(w)
  const stored = JSON.stringify(
    await run(
      w,
      `select s::text as row from screens s where county_id = $1 union all select r::text from screen_requests r where county_id = $1`,
    ),
  )
  for (const secret of [waiting.shortCode, waiting.token, token]) expect(stored).not.toContain(secret)
  // The same as bytes, as they would stand in a hash column that holds them plainly.
  for (const secret of [waiting.shortCode, waiting.token, token])
    expect(stored).not.toContain(Buffer.from(secret).toString('hex'))
})

it('gives the codes of the next 12 hours to who asks for them, and a new batch next time', async () => {
  const screen = await enrolled(w)
  const codes = await codesOf(w, screen)
  expect(lastsMs(codes, test.clock.now)).toBeGreaterThan(12 * 3_600_000 - codeStepMs)
  expect(new Set(codes.macs).size).toBe(2880)
  expect(shownIn(w, codes)).toMatch(/^v1\.420882\.[0-9A-Z]{6}\.\d+\.\d+\.[0-9A-Z]{16}$/)
  expect((await faceOf(w, screen, false)).codes).toBeNull()
  w.minutesLater(1)
  expect((await codesOf(w, screen)).macs).not.toContain(codes.macs[10])
})

it('two screens of one station, and those of two stations, show different codes', async () => {
  const all = await Promise.all([enrolled(w), enrolled(w), enrolled(w, w.county.stage.instituteId)])
  const codes = await Promise.all(all.map((screen) => codesOf(w, screen)))
  expect(new Set(codes.map(({ macs }) => macs[0])).size).toBe(3)
})

it('says who is on duty and what comes next, what nobody may read yet left out', async () => {
  const shown = await w.published({ title: '义诊进村' })
  const held = await w.published({ title: '还没看过' })
  await w.setWords(held.activityId, 'held')
  const { onDutyName, activities } = await faceOf(w, await enrolled(w))
  expect(onDutyName).not.toBeNull()
  const titles = activities.map(({ title }) => title)
  expect([titles.includes(shown.title), titles.includes(held.title)]).toEqual([true, false])
})

it('is listed with when it was last seen, and taken away at once: its next look shows nothing', async () => {
  const screen = await enrolled(w)
  const own = async () => {
    const { items } = await w.done('keeper', listScreens, here())
    return items.find(({ screenId }) => screenId === screen.screenId)
  }
  expect(await own()).toMatchObject({ lastSeenAt: null })
  await faceOf(w, screen)
  const seenAt = test.clock.now.toISOString()
  expect(await own()).toMatchObject({ lastSeenAt: seenAt })
  const revoking = { params: { screenId: screen.screenId } }
  await Promise.all(['keeper', 'center'].map((who) => w.done(who, revokeScreen, revoking)))
  expect(await own()).toBeUndefined()
  expect((await test.call(undefined, showScreen, asked(screen.token))).code).toBe('screen-unknown')
  w.minutesLater(5)
  const again = await w.done('institute', revokeScreen, revoking)
  expect(again.revokedAt).toBe(seenAt)
})

it('shows nothing once its unit is closed', async () => {
  const screen = await enrolled(w)
  await run(w, `update units set active = false where county_id = $1 and id = $2`, w.county.stage.stationId)
  expect((await test.call(undefined, showScreen, asked(screen.token))).code).toBe('screen-unknown')
  await run(w, `update units set active = true where county_id = $1 and id = $2`, w.county.stage.stationId)
})

it('a phone shows codes for half an hour, the same phone for the same shift however often and at once it asks', async () => {
  const { shiftId } = await shiftMade(w, { startsInMinutes: 30, minutes: 60 })
  const answers = await Promise.all([1, 2, 3].map(() => w.done('keeper', issueCodes, { body: { shiftId } })))
  expect(new Set(answers.map(({ screenId }) => screenId)).size).toBe(1)
  expect(answers[0]?.codes.macs).toHaveLength(120)
  expect(answers[0]?.title).toBe('防诈骗小课堂')
  const others = await phoneCodes(w, 'center', { shiftId })
  expect(others.prefix.split('.')[2]).not.toBe(answers[0]?.codes.prefix.split('.')[2])
})

it('a phone shows them from half an hour before a shift until its end and the grace', async () => {
  const { shiftId } = await shiftMade(w, { startsInMinutes: 31, minutes: 60 })
  const answer = async () => (await w.county.as('keeper')(issueCodes, { body: { shiftId } })).code
  expect(await answer()).toBe('codes-not-now')
  w.minutesLater(1)
  expect(await answer()).toBeUndefined()
  w.minutesLater(120)
  expect(await answer()).toBeUndefined()
  w.minutesLater(1)
  expect(await answer()).toBe('codes-not-now')
})

it('a leader shows codes for what their team offers or was sent to, and for nothing else', async () => {
  const teamShift = await shiftMade(w, {})
  await run(
    w,
    'update activities set team_id = $2 where county_id = $1 and id = $3',
    w.county.cast['team'],
    teamShift.activityId,
  )
  expect((await phoneCodes(w, 'second', { shiftId: teamShift.shiftId })).macs).toHaveLength(120)
  expect((await phoneCodes(w, 'second', { orderId: (await w.teamAccepted()).orderId })).macs).toHaveLength(120)
  const other = await shiftMade(w)
  expect((await w.county.as('second')(issueCodes, { body: { shiftId: other.shiftId } })).code).toBe('not-found')
})
