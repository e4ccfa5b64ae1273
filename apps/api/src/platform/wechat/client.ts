/**
 * WeChat's server API as the product uses it. What people and quotas cause comes back as a value; what only a mistake of ours or of the
 * configuration causes (a wrong app secret, an unknown template) is thrown as `WechatError`. The session key is not passed on: nothing needs it.
 */
import * as z from 'zod/mini'
import { type Ask, makeAsk, type Result, readAnswer, WechatError, type WechatOptions } from './ask.ts'
import { fitTemplateData } from './template-data.ts'

export interface SubscribeMessage {
  openid: string
  templateId: string
  /** Opened by a tap, without a leading slash; may carry parameters. */
  page?: string
  /** By the template's keys, e.g. `thing1`; free text is cut to what its kind takes. */
  data: Record<string, string>
}

export interface CodeImage {
  /** At most 32 characters of WeChat's set (rule-49). */
  scene: string
  /** Of the published mini-program, without a leading slash. */
  page: string
  /** 280–1280. */
  widthPx: number
}

export interface TextToCheck {
  /** Who wrote it; must have used the mini-program in the last two hours (rule-44). */
  openid: string
  scene: 'profile' | 'comment' | 'forum' | 'social'
  content: string
}

type Outcome<Value, Reason extends string> = Promise<Result<Value, Reason>>

export interface Wechat {
  /** `refused`: the code is wrong, over or used; ask `wx.login` for another. `blocked`: WeChat holds this user for high-risk. */
  code2Session(code: string): Outcome<{ openid: string; unionid: string | null }, 'refused' | 'blocked' | 'too-often'>
  getPhoneNumber(code: string): Outcome<{ purePhoneNumber: string; countryCode: string }, 'refused' | 'too-often'>
  /** `not-subscribed`: the person did not agree to this message, or has used the agreement up; the in-app notice has to do. */
  sendSubscribeMessage(message: SubscribeMessage): Outcome<null, 'not-subscribed' | 'openid-unknown' | 'too-often'>
  getWxaCodeUnlimit(image: CodeImage): Outcome<{ bytes: Buffer; contentType: string }, 'page-unknown' | 'too-often'>
  /** Anything but `pass` waits for a person's review, a failure as well (rule-44). `too-long`: over 2,500 characters. */
  msgSecCheck(
    text: TextToCheck,
  ): Outcome<
    { verdict: 'pass' | 'review' | 'risky'; label: number },
    'openid-unknown' | 'openid-inactive' | 'too-long' | 'too-often'
  >
}

const Session = z.object({ openid: z.string(), unionid: z.optional(z.string()) })
const Phone = z.object({
  phone_info: z.object({
    purePhoneNumber: z.string(),
    countryCode: z.pipe(z.union([z.string(), z.number()]), z.transform(String)),
  }),
})
const Check = z.object({ result: z.object({ suggest: z.enum(['pass', 'review', 'risky']), label: z.int() }) })
const Anything = z.looseObject({})

const sceneNumber = { profile: 1, comment: 2, forum: 3, social: 4 } as const
const maxCheckedCharacters = 2500
const scenePattern = /^[0-9A-Za-z!#$&'()*+,/:;=?@._~-]{1,32}$/

/** Makes the client. One per process: it holds the access token and the circuit breakers. */
export function makeWechat(options: WechatOptions): Wechat {
  const ask = makeAsk(options)
  return {
    code2Session: (code) => code2Session(ask, code),
    getPhoneNumber: (code) => getPhoneNumber(ask, code),
    sendSubscribeMessage: (message) => sendSubscribeMessage(ask, message),
    getWxaCodeUnlimit: (image) => getWxaCodeUnlimit(ask, image),
    msgSecCheck: (text) => msgSecCheck(ask, text),
  }
}

function code2Session(ask: Ask, code: string): ReturnType<Wechat['code2Session']> {
  const api = 'code2Session'
  const query = { js_code: code, grant_type: 'authorization_code' }
  const exchanged = ask.withSecret({ api, repeatable: false, method: 'GET', path: '/sns/jscode2session', query })
  const reasons = { 40029: 'refused', 40163: 'refused', 40226: 'blocked', 45011: 'too-often' } as const
  return ask.outcome(exchanged, reasons, (answer) => {
    const { openid, unionid } = readAnswer(api, answer, Session)
    return { openid, unionid: unionid ?? null }
  })
}

function getPhoneNumber(ask: Ask, code: string): ReturnType<Wechat['getPhoneNumber']> {
  const api = 'getPhoneNumber'
  const path = '/wxa/business/getuserphonenumber'
  const exchanged = ask.withToken({ api, repeatable: false, path, body: { code } })
  const reasons = { 40029: 'refused', 40163: 'refused', 45009: 'too-often', 45011: 'too-often' } as const
  return ask.outcome(exchanged, reasons, (answer) => readAnswer(api, answer, Phone).phone_info)
}

function sendSubscribeMessage(ask: Ask, message: SubscribeMessage): ReturnType<Wechat['sendSubscribeMessage']> {
  const api = 'subscribeMessage.send'
  const body = {
    touser: message.openid,
    template_id: message.templateId,
    ...(message.page === undefined ? {} : { page: message.page }),
    data: fitTemplateData(message.data),
    miniprogram_state: 'formal',
    lang: 'zh_CN',
  }
  const exchanged = ask.withToken({ api, repeatable: false, path: '/cgi-bin/message/subscribe/send', body })
  // 43108: two messages to one person at the same moment; 45009: the day's quota.
  const reasons = { 43101: 'not-subscribed', 40003: 'openid-unknown', 43108: 'too-often', 45009: 'too-often' } as const
  return ask.outcome(exchanged, reasons, (answer) => {
    readAnswer(api, answer, Anything)
    return null
  })
}

async function getWxaCodeUnlimit(ask: Ask, image: CodeImage): ReturnType<Wechat['getWxaCodeUnlimit']> {
  const api = 'getwxacodeunlimit'
  if (!scenePattern.test(image.scene)) throw new WechatError(api, 40169, 'scene: 1–32 characters of WeChat’s set')
  const body = { scene: image.scene, page: image.page, width: image.widthPx }
  const exchanged = ask.withToken({ api, repeatable: true, path: '/wxa/getwxacodeunlimit', body })
  return ask.outcome(exchanged, { 41030: 'page-unknown', 45009: 'too-often' } as const, (answer) => {
    if (answer.kind === 'json') throw new WechatError(api, answer.errcode, answer.errmsg)
    return { bytes: answer.bytes, contentType: answer.contentType }
  })
}

async function msgSecCheck(ask: Ask, text: TextToCheck): ReturnType<Wechat['msgSecCheck']> {
  const api = 'msgSecCheck'
  if (Array.from(text.content).length > maxCheckedCharacters) return { ok: false, reason: 'too-long' }
  const body = { version: 2, openid: text.openid, scene: sceneNumber[text.scene], content: text.content }
  const exchanged = ask.withToken({ api, repeatable: true, path: '/wxa/msg_sec_check', body })
  const reasons = {
    40003: 'openid-unknown',
    43104: 'openid-unknown',
    45009: 'too-often',
    61010: 'openid-inactive',
  } as const
  return ask.outcome(exchanged, reasons, (answer) => {
    const { suggest, label } = readAnswer(api, answer, Check).result
    return { verdict: suggest, label }
  })
}
