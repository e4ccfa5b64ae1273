/**
 * One HTTP exchange with WeChat: a timeout per attempt, few retries, and a circuit breaker per API, so that a slow QR code never blocks signing in.
 *
 * What may be tried again depends on what the other side may already have done. A login code is good for one exchange and a message must not go
 * out twice: such a call is repeated only when it surely had no effect (no connection, or WeChat said it is busy); others after any failure.
 */
import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleType,
  handleWhen,
  type IPolicy,
  retry,
  wrap,
} from 'cockatiel'
import * as z from 'zod/mini'

/** WeChat cannot be reached, answers too late or not sensibly, or was not asked because it just failed several times. */
export class WechatUnreachable extends Error {
  override readonly name = 'WechatUnreachable'
  constructor(
    readonly api: string,
    readonly why: 'no-connection' | 'cut-off' | 'timeout' | 'status' | 'busy' | 'garbled' | 'resting',
    /** The call surely had no effect over there. */
    readonly untouched: boolean,
  ) {
    super(`${api}: ${why}`)
  }
}

export interface Exchange {
  api: string
  /** An answer that was lost may be asked for again. */
  repeatable: boolean
  method: 'GET' | 'POST'
  path: string
  /** Holds secrets: never logged, never part of an error. */
  query: Record<string, string>
  body?: Record<string, unknown>
}

/** What came back: JSON with an `errcode` (0 when WeChat sent none), or an image. */
export type Answer =
  | { kind: 'json'; errcode: number; errmsg: string; json: unknown }
  | { kind: 'image'; contentType: string; bytes: Buffer }

export interface Timeouts {
  /** Per attempt, body included. */
  attemptMs: number
  /** Before the first retry; doubles after that. */
  firstRetryMs: number
  /** How long an API is left alone after five failures in a row. */
  restMs: number
}

export const usualTimeouts: Timeouts = { attemptMs: 4_000, firstRetryMs: 200, restMs: 10_000 }

const Status = z.looseObject({ errcode: z._default(z.int(), 0), errmsg: z._default(z.string(), '') })
const busyErrcode = -1
const noConnection = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Makes the function that talks to one WeChat host. It throws `WechatUnreachable` and nothing else. */
export function makeCall(baseUrl: string, timeouts: Timeouts): (exchange: Exchange) => Promise<Answer> {
  const base = new URL(baseUrl)
  const policies = new Map<string, IPolicy>()

  function policyOf({ api, repeatable }: Exchange): IPolicy {
    const known = policies.get(api)
    if (known) return known
    const again = retry(
      handleWhen((error) => error instanceof WechatUnreachable && (repeatable || error.untouched)),
      { maxAttempts: 2, backoff: new ExponentialBackoff({ initialDelay: timeouts.firstRetryMs }) },
    )
    const breaker = circuitBreaker(handleType(WechatUnreachable), {
      halfOpenAfter: timeouts.restMs,
      breaker: new ConsecutiveBreaker(5),
    })
    const policy = wrap(again, breaker)
    policies.set(api, policy)
    return policy
  }

  return async (exchange) => {
    try {
      return await policyOf(exchange).execute(() => attempt(base, exchange, timeouts.attemptMs))
    } catch (error) {
      if (error instanceof BrokenCircuitError) throw new WechatUnreachable(exchange.api, 'resting', true)
      throw error
    }
  }
}

async function attempt(base: URL, { api, method, path, query, body }: Exchange, timeoutMs: number): Promise<Answer> {
  const url = new URL(path, base)
  url.search = new URLSearchParams(query).toString()
  const request: RequestInit = { method, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) }
  if (body) Object.assign(request, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  try {
    const response = await fetch(url, request)
    if (!response.ok) throw new WechatUnreachable(api, 'status', false)
    const contentType = response.headers.get('content-type') ?? ''
    const bytes = Buffer.from(await response.arrayBuffer())
    return contentType.startsWith('image/') ? { kind: 'image', contentType, bytes } : readJson(api, bytes)
  } catch (error) {
    throw error instanceof WechatUnreachable ? error : unreachable(api, error)
  }
}

// WeChat labels JSON as text/plain now and then, so the body decides.
function readJson(api: string, bytes: Buffer): Answer {
  let json: unknown
  try {
    json = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new WechatUnreachable(api, 'garbled', false)
  }
  const status = z.safeParse(Status, json)
  if (!status.success) throw new WechatUnreachable(api, 'garbled', false)
  if (status.data.errcode === busyErrcode) throw new WechatUnreachable(api, 'busy', true)
  return { kind: 'json', ...status.data, json }
}

function unreachable(api: string, error: unknown): WechatUnreachable {
  if (textOf(error, 'name') === 'TimeoutError') return new WechatUnreachable(api, 'timeout', false)
  const cause = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined
  return noConnection.has(textOf(cause, 'code'))
    ? new WechatUnreachable(api, 'no-connection', true)
    : new WechatUnreachable(api, 'cut-off', false)
}

const textOf = (thing: unknown, key: string): string =>
  typeof thing === 'object' && thing !== null && key in thing ? String(Reflect.get(thing, key)) : ''
