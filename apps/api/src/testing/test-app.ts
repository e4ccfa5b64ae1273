/** The real program on a database of its own, listening on a real port, with one county of a preset and its cast. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Endpoint, ReplyOf } from '@sidan/types/endpoint'
import type { FastifyInstance } from 'fastify'
import { makeApp } from '../app.ts'
import { rootFolder } from '../env.ts'
import { keysFromSecret, makeCrypto } from '../platform/crypto.ts'
import { openDatabase } from '../platform/db.ts'
import { folderStore, type ObjectStore } from '../platform/files/object-store.ts'
import { makePhotos } from '../platform/files/photos.ts'
import { openLimits } from '../platform/limits.ts'
import { makeLog } from '../platform/log.ts'
import { makeSheets } from '../platform/sheets.ts'
import { makeWechat } from '../platform/wechat/client.ts'
import { startStandIn } from '../platform/wechat/stand-in.ts'
import { type Answer, type Asking, type Caller, makeCall } from './call-endpoint.ts'
import { type SetUp, testStart } from './test-counties.ts'
import { createTestDatabase } from './test-database.ts'

export interface County extends SetUp {
  /** Calls an endpoint as one of the cast, or as nobody. */
  as(key: string | undefined): <E extends Endpoint>(endpoint: E, asking?: Asking) => Promise<Answer<ReplyOf<E>>>
  token(key: string): string
}

export type TestApp = Awaited<ReturnType<typeof startTestApp>>

const log = makeLog({ level: process.env['DBG'] ? 'error' : 'silent' })
export const sheets = makeSheets(join(rootFolder, 'apps/api/src/platform/sheet-thread.mjs'))

/** Calls as one of a county's cast, with tokens that are good for over a year from the test's beginning. */
function callingIn(setUp: SetUp, app: FastifyInstance, call: Caller): County {
  const { countyId, cast } = setUp
  const seconds = Math.floor(testStart.getTime() / 1000)
  const token = (key: string) =>
    app.jwt.sign({ sub: cast[key] ?? '', county: countyId, iat: seconds, exp: seconds + 86_400 * 400 })
  return {
    ...setUp,
    token,
    as: (key) => (endpoint, asking) => call(key === undefined ? undefined : token(key), endpoint, asking),
  }
}

interface TestAppOptions {
  demo?: boolean
  /** With the second county beside the first. */
  twoCounties?: boolean
  signInsPerMinute?: number
  requestsPerMinute?: number
  /** Where photos go; absent: a folder that is removed at the end. */
  store?: ObjectStore
}

/** Starts it; `demo: false` leaves the demo routes out, as in a real county. Close it in afterAll. */
export async function startTestApp({
  demo = true,
  twoCounties = false,
  signInsPerMinute = 10_000,
  requestsPerMinute = 100_000,
  store,
}: TestAppOptions = {}) {
  const database = await createTestDatabase(twoCounties ? 2 : 1)
  const clock = { now: testStart }
  const statements: number[] = []
  const db = openDatabase({
    url: database.urls.api,
    maxConnections: 20,
    clock: () => clock.now,
    onTransaction: (count) => statements.push(count),
  })
  const keys = keysFromSecret('a secret for tests that is long enough to be one')
  const crypto = makeCrypto(keys)
  const standIn = await startStandIn({ appId: 'app', appSecret: 'secret' })
  const limits = openLimits({ url: database.urls.api, signInsPerMinute, wrongCodes: { count: 10, seconds: 600 } })
  const folder = await mkdtemp(join(tmpdir(), 'sidan-photos-'))
  const app = await makeApp({
    db,
    crypto,
    signingKey: keys.signingKey,
    wechat: makeWechat({ baseUrl: standIn.url, appId: 'app', appSecret: 'secret', log }),
    photos: makePhotos(store ?? folderStore(folder)),
    sheets,
    limits,
    requestsPerMinute,
    clock: () => clock.now,
    demo,
    server: { logger: log, trustedProxies: [], maxEventLoopDelayMs: 0 },
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })

  const { call, answered } = makeCall(url)
  const counties = database.counties.map((setUp) => callingIn(setUp, app, call))
  const [county] = counties
  if (!county) throw new Error('a test app has at least one county')
  return {
    url,
    urls: database.urls,
    app,
    db,
    /** A superuser's URL of the database. */
    adminUrl: database.adminUrl,
    /** The problem codes each endpoint has answered so far, by its name. A code it does not promise fails the test at once. */
    answered,
    clock,
    crypto,
    standIn,
    statements,
    counties,
    county,
    call,
    async close() {
      await app.close()
      await standIn.close()
      await db.end()
      await limits.end()
      await rm(folder, { recursive: true, force: true })
      await database.drop()
    },
  }
}
