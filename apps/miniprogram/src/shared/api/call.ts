/** The only place that talks to the network: calls an endpoint of types with the session's token, once more after a refresh, and returns a value either way. */
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from '@sidan/types/endpoint'
import type { ProblemCode } from '@sidan/types/problems'
import { refreshSession } from '@sidan/types/sessions'
import Taro from '@tarojs/taro'
import { forgetSession, keepSession, readSession } from '../session/session.ts'

/** Refused, or not reached at all: `offline`. */
export type Failure = { ok: false; code: ProblemCode | 'offline' }
export type Outcome<Reply> = { ok: true; value: Reply } | Failure

interface Asking<E> {
  params?: ParamsOf<E>
  query?: QueryOf<E>
  body?: BodyOf<E>
  /** One per thing the person wants done: a retry of the same tap sends the same key. */
  key?: string
}

const base = API_BASE

/** A key for one attempt of one person; it needs to be unlikely, not secret. */
export const newKey = (): string =>
  `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}`

/** A UUIDv7-shaped id for what the phone makes by itself (clock events). */
export function newEventId(): string {
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => Math.floor(Math.random() * 16).toString(16)).join('')
  const time = Date.now().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`
}

function urlOf(endpoint: Endpoint, params: object = {}, query: object = {}): string {
  const named = new Map(Object.entries(params))
  const path = endpoint.path.replace(/:(\w+)/g, (_all, name: string) =>
    encodeURIComponent(String(named.get(name) ?? '')),
  )
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined)
  return (
    base +
    path +
    (pairs.length > 0
      ? `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')}`
      : '')
  )
}

async function send(
  endpoint: Endpoint,
  url: string,
  body: unknown,
  key: string,
): Promise<{ status: number; data: unknown } | undefined> {
  const session = readSession()
  try {
    const answer = await Taro.request({
      url,
      method: endpoint.method,
      timeout: 15_000,
      header: {
        'content-type': 'application/json',
        ...(session ? { authorization: `Bearer ${session.accessToken}` } : {}),
        ...(endpoint.method === 'POST' ? { 'idempotency-key': key } : {}),
      },
      ...(endpoint.method === 'POST' ? { data: JSON.stringify(body ?? {}) } : {}),
    })
    return { status: answer.statusCode, data: answer.data }
  } catch (error) {
    // On H5 the promise is rejected for 4xx as well, with the answer in it.
    return typeof error === 'object' &&
      error !== null &&
      'status' in error &&
      typeof error.status === 'number' &&
      'json' in error &&
      typeof error.json === 'function'
      ? { status: error.status, data: await error.json() }
      : undefined
  }
}

let refreshing: Promise<boolean> | undefined

/** One refresh at a time: a refresh token is good for one use. True when there is another access token than the one that was `refused`. */
function refresh(refused: string | undefined): Promise<boolean> {
  refreshing ??= (async () => {
    const session = readSession()
    if (!session) return false
    if (session.accessToken !== refused) return true
    const answer = await send(
      refreshSession,
      urlOf(refreshSession),
      { countyId: session.countyId, refreshToken: session.refreshToken },
      newKey(),
    )
    if (answer?.status === 200) keepSession(answer.data as ReplyOf<typeof refreshSession>)
    else if (answer?.status === 401) forgetSession()
    return answer?.status === 200
  })().finally(() => {
    refreshing = undefined
  })
  return refreshing
}

/** Keys of what was sent and got no answer: asking the same again is the same attempt, whether or not it arrived. */
const unanswered = new Map<string, string>()

/** Calls an endpoint. Never throws: what went wrong is a value. */
export async function call<E extends Endpoint>(endpoint: E, asking: Asking<E> = {}): Promise<Outcome<ReplyOf<E>>> {
  const url = urlOf(endpoint, asking.params ?? {}, asking.query ?? {})
  const attempt = `${url} ${JSON.stringify(asking.body)}`
  const key = asking.key ?? unanswered.get(attempt) ?? newKey()
  const sentWith = readSession()?.accessToken
  let answer = await send(endpoint, url, asking.body, key)
  if (answer?.status === 401 && endpoint.access !== 'session' && (await refresh(sentWith)))
    answer = await send(endpoint, url, asking.body, key)
  if (answer === undefined) {
    if (endpoint.method === 'POST') unanswered.set(attempt, key)
    return { ok: false, code: 'offline' }
  }
  unanswered.delete(attempt)
  if (answer.status < 300) return { ok: true, value: answer.data as ReplyOf<E> }
  const data = answer.data
  const code =
    typeof data === 'object' && data !== null && 'code' in data ? (data.code as ProblemCode) : 'internal-error'
  return { ok: false, code }
}
