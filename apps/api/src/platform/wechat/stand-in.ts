/**
 * A strict stand-in for WeChat's server API: the same paths, parameters and errcodes over real HTTP, so that the client runs the same code with
 * or without an app id; only the base URL differs. It stands in where no app id is configured (a demonstration) and in tests, which can make it
 * fail in the ways WeChat and networks do. It never calls WeChat, and nothing it issues is worth anything there.
 */
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { refusal, type StandInApi, standInApis } from './stand-in-apis.ts'
import { type SentMessage, type StandInOptions, StandInState } from './stand-in-state.ts'

/** How an API fails: an errcode; an HTTP status; no answer; the line cut before, or after, the call took effect. */
export type Fault = { errcode: number } | { status: number } | 'hang' | 'cut-before' | 'cut-after'

export interface StandIn {
  /** The base URL for the client. */
  url: string
  /** What `wx.login` would hand out: a code good for one exchange within five minutes. */
  issueLoginCode(openid: string): string
  /** What the phone-number button would hand out. */
  issuePhoneCode(phone: string): string
  /** The person agreed to one message of this template. */
  subscribe(openid: string, templateId: string): void
  /** Messages that went out, oldest first. */
  sent: readonly SentMessage[]
  /** Ends every access token, as when somebody else forced a new one. */
  forgetTokens(): void
  /** The next `times` calls of an API fail. Names as in `standInApis`. */
  fail(api: string, fault: Fault, times?: number): void
  /** How often an API was called, failed calls included. */
  calls(api: string): number
  close(): Promise<void>
}

/** Starts it on the loopback address. */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const state = new StandInState(options)
  const faults = new Map<string, Fault[]>()
  const calls = new Map<string, number>()
  // `true`: closing does not wait for calls that are left hanging on purpose.
  const app: FastifyInstance = Fastify({ forceCloseConnections: true })
  app.setNotFoundHandler((_request, reply) => reply.code(404).send('not found'))
  app.setErrorHandler((_error, _request, reply) => reply.code(200).send(refusal(47001, 'data format error')))

  for (const api of standInApis) {
    app.all(api.path, async (request, reply) => {
      calls.set(api.name, (calls.get(api.name) ?? 0) + 1)
      const fault = faults.get(api.name)?.shift()
      if (fault === 'hang') return hang()
      if (fault === 'cut-before') return cut(request, reply)
      if (typeof fault === 'object' && 'status' in fault) return reply.code(fault.status).send('')
      if (typeof fault === 'object') return refusal(fault.errcode, 'failed on purpose')
      const answer = await answerOf(api, state, request)
      if (fault === 'cut-after') return cut(request, reply)
      return Buffer.isBuffer(answer) ? reply.type('image/jpeg').send(answer) : answer
    })
  }

  return {
    url: await app.listen({ host: '127.0.0.1', port: options.port ?? 0 }),
    issueLoginCode: (openid) => state.issue('login', openid),
    issuePhoneCode: (phone) => state.issue('phone', phone),
    subscribe: (openid, templateId) => state.subscribe(openid, templateId),
    sent: state.sent,
    forgetTokens: () => state.forgetTokens(),
    fail(api, fault, times = 1) {
      faults.set(api, [...(faults.get(api) ?? []), ...Array.from({ length: times }, () => fault)])
    },
    calls: (api) => calls.get(api) ?? 0,
    close: () => app.close(),
  }
}

function answerOf(api: StandInApi, state: StandInState, request: FastifyRequest) {
  if (request.method !== api.method)
    return api.method === 'POST' ? refusal(43002, 'require POST method') : refusal(43001, 'require GET method')
  const query = new URL(request.url, 'http://stand-in').searchParams
  if (api.method === 'GET') return api.answer(state, Object.fromEntries(query))
  if (api.needsToken) {
    const token = query.get('access_token') ?? ''
    if (token === '') return refusal(41001, 'access_token missing')
    const condition = state.tokenIs(token)
    if (condition === 'over') return refusal(42001, 'access_token expired')
    if (condition === 'unknown') return refusal(40001, 'invalid credential, access_token is invalid or not latest')
  }
  return request.body === undefined || request.body === null
    ? refusal(44002, 'empty post data')
    : api.answer(state, recordOf(request.body))
}

const recordOf = (given: unknown): Record<string, unknown> =>
  typeof given === 'object' && given !== null ? Object.fromEntries(Object.entries(given)) : {}

const hang = () => new Promise<never>(() => undefined)

function cut(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack()
  request.raw.socket.destroy()
  return reply
}
