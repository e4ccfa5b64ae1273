import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import * as z from 'zod/mini'
import { type StandIn, startStandIn } from './stand-in.ts'

const app = { appId: 'wx0123456789abcdef', appSecret: 'secret' }
let now = Date.parse('2026-11-26T01:00:00Z')
let standIn: StandIn
beforeAll(async () => {
  standIn = await startStandIn({ ...app, clock: () => new Date(now) })
})
afterAll(() => standIn?.close())

const Reply = z.looseObject({ access_token: z.optional(z.string()) })
const get = async (path: string) => z.parse(Reply, await (await fetch(standIn.url + path)).json())
const post = async (path: string, body: unknown, at = standIn.url) => {
  const headers = { 'content-type': 'application/json' }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return z.parse(Reply, await (await fetch(at + path, { method: 'POST', headers, body: text })).json())
}
const tokenBody = { grant_type: 'client_credential', appid: app.appId, secret: app.appSecret }
const session = (more: string) => get(`/sns/jscode2session?${more}`)

describe('the access token', () => {
  test('stays the same until five minutes before its end', async () => {
    const first = await post('/cgi-bin/stable_token', tokenBody)
    expect(first).toMatchObject({ expires_in: 7200 })
    now += 6_000_000
    expect(await post('/cgi-bin/stable_token', tokenBody)).toMatchObject({ ...first, expires_in: 1200 })
    now += 900_000
    expect(await post('/cgi-bin/stable_token', tokenBody)).not.toMatchObject({ access_token: first.access_token })
  })

  test('is forced anew only after 30 seconds, and the one before ends', async () => {
    const first = await post('/cgi-bin/stable_token', tokenBody)
    const force = { ...tokenBody, force_refresh: true }
    expect(await post('/cgi-bin/stable_token', force)).toMatchObject({ access_token: first.access_token })
    now += 30_000
    const second = await post('/cgi-bin/stable_token', force)
    expect(second.access_token).not.toBe(first.access_token)
    const phone = `/wxa/business/getuserphonenumber?access_token=`
    expect(await post(phone + first.access_token, { code: 'x' })).toMatchObject({ errcode: 40001 })
    expect(await post(phone + second.access_token, { code: 'x' })).toMatchObject({ errcode: 40029 })
    now += 7_200_000
    expect(await post(phone + second.access_token, { code: 'x' })).toMatchObject({ errcode: 42001 })
  })

  test.each([
    [{ ...tokenBody, grant_type: 'other' }, 40002],
    [{ ...tokenBody, appid: 'wx-other' }, 40013],
    [{ ...tokenBody, secret: 'other' }, 40125],
    [{ ...tokenBody, forceRefresh: true }, 47001],
    ['not json', 47001],
  ])('wrong parameters are refused: %j', async (body, errcode) => {
    expect(await post('/cgi-bin/stable_token', body)).toMatchObject({ errcode })
  })

  test('the wrong method and a missing token are refused', async () => {
    expect(await get('/cgi-bin/stable_token')).toMatchObject({ errcode: 43002 })
    expect(await post('/sns/jscode2session', {})).toMatchObject({ errcode: 43001 })
    expect(await post('/wxa/msg_sec_check', {})).toMatchObject({ errcode: 41001 })
  })
})

describe('code2Session', () => {
  const good = `appid=${app.appId}&secret=${app.appSecret}&grant_type=authorization_code`

  test.each([
    ['', 41002],
    ['appid=wx-other&secret=x', 40013],
    [`appid=${app.appId}`, 41004],
    [`appid=${app.appId}&secret=other`, 40125],
    [`appid=${app.appId}&secret=${app.appSecret}&js_code=x`, 40002],
    [good, 41008],
    [`${good}&js_code=guess`, 40029],
    [`${good}&code=x`, 47001],
  ])('wrong parameters are refused: %s', async (query, errcode) => {
    expect(await session(query)).toMatchObject({ errcode })
  })

  test('a used code has an errcode of its own', async () => {
    const code = standIn.issueLoginCode('oSomebody')
    expect(await session(`${good}&js_code=${code}`)).toMatchObject({ openid: 'oSomebody' })
    expect(await session(`${good}&js_code=${code}`)).toMatchObject({ errcode: 40163 })
  })
})

test('in a demonstration everybody is an active user, otherwise only who signed in', async () => {
  const demo = await startStandIn({ ...app, everybodyIsActive: true })
  try {
    const check = async (at: string) => {
      const { access_token: token } = await post('/cgi-bin/stable_token', tokenBody, at)
      const text = { version: 2, openid: 'oDemo', scene: 2, content: '好' }
      return post(`/wxa/msg_sec_check?access_token=${token}`, text, at)
    }
    expect(await check(demo.url)).toMatchObject({ errcode: 0, result: { suggest: 'pass' } })
    expect(await check(standIn.url)).toMatchObject({ errcode: 40003 })
  } finally {
    await demo.close()
  }
})
