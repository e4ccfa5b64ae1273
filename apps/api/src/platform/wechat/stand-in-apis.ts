/** What each API of the stand-in checks and answers, with WeChat's documented errcodes. */
import sharp from 'sharp'
import * as z from 'zod/mini'
import type { StandInState } from './stand-in-state.ts'
import { fitsTemplate } from './template-data.ts'

export type StandInReply = Record<string, unknown> | Buffer

export interface StandInApi {
  /** As the client names it. */
  name: string
  method: 'GET' | 'POST'
  path: string
  needsToken: boolean
  answer(state: StandInState, given: Record<string, unknown>): StandInReply | Promise<StandInReply>
}

export const refusal = (errcode: number, errmsg: string) => ({ errcode, errmsg: `${errmsg} rid: stand-in` })
const done = { errcode: 0, errmsg: 'ok' }

// Stricter than WeChat, which overlooks what it does not know: a misspelt parameter shows here, not in a county.
const optionalText = z._default(z.string(), '')
const bodies = {
  session: z.strictObject({
    appid: optionalText,
    secret: optionalText,
    js_code: optionalText,
    grant_type: optionalText,
  }),
  token: z.strictObject({
    grant_type: z.string(),
    appid: z.string(),
    secret: z.string(),
    force_refresh: z.optional(z.boolean()),
  }),
  phone: z.strictObject({ code: z.string() }),
  message: z.strictObject({
    touser: z.string(),
    template_id: z.string(),
    page: z.optional(z.string()),
    data: z.record(z.string(), z.strictObject({ value: z.string() })),
    miniprogram_state: z.optional(z.enum(['developer', 'trial', 'formal'])),
    lang: z.optional(z.enum(['zh_CN', 'en_US', 'zh_HK', 'zh_TW'])),
  }),
  code: z.strictObject({
    scene: z.string(),
    page: z.optional(z.string()),
    width: z.optional(z.int().check(z.gte(280), z.lte(1280))),
    check_path: z.optional(z.boolean()),
    env_version: z.optional(z.enum(['release', 'trial', 'develop'])),
  }),
  check: z.strictObject({ version: z.literal(2), openid: z.string(), scene: z.int(), content: z.string() }),
}
const malformed = refusal(47001, 'data format error')

function refusedApp(state: StandInState, appId: string, secret: string) {
  if (appId === '') return refusal(41002, 'appid missing')
  if (appId !== state.appId) return refusal(40013, 'invalid appid')
  if (secret === '') return refusal(41004, 'appsecret missing')
  return secret === state.appSecret ? undefined : refusal(40125, 'invalid appsecret')
}

function stableToken(state: StandInState, given: Record<string, unknown>): StandInReply {
  const body = z.safeParse(bodies.token, given)
  if (!body.success) return malformed
  const refused = refusedApp(state, body.data.appid, body.data.secret)
  if (refused) return refused
  if (body.data.grant_type !== 'client_credential') return refusal(40002, 'invalid grant_type')
  const { token, expiresInSeconds } = state.stableToken(body.data.force_refresh ?? false)
  return { access_token: token, expires_in: expiresInSeconds }
}

function code2Session(state: StandInState, given: Record<string, unknown>): StandInReply {
  const query = z.safeParse(bodies.session, given)
  if (!query.success) return malformed
  const { appid, secret, js_code: code, grant_type: grantType } = query.data
  const refused = refusedApp(state, appid, secret)
  if (refused) return refused
  if (grantType !== 'authorization_code') return refusal(40002, 'invalid grant_type')
  if (code === '') return refusal(41008, 'missing code')
  const redeemed = state.redeem('login', code)
  if (redeemed === 'used') return refusal(40163, 'code been used')
  if (typeof redeemed === 'string') return refusal(40029, 'invalid code')
  if (!state.signIn(redeemed.value)) return refusal(45011, 'api minute-quota reach limit mustslower retry next minute')
  return { openid: redeemed.value, session_key: 'c3RhbmQtaW4gc2Vzc2lvbg==' }
}

function getPhoneNumber(state: StandInState, given: Record<string, unknown>): StandInReply {
  const body = z.safeParse(bodies.phone, given)
  if (!body.success) return malformed
  const redeemed = state.redeem('phone', body.data.code)
  if (redeemed === 'used') return refusal(40163, 'code been used')
  if (typeof redeemed === 'string') return refusal(40029, 'invalid code')
  const { value } = redeemed
  const watermark = { timestamp: Math.floor(Date.now() / 1000), appid: state.appId }
  return { ...done, phone_info: { phoneNumber: value, purePhoneNumber: value, countryCode: '86', watermark } }
}

function sendMessage(state: StandInState, given: Record<string, unknown>): StandInReply {
  const body = z.safeParse(bodies.message, given)
  if (!body.success) return malformed
  const { touser: openid, template_id: templateId, page, data } = body.data
  if (state.openidIs(openid) === 'unknown') return refusal(40003, 'invalid openid')
  if (!/^[\w-]{20,60}$/.test(templateId)) return refusal(40037, 'invalid template_id')
  const wrong = Object.entries(data).find(([key, { value }]) => !fitsTemplate(key, value))
  if (wrong) return refusal(47003, `argument invalid! data.${wrong[0]}.value invalid`)
  if (page?.startsWith('/')) return refusal(41030, 'invalid page')
  const values = Object.fromEntries(Object.entries(data).map(([key, { value }]) => [key, value]))
  const delivered = state.deliver({ openid, templateId, page: page ?? null, data: values })
  return delivered ? done : refusal(43101, 'user refuse to accept the msg')
}

async function codeImage(_state: StandInState, given: Record<string, unknown>): Promise<StandInReply> {
  const body = z.safeParse(bodies.code, given)
  if (!body.success) return malformed
  const { scene, page = '', width = 430 } = body.data
  if (scene.length === 0 || scene.length > 32)
    return refusal(40169, 'invalid length for scene, or the data is not json string')
  if (!/^[0-9A-Za-z!#$&'()*+,/:;=?@._~-]+$/.test(scene)) return refusal(40129, 'invalid scene')
  if (page.startsWith('/') || page.includes('?')) return refusal(41030, 'invalid page')
  return sharp({ create: { width, height: width, channels: 3, background: '#e8e8e8' } })
    .jpeg()
    .toBuffer()
}

// WeChat's own sample of refused text, and two plain words to try the other verdicts with.
const verdicts = [
  { words: ['特3456书yuuo莞6543李zxcz蒜7782法fgnv级', '违规词'], suggest: 'risky', label: 20006 },
  { words: ['待审词'], suggest: 'review', label: 21000 },
] as const

function checkText(state: StandInState, given: Record<string, unknown>): StandInReply {
  const body = z.safeParse(bodies.check, given)
  if (!body.success) return malformed
  const { openid, scene, content } = body.data
  if (content === '') return refusal(44002, 'empty post data')
  if (Array.from(content).length > 2500) return refusal(45002, 'content size out of limit')
  if (scene < 1 || scene > 4) return refusal(40129, 'invalid scene')
  const known = state.openidIs(openid)
  if (known === 'unknown') return refusal(40003, 'invalid openid')
  if (known === 'inactive') return refusal(61010, 'code is expired')
  const hit = verdicts.find(({ words }) => words.some((word) => content.includes(word)))
  const result = { suggest: hit?.suggest ?? 'pass', label: hit?.label ?? 100 }
  return { ...done, result, detail: [], trace_id: 'stand-in' }
}

export const standInApis: StandInApi[] = [
  { name: 'stable_token', method: 'POST', path: '/cgi-bin/stable_token', needsToken: false, answer: stableToken },
  { name: 'code2Session', method: 'GET', path: '/sns/jscode2session', needsToken: false, answer: code2Session },
  {
    name: 'getPhoneNumber',
    method: 'POST',
    path: '/wxa/business/getuserphonenumber',
    needsToken: true,
    answer: getPhoneNumber,
  },
  {
    name: 'subscribeMessage.send',
    method: 'POST',
    path: '/cgi-bin/message/subscribe/send',
    needsToken: true,
    answer: sendMessage,
  },
  { name: 'getwxacodeunlimit', method: 'POST', path: '/wxa/getwxacodeunlimit', needsToken: true, answer: codeImage },
  { name: 'msgSecCheck', method: 'POST', path: '/wxa/msg_sec_check', needsToken: true, answer: checkText },
]
