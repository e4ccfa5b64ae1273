import { createServer, type IncomingMessage, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { OrderId } from '@sidan/types/ids'
import { declineOrder } from '@sidan/types/order-moves'
import { getMe } from '@sidan/types/people'
import { Tokens } from '@sidan/types/sessions'
import { phone } from '../../testing/taro.ts'
import { keepSession, readSession } from '../session/session.ts'
import { call } from './call.ts'

type Answer = { status: number; body?: object }

const tokens = (accessToken: string) =>
  Tokens.parse({
    accessToken,
    accessExpiresAt: '2026-11-22T08:00:00.000Z',
    refreshToken: `${accessToken}-refresh`,
    personId: '01936f5e-0000-7000-8000-000000000001',
    countyId: 420882,
  })

let server: Server
let asked: { path: string; headers: IncomingMessage['headers'] }[]
let answer: (path: string, headers: IncomingMessage['headers']) => Answer

beforeEach(async () => {
  asked = []
  server = createServer((request, reply) => {
    const path = request.url ?? ''
    asked.push({ path, headers: request.headers })
    const { status, body } = answer(path, request.headers)
    reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  phone.forget()
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  phone.origin = `http://127.0.0.1:${address.port}`
})
afterEach(() => {
  server.close()
})

/** Knows the token `new`, and gives it for the refresh token of `old`. */
const expired = (path: string, headers: IncomingMessage['headers']): Answer => {
  if (path.endsWith('/refresh')) return { status: 200, body: tokens('new') }
  return headers.authorization === 'Bearer new'
    ? { status: 200, body: {} }
    : { status: 401, body: { code: 'sign-in-needed' } }
}

const orderId = OrderId.parse('01936f5e-0000-7000-8000-000000000002')
const decline = () => call(declineOrder, { params: { orderId }, body: { version: 3 } })

describe('a call', () => {
  it('goes through after the expired token was renewed, once for all that were under way', async () => {
    keepSession(tokens('old'))
    answer = expired
    const outcomes = await Promise.all([call(getMe), call(getMe), call(getMe)])
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true, true])
    expect(asked.filter(({ path }) => path.endsWith('/refresh'))).toHaveLength(1)
    expect(readSession()?.accessToken).toBe('new')
  })

  it('keeps its idempotency key when it is sent again after the renewal', async () => {
    keepSession(tokens('old'))
    answer = expired
    await decline()
    const keys = asked.filter(({ path }) => path.includes('decline')).map(({ headers }) => headers['idempotency-key'])
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
  })

  it('signs out when the renewal is refused, and says that signing in is needed', async () => {
    keepSession(tokens('old'))
    answer = () => ({ status: 401, body: { code: 'sign-in-needed' } })
    expect(await call(getMe)).toEqual({ ok: false, code: 'sign-in-needed' })
    expect(readSession()).toBeUndefined()
  })

  it('says offline without a network and keeps the session', async () => {
    keepSession(tokens('old'))
    phone.origin = undefined
    expect(await call(getMe)).toEqual({ ok: false, code: 'offline' })
    expect(readSession()?.accessToken).toBe('old')
  })

  it('carries the same key when what got no answer is asked again, and a new one after an answer', async () => {
    keepSession(tokens('new'))
    let lost = true
    answer = () => ({ status: 200 })
    server.prependListener('request', (request) => {
      if (lost) request.socket.destroy()
    })
    expect(await decline()).toEqual({ ok: false, code: 'offline' })
    lost = false
    await decline()
    await decline()
    const [first, second, third] = asked.map(({ headers }) => headers['idempotency-key'])
    expect(second).toBe(first)
    expect(third).not.toBe(second)
  })

  it('tells a refusal by its code', async () => {
    answer = () => ({ status: 409, body: { code: 'order-changed' } })
    expect(await call(getMe)).toEqual({ ok: false, code: 'order-changed' })
  })
})
