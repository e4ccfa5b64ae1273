/**
 * Every problem an endpoint promises is really answered by it, over real HTTP against real PostgreSQL, and changes nothing. What all endpoints promise
 * is asked of each by departing from one valid request; what single ones promise stands in tables of cases. The last test says what nobody has seen.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Endpoint, promisedProblems } from '@sidan/types/endpoint'
import { endpointTable } from '@sidan/types/endpoints'
import { type ProblemCode, problems } from '@sidan/types/problems'
import { newId } from '../platform/ids.ts'
import { makeFingerprint } from './fingerprint.ts'
import { leavesOf, withLeaf } from './promises/leaves.ts'
import { refusalsOfOrders } from './promises/order-refusals.ts'
import { refusalsBesideOrders } from './promises/other-refusals.ts'
import { asking, validRequests } from './promises/valid-requests.ts'
import { type Request, refusalsOfVerbs } from './promises/verbs.ts'
import { startTestApp, type TestApp } from './test-app.ts'
import { makeWorld, type World } from './world.ts'

const endpoints = endpointTable.map(({ endpoint }) => endpoint)
const named = endpoints.map((endpoint) => [endpoint.name, endpoint] as const)
const namedWhere = (has: (endpoint: Endpoint) => boolean) => named.filter(([, endpoint]) => has(endpoint))
const promises = (code: ProblemCode) => namedWhere((endpoint) => promisedProblems(endpoint).includes(code))

let test: TestApp
let w: World
let fingerprint: Awaited<ReturnType<typeof makeFingerprint>>

beforeAll(async () => {
  test = await startTestApp({ presets: ['jingshan', 'daye'] })
  w = await makeWorld(test)
  fingerprint = await makeFingerprint(test.adminUrl)
})
afterAll(async () => {
  await fingerprint?.end()
  await test?.close()
})

/** A request of each endpoint that nothing but success uses up: what is refused leaves it as it was. */
const kept = new Map<string, Request>()
async function departingFrom(endpoint: Endpoint): Promise<Request> {
  const request = kept.get(endpoint.name) ?? (await asking(endpoint, w))
  kept.set(endpoint.name, request)
  return request
}

const ask = async (endpoint: Endpoint, { as, inDaye, daysLater = 0, ...request }: Request) => {
  const now = test.clock.now
  test.clock.now = new Date(now.getTime() + daysLater * 86_400_000)
  const answer = await (inDaye ? w.daye : w).county.as(as)(endpoint, request)
  test.clock.now = now
  return answer
}

/** Asks and expects this refusal, with the status of its code and a body that names nothing but the code. */
async function expectRefusal(endpoint: Endpoint, request: Request, code: ProblemCode) {
  const answer = await ask(endpoint, request)
  expect([code, answer.code, answer.status]).toEqual([code, code, problems[code].status])
}

/** Expects that none of it changes anything. */
async function changesNothing(work: () => Promise<void>) {
  const before = await fingerprint.take()
  await work()
  expect(await fingerprint.take()).toEqual(before)
}

describe('the table of valid requests', () => {
  it('has one for every endpoint, and none for what is gone', () => {
    expect(Object.keys(validRequests).sort()).toEqual(endpoints.map(({ name }) => name).sort())
  })
  it.each(named)('%s answers its own with success', async (_name, endpoint) => {
    const answer = await ask(endpoint, await asking(endpoint, w))
    expect([answer.code, answer.status]).toEqual([undefined, endpoint.status])
  })
})

describe('what is no valid request is refused, and changes nothing', () => {
  it.each(named)('%s refuses unknown fields, wrong types and texts that are too long', async (_name, endpoint) => {
    const valid = await departingFrom(endpoint)
    const { params = {}, query = {}, body = {} } = valid
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
    await changesNothing(async () => {
      for (const request of wrong) await expectRefusal(endpoint, request, 'invalid-request')
    })
  })

  it.each(namedWhere((endpoint) => endpoint.method === 'POST'))('%s refuses text that no database can hold', async (_name, endpoint) => {
    const valid = await departingFrom(endpoint)
    const texts = leavesOf(valid.body).filter(({ value }) => typeof value === 'string')
    await changesNothing(async () => {
      for (const { path, value } of texts) {
        for (const broken of ['\u0000', '\ud83d'])
          await expectRefusal(endpoint, { ...valid, body: withLeaf(valid.body, path, `${value}${broken}`) }, 'invalid-request')
      }
    })
  })

  const garbage = ['?', '[]', '["x","y"]', '["2026-11-24T00:00:00.000Z","y"]', '[1e300,"y"]', '["x","y","z"]', 'null']
  it.each(namedWhere(({ query }) => 'shape' in query && 'cursor' in (query.shape as object)))(
    '%s refuses a cursor that it never gave',
    async (_name, endpoint) => {
      const valid = await departingFrom(endpoint)
      for (const text of garbage) {
        const cursor = Buffer.from(text).toString('base64url')
        await expectRefusal(endpoint, { ...valid, query: { ...valid.query, cursor } }, 'invalid-request')
      }
    },
  )

  it.each(promises('unsupported-media'))('%s takes JSON alone, and not too much of it', async (_name, endpoint) => {
    const valid = await departingFrom(endpoint)
    await changesNothing(async () => {
      for (const mediaType of ['text/plain', 'application/xml', 'multipart/form-data; boundary=x'])
        await expectRefusal(endpoint, { ...valid, raw: { mediaType, text: '{}' } }, 'unsupported-media')
      const text = JSON.stringify({ ...(valid.body ?? {}), note: 'x'.repeat(65_536) })
      await expectRefusal(endpoint, { ...valid, raw: { mediaType: 'application/json', text } }, 'body-too-large')
    })
  })
})

describe('who is not known, or must not', () => {
  it.each(promises('sign-in-needed'))('%s needs a token that is good and of somebody who is there', async (_name, endpoint) => {
    const { as, ...valid } = await departingFrom(endpoint)
    const seconds = Math.floor(test.clock.now.getTime() / 1000)
    const claims = { sub: w.county.cast[as ?? ''], county: w.county.countyId, iat: seconds, exp: seconds + 900 }
    const tokens = [
      undefined,
      'forged.token.here',
      test.app.jwt.sign({ ...claims, exp: seconds - 1 }),
      test.app.jwt.sign({ ...claims, county: w.daye.county.countyId }),
      test.app.jwt.sign({ ...claims, sub: newId() }),
    ]
    await changesNothing(async () => {
      for (const token of tokens) expect((await test.call(token, endpoint, valid)).code).toBe('sign-in-needed')
    })
  })

  it.each(namedWhere(
    ({ path, access, problems: own }) => /:\w+Id/.test(path) && access !== 'public' && own.includes('not-found'),
  ))(
    '%s finds nothing under an id that nobody has, and nothing of another county',
    async (_name, endpoint) => {
      const valid = await departingFrom(endpoint)
      const [last = ''] = Object.keys(valid.params ?? {}).slice(-1)
      await changesNothing(async () => {
        await expectRefusal(endpoint, { ...valid, params: { ...valid.params, [last]: newId() } }, 'not-found')
        if (endpoint.access === 'signedIn')
          await expectRefusal(endpoint, { ...valid, as: 'center', inDaye: true }, 'not-found')
      })
    },
  )
})

describe('an Idempotency-Key', () => {
  it.each(promises('idempotency-key-reused'))('of %s is needed, answers a retry, and is good for one body', async (_name, endpoint) => {
    const valid = { ...(await asking(endpoint, w)), key: newId() }
    await changesNothing(async () => {
      for (const key of ['', 'short', 'x'.repeat(101)])
        await expectRefusal(endpoint, { ...valid, key }, 'idempotency-key-needed')
    })
    const first = await ask(endpoint, valid)
    expect(first.code).toBeUndefined()
    await changesNothing(async () => {
      const again = await ask(endpoint, valid)
      expect([again.code, again.status, again.replayed]).toEqual([undefined, endpoint.status, true])
      await expectRefusal(endpoint, otherwise(valid), 'idempotency-key-reused')
    })
  })

  /** The same request but for one figure, or word, or id. */
  function otherwise(valid: Request): Request {
    const leaves = leavesOf(valid.body)
    const isId = (value: unknown) => /^[0-9a-f-]{36}$/.test(String(value))
    const leaf =
      leaves.find(({ value }) => typeof value === 'number') ?? leaves.find(({ value }) => isId(value)) ?? leaves.at(-1)
    const [last = ''] = Object.keys(valid.params ?? {}).slice(-1)
    if (leaf === undefined) return { ...valid, params: { ...valid.params, [last]: newId() } }
    const changed = typeof leaf.value === 'number' ? leaf.value + 1 : isId(leaf.value) ? newId() : `${leaf.value}x`
    return { ...valid, body: withLeaf(valid.body, leaf.path, changed) }
  }
})

describe('each refusal of its own', () => {
  const cases = [...refusalsOfVerbs, ...refusalsOfOrders, ...refusalsBesideOrders]
  it.each(cases.map((one) => [one.endpoint.name, one.code, one.when, one] as const))(
    '%s answers %s when %s',
    async (_name, code, _when, { endpoint, ask: prepare }) => {
      const request = await prepare(w)
      await changesNothing(() => expectRefusal(endpoint, request, code))
    },
  )
  it('refreshSession answers refresh-token-refused when a token is used again, and ends the whole family', async () => {
    // Ends the session of whoever else has the token: the one refusal that must change something.
    const { refreshSession } = await import('@sidan/types/sessions')
    const valid = await asking(refreshSession, w)
    const next = await ask(refreshSession, valid)
    await expectRefusal(refreshSession, valid, 'refresh-token-refused')
    const body = { countyId: w.county.countyId, refreshToken: Reflect.get(Object(next.body), 'refreshToken') }
    await expectRefusal(refreshSession, { as: undefined, body }, 'refresh-token-refused')
  })
})

describe('a server in trouble', () => {
  it('answers too-many-requests everywhere once a caller has asked too often', async () => {
    const strict = await startTestApp({ requestsPerMinute: 1 })
    try {
      for (const [, endpoint] of named) {
        const request = await departingFrom(endpoint)
        await strict.call(undefined, endpoints[0] as Endpoint)
        const answer = await strict.call(undefined, endpoint, request)
        expect([endpoint.name, answer.code, answer.status]).toEqual([endpoint.name, 'too-many-requests', 429])
        test.answered.get(endpoint.name)?.add('too-many-requests')
      }
    } finally {
      await strict.close()
    }
  })

  const broken = ['counties', 'people', 'units', 'sign_in_requests']
  it('answers internal-error, and nothing about itself, when a table is gone', async () => {
    const requests = await everyRequest()
    for (const table of broken) await fingerprint.run(`alter table ${table} rename to ${table}_gone`)
    try {
      for (const { endpoint, request } of requests) {
        const answer = await ask(endpoint, request)
        expect([endpoint.name, answer.code, answer.status]).toEqual([endpoint.name, 'internal-error', 500])
        expect(JSON.stringify(answer.body)).not.toMatch(/relation|select|people/)
      }
    } finally {
      for (const table of broken) await fingerprint.run(`alter table ${table}_gone rename to ${table}`)
    }
  })

  it('answers try-again when the database takes no connection, and changes nothing', async () => {
    const requests = await everyRequest()
    const database = new URL(test.adminUrl).pathname.slice(1)
    await changesNothing(async () => {
      await fingerprint.run(`alter database ${database} connection limit 0`)
      await fingerprint.run(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}' and usename = 'sidan_api'`)
      for (const { endpoint, request } of requests) {
        const answer = await ask(endpoint, request)
        expect([endpoint.name, answer.code, answer.status]).toEqual([endpoint.name, 'try-again', 503])
      }
      await fingerprint.run(`alter database ${database} connection limit -1`)
    })
  })

  async function everyRequest() {
    const requests = []
    for (const [, endpoint] of named) requests.push({ endpoint, request: await departingFrom(endpoint) })
    return requests
  }
})

it('leaves no promise unseen', () => {
  const unseen = endpoints.flatMap((endpoint) =>
    promisedProblems(endpoint)
      .filter((code) => !test.answered.get(endpoint.name)?.has(code))
      .map((code) => `${endpoint.name} promises ${code}, and no test has seen it answer so`),
  )
  expect(unseen).toEqual([])
})
