/**
 * What endpoints promise because of their kind: each is asked with one valid request, and with what departs from it. A new endpoint is asked as well,
 * and fails until it has its valid request.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { addDays } from '@sidan/types/civil'
import { type Endpoint, promisedProblems } from '@sidan/types/endpoint'
import * as z from 'zod/mini'
import { newId } from '../platform/ids.ts'
import { leavesOf, withLeaf } from './promises/leaves.ts'
import { endpoints, namedWhere, promisers, type Stage, startStage, unseen } from './promises/stage.ts'
import { asking, validRequests } from './promises/valid-requests.ts'
import type { Request } from './promises/verbs.ts'
import { startTestApp, type TestApp } from './test-app.ts'

let stage: Stage
/** Takes one request a minute. */
let strict: TestApp

beforeAll(async () => {
  stage = await startStage()
  strict = await startTestApp({ requestsPerMinute: 1 })
})
afterAll(async () => {
  await strict?.close()
  await stage?.close()
})

describe('the table of valid requests', () => {
  it('has one for every endpoint, and none for what is gone', () => {
    expect(Object.keys(validRequests).sort()).toEqual(endpoints.map(({ name }) => name).sort())
  })
  it.each(namedWhere(({ method, access }) => method === 'GET' || access !== 'signedIn'))(
    '%s answers its own with success',
    async (_name, endpoint) => {
      const answer = await stage.ask(endpoint, await asking(endpoint, stage.w))
      expect([answer.code, answer.status]).toEqual([undefined, endpoint.status])
    },
  )
})

describe('what is no valid request is refused, and changes nothing', () => {
  it.each(namedWhere(() => true))(
    '%s refuses unknown fields, wrong types and texts that are too long',
    async (_name, endpoint) => {
      const valid = await stage.departingFrom(endpoint)
      const { params = {}, query = {} } = valid
      const body = Object(valid.body ?? {})
      const wrong: Request[] = [{ ...valid, query: { ...query, surprise: '1' } }]
      if (endpoint.method === 'POST') {
        wrong.push({ ...valid, body: { ...body, surprise: 1 } }, { ...valid, body: [] })
        wrong.push({ ...valid, raw: { mediaType: 'application/json', text: '{"broken' } })
        for (const { path, value } of leavesOf(body)) {
          wrong.push({ ...valid, body: withLeaf(body, path, { a: 'thing' }) })
          const tooLong = typeof value === 'string' ? '长'.repeat(1000) : 2 ** 53
          if (typeof value !== 'boolean') wrong.push({ ...valid, body: withLeaf(body, path, tooLong) })
        }
      }
      for (const key of Object.keys(query)) wrong.push({ ...valid, query: { ...query, [key]: '长'.repeat(300) } })
      for (const key of Object.keys(params)) wrong.push({ ...valid, params: { ...params, [key]: 'x'.repeat(250) } })
      await stage.changesNothing(async () => {
        for (const request of wrong) await stage.expectRefusal(endpoint, request, 'invalid-request')
      })
    },
  )

  it.each(namedWhere((endpoint) => endpoint.method === 'POST'))(
    '%s refuses text that no database can hold',
    async (_name, endpoint) => {
      const valid = await stage.departingFrom(endpoint)
      const texts = leavesOf(valid.body).filter(({ value }) => typeof value === 'string')
      await stage.changesNothing(async () => {
        for (const { path, value } of texts) {
          for (const broken of ['\u0000', '\ud83d'])
            await stage.expectRefusal(
              endpoint,
              { ...valid, body: withLeaf(valid.body, path, `${value}${broken}`) },
              'invalid-request',
            )
        }
      })
    },
  )

  const garbage = ['?', '[]', '["x","y"]', '["2026-11-24T00:00:00.000Z","y"]', '[1e300,"y"]', '["x","y","z"]', 'null']
  it.each(namedWhere(({ query }) => 'shape' in query && 'cursor' in (query.shape as object)))(
    '%s refuses a cursor that it never gave',
    async (_name, endpoint) => {
      const valid = await stage.departingFrom(endpoint)
      for (const text of garbage) {
        const cursor = Buffer.from(text).toString('base64url')
        await stage.expectRefusal(endpoint, { ...valid, query: { ...valid.query, cursor } }, 'invalid-request')
      }
    },
  )

  it.each(promisers('unsupported-media'))('%s takes JSON alone, and not too much of it', async (_name, endpoint) => {
    const valid = await stage.departingFrom(endpoint)
    await stage.changesNothing(async () => {
      for (const mediaType of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x'])
        await stage.expectRefusal(endpoint, { ...valid, raw: { mediaType, text: '{}' } }, 'unsupported-media')
      const text = JSON.stringify({ ...Object(valid.body), note: 'x'.repeat(65_536) })
      await stage.expectRefusal(endpoint, { ...valid, raw: { mediaType: 'application/json', text } }, 'body-too-large')
    })
  })
})

it.each([
  ['GET', '/v1/nothing-here'],
  ['POST', '/v1/counties'],
  ['DELETE', '/v1/orders'],
])('a road that nobody built, %s %s, is a problem like any other', async (method, path) => {
  const response = await fetch(`${stage.test.url}${path}`, { method })
  expect([response.status, response.headers.get('content-type')]).toEqual([
    404,
    'application/problem+json; charset=utf-8',
  ])
  expect(JSON.parse(await response.text())).toMatchObject({ code: 'not-found', status: 404 })
})

describe('who is not known', () => {
  it.each(promisers('sign-in-needed'))(
    '%s needs a token that is good and of somebody who is there',
    async (_name, endpoint) => {
      const { as, ...valid } = await stage.departingFrom(endpoint)
      const seconds = Math.floor(stage.test.clock.now.getTime() / 1000)
      const claims = {
        sub: stage.w.county.cast[as ?? ''],
        county: stage.w.county.countyId,
        iat: seconds,
        exp: seconds + 900,
      }
      const tokens = [
        undefined,
        'forged.token.here',
        stage.test.app.jwt.sign({ ...claims, exp: seconds - 1 }),
        stage.test.app.jwt.sign({ ...claims, county: stage.w.daye.county.countyId }),
        stage.test.app.jwt.sign({ ...claims, sub: newId() }),
      ]
      await stage.changesNothing(async () => {
        for (const token of tokens) expect((await stage.test.call(token, endpoint, valid)).code).toBe('sign-in-needed')
      })
    },
  )
})

describe('an Idempotency-Key', () => {
  it.each(promisers('idempotency-key-reused'))(
    'of %s is needed, answers a retry, and is good for one body',
    async (_name, endpoint) => {
      const valid = { ...(await asking(endpoint, stage.w)), key: newId() }
      await stage.changesNothing(async () => {
        for (const key of ['', 'short', 'x'.repeat(101)])
          await stage.expectRefusal(endpoint, { ...valid, key }, 'idempotency-key-needed')
      })
      const first = await stage.ask(endpoint, valid)
      expect([first.code, first.status]).toEqual([undefined, endpoint.status])
      await stage.changesNothing(async () => {
        const again = await stage.ask(endpoint, valid)
        expect([again.code, again.status, again.replayed]).toEqual([undefined, endpoint.status, true])
        await stage.expectRefusal(endpoint, otherwise(endpoint, valid), 'idempotency-key-reused')
      })
    },
  )

  const isId = (value: unknown) => /^[0-9a-f-]{36}$/.test(String(value))
  /** The same request but for one figure, or word, or id. */
  function otherwise({ body: schema }: Endpoint, valid: Request): Request {
    const leaves = leavesOf(valid.body)
    const leaf =
      leaves.find(({ value }) => typeof value === 'number') ?? leaves.find(({ value }) => isId(value)) ?? leaves.at(-1)
    const body = leaf && withLeaf(valid.body, leaf.path, another(leaf.value))
    if (body !== undefined && z.safeParse(schema, body).success) return { ...valid, body }
    // Nothing in it can be another and still be valid: then it is about another.
    const [last = ''] = Object.keys(valid.params ?? {}).slice(-1)
    return { ...valid, params: { ...valid.params, [last]: newId() } }
  }
  function another(value: unknown): unknown {
    if (typeof value === 'number') return value + 1
    if (typeof value === 'boolean') return !value
    if (/^\d{4}-\d\d-\d\dT/.test(String(value))) return new Date(Date.parse(String(value)) - 60_000).toISOString()
    if (/^\d{4}-\d\d-\d\d$/.test(String(value))) return addDays(String(value), 1)
    return isId(value) ? newId() : `${value}x`
  }
})

describe('a server in trouble', () => {
  it('answers too-many-requests everywhere once a caller has asked too often', async () => {
    await fetch(`${strict.url}/livez`)
    for (const { endpoint, request } of await everyRequest()) {
      const answer = await strict.call(undefined, endpoint, request)
      expect([endpoint.name, answer.code, answer.status]).toEqual([endpoint.name, 'too-many-requests', 429])
    }
    const again = await fetch(`${strict.url}/v1/counties`)
    expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  const broken = ['counties', 'people', 'units', 'sign_in_requests', 'certificates', 'certificate_keys']
  it('answers internal-error, and nothing about itself, when a table is gone', async () => {
    const requests = await everyRequest()
    for (const table of broken) await stage.runAsAdmin(`alter table ${table} rename to ${table}_gone`)
    try {
      for (const { endpoint, request } of requests) {
        const answer = await stage.ask(endpoint, request)
        expect([endpoint.name, answer.code, answer.status]).toEqual([endpoint.name, 'internal-error', 500])
        expect(JSON.stringify(answer.body)).not.toMatch(/relation|select|people/)
      }
    } finally {
      for (const table of broken) await stage.runAsAdmin(`alter table ${table}_gone rename to ${table}`)
    }
  })

  it('answers try-again when the database takes no connection, and changes nothing', async () => {
    const requests = await everyRequest()
    const database = new URL(stage.test.adminUrl).pathname.slice(1)
    await stage.changesNothing(async () => {
      await stage.runAsAdmin(`alter database ${database} connection limit 0`)
      await stage.runAsAdmin(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}' and usename = 'sidan_api'`,
      )
      for (const { endpoint, request } of requests) {
        const answer = await stage.ask(endpoint, request)
        expect([endpoint.name, answer.code, answer.status]).toEqual([endpoint.name, 'try-again', 503])
      }
      await stage.runAsAdmin(`alter database ${database} connection limit -1`)
    })
  })

  async function everyRequest() {
    const requests = []
    for (const endpoint of endpoints) requests.push({ endpoint, request: await stage.departingFrom(endpoint) })
    return requests
  }
})

it('leaves no promise of a kind unseen', () => {
  const ofKind = (endpoint: Endpoint) => promisedProblems(endpoint).filter((code) => !endpoint.problems.includes(code))
  expect(unseen(ofKind, stage.test, strict)).toEqual([])
})
