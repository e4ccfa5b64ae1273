import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type AccessTokenStore, memoryTokenStore } from './access-token.ts'
import { makeWechat } from './client.ts'
import { type StandIn, startStandIn } from './stand-in.ts'

const app = { appId: 'wx0123456789abcdef', appSecret: 'a-secret-that-never-shows' }
const openid = 'oABCDEFGHIJKLMNOPQRSTUVWXYZa'

let now: number
let standIn: StandIn
const clock = () => new Date(now)
const clientOf = (more: { tokenStore?: AccessTokenStore } = {}) =>
  makeWechat({ ...app, baseUrl: standIn.url, log: { warn: () => undefined }, clock, ...more })

beforeEach(async () => {
  now = Date.parse('2026-11-26T01:00:00Z')
  standIn = await startStandIn({ ...app, clock })
})
afterEach(() => standIn?.close())

test('twenty calls at once fetch one token, later ones none', async () => {
  const wechat = clientOf()
  await wechat.code2Session(standIn.issueLoginCode(openid))
  const check = () => wechat.msgSecCheck({ openid, scene: 'comment', content: '好' })
  const answers = await Promise.all(Array.from({ length: 20 }, check))
  expect(answers.every(({ ok }) => ok)).toBe(true)
  await check()
  expect(standIn.calls('stable_token')).toBe(1)
})

test('the token is fetched anew before its end, so that no call fails with an expired one', async () => {
  const wechat = clientOf()
  await wechat.getPhoneNumber('x')
  now += 7_200_000 - 299_000
  expect((await wechat.getPhoneNumber(standIn.issuePhoneCode('13800138000'))).ok).toBe(true)
  expect(standIn.calls('stable_token')).toBe(2)
  expect(standIn.calls('getPhoneNumber')).toBe(2)
})

test('a token that WeChat no longer knows is replaced once, and the call goes through', async () => {
  const wechat = clientOf()
  await wechat.getPhoneNumber('x')
  standIn.forgetTokens()
  expect((await wechat.getPhoneNumber(standIn.issuePhoneCode('13800138000'))).ok).toBe(true)
  expect(standIn.calls('getPhoneNumber')).toBe(3)
})

test('a token that is refused for ever is not asked for for ever', async () => {
  standIn.fail('getPhoneNumber', { errcode: 42001 }, 10)
  const wechat = clientOf()
  await expect(wechat.getPhoneNumber('x')).rejects.toMatchObject({ errcode: 42001 })
  expect(standIn.calls('getPhoneNumber')).toBe(2)
  await expect(wechat.getPhoneNumber('x')).rejects.toMatchObject({ errcode: 42001 })
  expect(standIn.calls('stable_token')).toBeLessThanOrEqual(4)
})

test('the token is shared: processes with one store fetch it once, also after another one replaced it', async () => {
  const tokenStore = memoryTokenStore()
  const [one, two] = [clientOf({ tokenStore }), clientOf({ tokenStore })]
  await one.getPhoneNumber('x')
  await two.getPhoneNumber('x')
  expect(standIn.calls('stable_token')).toBe(1)
  standIn.forgetTokens()
  await one.getPhoneNumber('x')
  await two.getPhoneNumber('x')
  expect(standIn.calls('stable_token')).toBe(2)
})
