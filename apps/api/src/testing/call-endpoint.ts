/** Calling an endpoint over HTTP, and keeping what it refused with: a code that it does not promise fails the test at once. */
import { type Endpoint, promisedProblems, type ReplyOf } from '@sidan/types/endpoint'
import { Problem, type ProblemCode } from '@sidan/types/problems'
import * as z from 'zod/mini'
import { newId } from '../platform/ids.ts'

export interface Answer<Reply> {
  status: number
  body: Reply
  code: ProblemCode | undefined
  replayed: boolean
  retryAfterSeconds: number | undefined
}

export interface Asking {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  key?: string
  /** Instead of JSON: the body as it stands, with its media type. */
  raw?: { mediaType: string; text: string }
}

/** Calls endpoints of the server at `url`; `answered` holds the codes each has answered, by its name. */
export function makeCall(url: string) {
  const answered = new Map<string, Set<ProblemCode>>()

  async function call<E extends Endpoint>(
    token: string | undefined,
    endpoint: E,
    asking: Asking = {},
  ): Promise<Answer<ReplyOf<E>>> {
    const response = await fetch(addressOf(url, endpoint, asking), {
      method: endpoint.method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(endpoint.method === 'POST'
          ? { 'content-type': asking.raw?.mediaType ?? 'application/json', 'idempotency-key': asking.key ?? newId() }
          : {}),
      },
      ...(endpoint.method === 'POST' ? { body: asking.raw?.text ?? JSON.stringify(asking.body ?? {}) } : {}),
    })
    const body = JSON.parse(await response.text())
    const code = response.ok ? undefined : problemOf(response, body).code
    if (code !== undefined) {
      if (!promisedProblems(endpoint).includes(code)) throw new Error(`${endpoint.name} does not promise ${code}`)
      answered.set(endpoint.name, (answered.get(endpoint.name) ?? new Set()).add(code))
    }
    return {
      status: response.status,
      body,
      code,
      replayed: response.headers.get('idempotency-replayed') === 'true',
      retryAfterSeconds: Number(response.headers.get('retry-after') ?? Number.NaN) || undefined,
    }
  }
  return { call, answered }
}

/** A refusal as RFC 9457 says it, with nothing else in it. */
function problemOf(response: Response, body: unknown): Problem {
  const mediaType = response.headers.get('content-type')
  if (mediaType !== 'application/problem+json; charset=utf-8') throw new Error(`a refusal came as ${mediaType}`)
  const problem = z.parse(Problem, body)
  if (problem.status !== response.status) throw new Error(`${problem.code} came with ${response.status}`)
  return problem
}

function addressOf(url: string, endpoint: Endpoint, { params = {}, query = {} }: Asking): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''))
  return `${url}${path}?${new URLSearchParams(query)}`
}

/** Calls one endpoint as the bearer of a token, or as nobody. */
export type Caller = ReturnType<typeof makeCall>['call']
