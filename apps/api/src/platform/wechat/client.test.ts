import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { WechatError } from './ask.ts'
import { makeWechat } from './client.ts'
import { type StandIn, startStandIn } from './stand-in.ts'

const app = { appId: 'wx0123456789abcdef', appSecret: 'a-secret-that-never-shows' }
const openid = 'oABCDEFGHIJKLMNOPQRSTUVWXYZa'
const templateId = 'NXJ3TNm5Y7XqW0K9bZ8vR2cL4dF6gH1jPaSoEuIyTrQ'
const data = { thing1: '理发', time2: '2026年11月26日 09:00' }

let now: number
let standIn: StandIn
const clock = () => new Date(now)
const clientOf = (more: { appSecret?: string } = {}) =>
  makeWechat({ ...app, baseUrl: standIn.url, log: { warn: () => undefined }, clock, ...more })

beforeEach(async () => {
  now = Date.parse('2026-11-26T01:00:00Z')
  standIn = await startStandIn({ ...app, clock })
})
afterEach(() => standIn?.close())

const signedIn = async () => {
  const wechat = clientOf()
  await wechat.code2Session(standIn.issueLoginCode(openid))
  return wechat
}

describe('code2Session', () => {
  test('gives the openid of who asked for the code, once', async () => {
    const code = standIn.issueLoginCode(openid)
    expect(await clientOf().code2Session(code)).toEqual({ ok: true, value: { openid, unionid: null } })
    expect(await clientOf().code2Session(code)).toEqual({ ok: false, reason: 'refused' })
  })

  test('of two at once with one code only one is let in', async () => {
    const code = standIn.issueLoginCode(openid)
    const wechat = clientOf()
    const answers = await Promise.all([wechat.code2Session(code), wechat.code2Session(code)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('refuses a code nobody issued and one older than five minutes', async () => {
    expect(await clientOf().code2Session('demo-guess')).toEqual({ ok: false, reason: 'refused' })
    const code = standIn.issueLoginCode(openid)
    now += 300_000
    expect(await clientOf().code2Session(code)).toEqual({ ok: false, reason: 'refused' })
  })

  test('tells a blocked user and too many sign-ins apart', async () => {
    standIn.fail('code2Session', { errcode: 40226 })
    expect(await clientOf().code2Session('any')).toEqual({ ok: false, reason: 'blocked' })
    const wechat = clientOf()
    for (let count = 0; count < 100; count += 1) await wechat.code2Session(standIn.issueLoginCode(openid))
    const tooOften = { ok: false, reason: 'too-often' }
    expect(await wechat.code2Session(standIn.issueLoginCode(openid))).toEqual(tooOften)
    now += 60_000
    expect((await wechat.code2Session(standIn.issueLoginCode(openid))).ok).toBe(true)
  })

  test('a wrong app secret is our mistake: it throws, naming the errcode and not the secret', async () => {
    const error = await clientOf({ appSecret: 'wrong-secret' })
      .code2Session(standIn.issueLoginCode(openid))
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(WechatError)
    expect(error).toMatchObject({ api: 'code2Session', errcode: 40125 })
    expect(String(error)).not.toContain('wrong-secret')
  })
})

describe('getPhoneNumber', () => {
  test('gives the number behind a code, once', async () => {
    const code = standIn.issuePhoneCode('13800138000')
    const wechat = clientOf()
    expect(await wechat.getPhoneNumber(code)).toEqual({
      ok: true,
      value: { purePhoneNumber: '13800138000', countryCode: '86' },
    })
    expect(await wechat.getPhoneNumber(code)).toEqual({ ok: false, reason: 'refused' })
    expect(await wechat.getPhoneNumber(standIn.issueLoginCode(openid))).toEqual({ ok: false, reason: 'refused' })
  })
})

describe('sendSubscribeMessage', () => {
  test('goes out once per agreement, text cut to what the template takes', async () => {
    const wechat = await signedIn()
    standIn.subscribe(openid, templateId)
    const long = '上门理发（三号楼二单元，腿脚不便，请带好推子和围布）'
    const message = { openid, templateId, page: 'orders/detail?id=1', data: { thing1: long, time2: data.time2 } }
    expect(await wechat.sendSubscribeMessage(message)).toEqual({ ok: true, value: null })
    expect(standIn.sent).toEqual([
      { openid, templateId, page: message.page, data: { thing1: `${long.slice(0, 19)}…`, time2: data.time2 } },
    ])
    expect(await wechat.sendSubscribeMessage(message)).toEqual({ ok: false, reason: 'not-subscribed' })
  })

  test('tells an unknown openid and a used-up quota', async () => {
    const wechat = await signedIn()
    const unknown = await wechat.sendSubscribeMessage({ openid: 'oNobody', templateId, data })
    expect(unknown).toEqual({ ok: false, reason: 'openid-unknown' })
    standIn.fail('subscribeMessage.send', { errcode: 45009 })
    const quota = await wechat.sendSubscribeMessage({ openid, templateId, data })
    expect(quota).toEqual({ ok: false, reason: 'too-often' })
  })

  test.each([
    ['a template id', { templateId: '?' }, 40037],
    ['a value its kind does not take', { data: { number1: '三' } }, 47003],
    ['a page with a leading slash', { page: '/orders' }, 41030],
  ])('%s that is wrong is our mistake and throws', async (_what, wrong, errcode) => {
    const wechat = await signedIn()
    standIn.subscribe(openid, templateId)
    await expect(wechat.sendSubscribeMessage({ openid, templateId, data, ...wrong })).rejects.toMatchObject({ errcode })
    expect(standIn.sent).toEqual([])
  })
})

describe('getWxaCodeUnlimit', () => {
  const image = { scene: '420882-7K2M9X', page: 'tabs/home/index', widthPx: 430 }

  test('gives a JPEG', async () => {
    const made = await clientOf().getWxaCodeUnlimit(image)
    if (!made.ok) throw new Error(made.reason)
    expect(made.value.contentType).toBe('image/jpeg')
    expect(made.value.bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff')
  })

  test('rule-49 never sends a scene longer than 32 characters or of other characters', async () => {
    const wechat = clientOf()
    for (const scene of ['', 'x'.repeat(33), '京山', 'a b', 'a%20b']) {
      await expect(wechat.getWxaCodeUnlimit({ ...image, scene })).rejects.toThrow('scene')
    }
    expect((await wechat.getWxaCodeUnlimit({ ...image, scene: 'x'.repeat(32) })).ok).toBe(true)
    expect(standIn.calls('getwxacodeunlimit')).toBe(1)
  })

  test('tells a page that is not published and a used-up quota', async () => {
    const unpublished = await clientOf().getWxaCodeUnlimit({ ...image, page: '/tabs/home/index' })
    expect(unpublished).toEqual({ ok: false, reason: 'page-unknown' })
    standIn.fail('getwxacodeunlimit', { errcode: 45009 })
    expect(await clientOf().getWxaCodeUnlimit(image)).toEqual({ ok: false, reason: 'too-often' })
  })
})

describe('msgSecCheck', () => {
  const text = { openid, scene: 'comment', content: '谢谢师傅' } as const

  test.each([
    ['谢谢师傅', { verdict: 'pass', label: 100 }],
    ['有待审词', { verdict: 'review', label: 21000 }],
    ['有违规词', { verdict: 'risky', label: 20006 }],
  ])('weighs “%s”', async (content, value) => {
    expect(await (await signedIn()).msgSecCheck({ ...text, content })).toEqual({ ok: true, value })
  })

  test('rule-44 says why a text could not be checked: too long, openid not active within two hours, unknown', async () => {
    const wechat = await signedIn()
    expect(await wechat.msgSecCheck({ ...text, content: '字'.repeat(2501) })).toEqual({ ok: false, reason: 'too-long' })
    expect((await wechat.msgSecCheck({ ...text, content: '字'.repeat(2500) })).ok).toBe(true)
    expect(await wechat.msgSecCheck({ ...text, openid: 'oNobody' })).toEqual({ ok: false, reason: 'openid-unknown' })
    now += 7_200_000
    expect(await wechat.msgSecCheck(text)).toEqual({ ok: false, reason: 'openid-inactive' })
  })
})
