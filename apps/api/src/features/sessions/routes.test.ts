import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { getMe } from '@sidan/types/people'
import * as sessions from '@sidan/types/sessions'
import { startTestApp, type TestApp } from '../../testing/test-app.ts'

let test: TestApp
const countyId = 420882

beforeAll(async () => {
  test = await startTestApp({ twoCounties: true })
})
afterAll(() => test?.close())

const signIn = (openid: string, at: number = countyId) =>
  test.call(undefined, sessions.signInWithWechat, {
    body: { countyId: at, code: test.standIn.issueLoginCode(openid) },
  })
const refresh = (refreshToken: string, at: number = countyId) =>
  test.call(undefined, sessions.refreshSession, { body: { countyId: at, refreshToken } })
const me = (token: string) => test.call(token, getMe)

async function later<Result>(minutes: number, work: () => Promise<Result>): Promise<Result> {
  const now = test.clock.now
  test.clock.now = new Date(now.getTime() + minutes * 60_000)
  const result = await work()
  test.clock.now = now
  return result
}
const close = (personId: string) =>
  test.db.inCounty(test.county.countyId, (tx) =>
    tx.rows({
      text: 'update people set closed_at = $3 where county_id = $1 and id = $2',
      values: [countyId, personId, tx.now],
    }),
  )

describe('signing in with WeChat', () => {
  it('makes the person on the first sign-in and finds them on the next', async () => {
    const [first, again] = [await signIn('openid-1'), await signIn('openid-1')]
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body.personId).toBe(first.body.personId)
    expect((await me(first.body.accessToken)).body).toMatchObject({
      personId: first.body.personId,
      countyId,
      roles: [],
    })
  })
  it('makes one person when the same one signs in twice at once', async () => {
    for (const openid of ['at-once-1', 'at-once-2', 'at-once-3', 'at-once-4']) {
      const answers = await Promise.all([1, 2, 3, 4].map(() => signIn(openid)))
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
      expect(new Set(answers.map(({ body }) => body.personId)).size).toBe(1)
    }
  })
  it('knows somebody in one county as somebody else in another', async () => {
    const [here, there] = [await signIn('openid-2'), await signIn('openid-2', 420281)]
    expect(there.body.personId).not.toBe(here.body.personId)
    expect((await refresh(here.body.refreshToken, 420281)).code).toBe('refresh-token-refused')
    expect((await refresh(here.body.refreshToken)).status).toBe(200)
  })
  it('ends for who has closed their account: no sign-in, no refresh, no request', async () => {
    const { body } = await signIn('openid-closed')
    await close(body.personId)
    expect((await signIn('openid-closed')).code).toBe('wechat-code-refused')
    expect((await refresh(body.refreshToken)).code).toBe('refresh-token-refused')
    expect((await me(body.accessToken)).code).toBe('sign-in-needed')
  })
})

describe('tokens', () => {
  it('are good for fifteen minutes, and renewed for thirty days after their last use', async () => {
    const { body } = await signIn('openid-3')
    expect((await later(14, () => me(body.accessToken))).status).toBe(200)
    expect((await later(16, () => me(body.accessToken))).code).toBe('sign-in-needed')
    expect((await later(31 * 1440, () => refresh(body.refreshToken))).code).toBe('refresh-token-refused')
    expect((await later(29 * 1440, () => refresh(body.refreshToken))).status).toBe(200)
  })
  it('are refreshed once: of two at once one succeeds, and the family ends', async () => {
    const { body } = await signIn('openid-4')
    const answers = await Promise.all([refresh(body.refreshToken), refresh(body.refreshToken)])
    expect(answers.map(({ code }) => code ?? 'refreshed').sort()).toEqual(['refresh-token-refused', 'refreshed'])
    const won = answers.find(({ code }) => code === undefined)
    expect((await refresh(won?.body.refreshToken ?? '')).code).toBe('refresh-token-refused')
  })
  it('end with signing out, and a token that nobody knows is signed out silently', async () => {
    const { body } = await signIn('openid-5')
    const other = await signIn('openid-5')
    const signOut = (refreshToken: string) =>
      test.call(undefined, sessions.signOut, { body: { countyId, refreshToken } })
    expect((await signOut(body.refreshToken)).body).toEqual({ ended: true })
    expect((await signOut('unknown')).body).toEqual({ ended: true })
    expect((await refresh(body.refreshToken)).code).toBe('refresh-token-refused')
    expect((await refresh(other.body.refreshToken)).status).toBe(200) // another device stays signed in
  })
})

describe('signing a browser in', () => {
  const ask = async () => (await test.call(undefined, sessions.requestSignIn, { body: { countyId } })).body
  const confirm = (as: string, shortCode: string, county = test.county) =>
    county.as(as)(sessions.confirmSignIn, { body: { shortCode } })
  const claim = ({ requestId, browserSecret }: { requestId: string; browserSecret: string }) =>
    test.call(undefined, sessions.claimSignIn, { params: { requestId }, body: { countyId, browserSecret } })

  it('waits for a person who is signed in, and then is theirs, once', async () => {
    const request = await ask()
    expect((await claim(request)).body).toEqual({ state: 'waiting' })
    await confirm('keeper', `sidan:l:${request.shortCode}`)
    const answers = await Promise.all([claim(request), claim(request)])
    expect(answers.map(({ code }) => code ?? 'claimed').sort()).toEqual(['claimed', 'sign-in-request-expired'])
    const won = answers.find(({ code }) => code === undefined)?.body
    const token = won?.state === 'confirmed' ? won.tokens.accessToken : ''
    expect((await me(token)).body.personId).toBe(test.county.cast['keeper'])
  })
  it('is not taken over by who confirms second', async () => {
    const request = await ask()
    await confirm('keeper', request.shortCode)
    expect((await confirm('resident', request.shortCode)).code).toBe('sign-in-request-expired')
    expect((await claim(request)).body).toMatchObject({ tokens: { personId: test.county.cast['keeper'] } })
  })
  it('is none of another county’s people', async () => {
    const [, daye] = test.counties
    expect((await confirm('keeper', (await ask()).shortCode, daye)).code).toBe('not-found')
  })
})

describe('a demo', () => {
  it('lets anybody play its people, and nobody else', async () => {
    const { items } = (await test.call(undefined, sessions.listDemoPeople, { query: { countyId: '420882' } })).body
    expect(items.map(({ displayName }) => displayName)).toContain('王阿姨')
    const real = (await signIn('openid-real')).body.personId
    const play = (personId: string | undefined) =>
      test.call(undefined, sessions.signInAsDemoPerson, { body: { countyId, personId } })
    expect(items.map(({ personId }): string => personId)).not.toContain(real)
    expect((await play(items[0]?.personId)).status).toBe(201)
    expect((await play(real)).code).toBe('not-found')
  })
})
