/** Asking WeChat with the right credentials: the app secret, or the access token with one renewal; and reading the answer into a value. */
import * as z from 'zod/mini'
import { type AccessTokenStore, makeAccessToken, memoryTokenStore } from './access-token.ts'
import { type Answer, type Exchange, makeCall, type Timeouts, usualTimeouts, WechatUnreachable } from './call.ts'

export type Result<Value, Reason extends string> =
  | { ok: true; value: Value }
  /** `unavailable`: WeChat cannot be reached or is busy; try later. */
  | { ok: false; reason: Reason | 'unavailable' }

export interface WechatOptions {
  /** `https://api.weixin.qq.com`, or a stand-in's address. */
  baseUrl: string
  appId: string
  appSecret: string
  log: { warn(facts: object, message: string): void }
  tokenStore?: AccessTokenStore
  timeouts?: Timeouts
  clock?: () => Date
}

/** WeChat refused for a reason that only we can mend; see WeChat's list of errcodes. */
export class WechatError extends Error {
  override readonly name = 'WechatError'
  constructor(
    readonly api: string,
    readonly errcode: number,
    errmsg: string,
  ) {
    super(`${api}: ${errcode} ${errmsg}`)
  }
}

export interface Ask {
  /** With app id and secret. */
  withSecret(exchange: Exchange): Promise<Answer>
  /** With the access token; when WeChat refuses it, once more with the next one. */
  withToken(exchange: Omit<Exchange, 'method' | 'query'>): Promise<Answer>
  /** Turns the errcodes that people and quotas cause into reasons and reads the rest. */
  outcome<Value, Reason extends string>(
    exchanged: Promise<Answer>,
    reasons: Readonly<Record<number, Reason>>,
    read: (answer: Answer) => Value,
  ): Promise<Result<Value, Reason>>
}

const Token = z.object({ access_token: z.string(), expires_in: z.int() })
const tokenRefused = new Set([40001, 40014, 42001])

export function makeAsk({ baseUrl, appId, appSecret, log, tokenStore, timeouts, clock }: WechatOptions): Ask {
  const call = makeCall(baseUrl, timeouts ?? usualTimeouts)
  const accessToken = makeAccessToken({
    store: tokenStore ?? memoryTokenStore(),
    clock: clock ?? (() => new Date()),
    async fetchToken(force) {
      const body = { grant_type: 'client_credential', appid: appId, secret: appSecret, force_refresh: force }
      const path = '/cgi-bin/stable_token'
      const answer = await call({ api: 'stable_token', repeatable: true, method: 'POST', path, query: {}, body })
      const { access_token, expires_in } = readAnswer('stable_token', answer, Token)
      return { token: access_token, expiresInSeconds: expires_in }
    },
  })

  return {
    withSecret: (exchange) => call({ ...exchange, query: { appid: appId, secret: appSecret, ...exchange.query } }),
    async withToken(exchange) {
      const send = (token: string) => call({ ...exchange, method: 'POST', query: { access_token: token } })
      const token = await accessToken.current()
      const answer = await send(token)
      if (answer.kind === 'image' || !tokenRefused.has(answer.errcode)) return answer
      return send(await accessToken.insteadOf(token))
    },
    async outcome(exchanged, reasons, read) {
      try {
        const answer = await exchanged
        const reason = answer.kind === 'json' ? reasons[answer.errcode] : undefined
        return reason === undefined ? { ok: true, value: read(answer) } : { ok: false, reason }
      } catch (error) {
        if (!(error instanceof WechatUnreachable)) throw error
        log.warn({ api: error.api, why: error.why }, 'WeChat is unavailable')
        return { ok: false, reason: 'unavailable' }
      }
    },
  }
}

/** Reads a JSON answer. @throws WechatError for an errcode, WechatUnreachable for an answer of another shape. */
export function readAnswer<Schema extends z.ZodMiniType>(api: string, answer: Answer, schema: Schema): z.infer<Schema> {
  if (answer.kind === 'image') throw new WechatUnreachable(api, 'garbled', false)
  if (answer.errcode !== 0) throw new WechatError(api, answer.errcode, answer.errmsg)
  const read = z.safeParse(schema, answer.json)
  if (!read.success) throw new WechatUnreachable(api, 'garbled', false)
  return read.data
}
