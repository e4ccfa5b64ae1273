import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { makeWechat } from './client.ts'
import { type StandIn, startStandIn } from './stand-in.ts'

const app = { appId: 'wx0123456789abcdef', appSecret: 'a-secret-that-never-shows' }
const openid = 'oABCDEFGHIJKLMNOPQRSTUVWXYZa'
const templateId = 'NXJ3TNm5Y7XqW0K9bZ8vR2cL4dF6gH1jPaSoEuIyTrQ'
const data = { thing1: '理发', time2: '2026年11月26日 09:00' }
const unavailable = { ok: false, reason: 'unavailable' }

let standIn: StandIn
let warnings: object[]
const clientOf = () =>
  makeWechat({
    ...app,
    baseUrl: standIn.url,
    log: { warn: (facts) => warnings.push(facts) },
    timeouts: { attemptMs: 300, firstRetryMs: 5, restMs: 200 },
  })

beforeEach(async () => {
  warnings = []
  standIn = await startStandIn(app)
})
afterEach(() => standIn?.close())

const signedIn = async () => {
  const wechat = clientOf()
  await wechat.code2Session(standIn.issueLoginCode(openid))
  return wechat
}

test('a busy WeChat is asked again, and the code still counts', async () => {
  standIn.fail('code2Session', { errcode: -1 }, 2)
  expect((await clientOf().code2Session(standIn.issueLoginCode(openid))).ok).toBe(true)
  expect(standIn.calls('code2Session')).toBe(3)
})

test('a one-use code is never sent twice when its answer was lost', async () => {
  standIn.fail('code2Session', 'cut-after')
  expect(await clientOf().code2Session(standIn.issueLoginCode(openid))).toEqual(unavailable)
  expect(standIn.calls('code2Session')).toBe(1)
})

test('a message is never sent twice when its answer was lost', async () => {
  const wechat = await signedIn()
  standIn.subscribe(openid, templateId)
  standIn.subscribe(openid, templateId)
  standIn.fail('subscribeMessage.send', 'cut-after')
  expect(await wechat.sendSubscribeMessage({ openid, templateId, data })).toEqual(unavailable)
  expect(standIn.sent).toHaveLength(1)
})

test('what may be repeated is: a lost token answer, a server error, a cut line', async () => {
  const wechat = await signedIn()
  standIn.fail('stable_token', 'cut-after')
  standIn.fail('msgSecCheck', { status: 502 })
  standIn.fail('msgSecCheck', 'cut-before')
  const checked = await wechat.msgSecCheck({ openid, scene: 'comment', content: '谢谢' })
  expect(checked).toEqual({ ok: true, value: { verdict: 'pass', label: 100 } })
})

test('an answer that never comes is given up after the timeout', async () => {
  standIn.fail('code2Session', 'hang')
  expect(await clientOf().code2Session(standIn.issueLoginCode(openid))).toEqual(unavailable)
  expect(warnings).toEqual([{ api: 'code2Session', why: 'timeout' }])
})

test('nobody listening is unavailable, and no credential reaches the log', async () => {
  const wechat = clientOf()
  await standIn.close()
  expect(await wechat.code2Session('demo-code')).toEqual(unavailable)
  expect(warnings).toEqual([{ api: 'code2Session', why: 'no-connection' }])
})

test('after five failures in a row an API rests, others do not, and it comes back', async () => {
  const wechat = await signedIn()
  standIn.fail('code2Session', { status: 500 }, 5)
  for (let count = 0; count < 5; count += 1) await wechat.code2Session('any')
  const before = standIn.calls('code2Session')
  const code = standIn.issueLoginCode(openid)
  expect(await wechat.code2Session(code)).toEqual(unavailable)
  expect(standIn.calls('code2Session')).toBe(before)
  expect((await wechat.getPhoneNumber(standIn.issuePhoneCode('13800138000'))).ok).toBe(true)
  await new Promise((resolve) => setTimeout(resolve, 250))
  expect((await wechat.code2Session(code)).ok).toBe(true)
})
