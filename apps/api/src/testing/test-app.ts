/** The real program on a database of its own, listening on a real port, with one county of a preset and its cast. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadPreset } from '@sidan/counties/load-preset'
import type { Endpoint, ReplyOf } from '@sidan/types/endpoint'
import { CountyId } from '@sidan/types/ids'
import type { FastifyInstance } from 'fastify'
import { makeApp } from '../app.ts'
import { rootFolder } from '../env.ts'
import { setUpCounty } from '../features/counties/set-up-county.ts'
import { keysFromSecret, makeCrypto } from '../platform/crypto.ts'
import { type Database, openDatabase } from '../platform/db.ts'
import { folderStore, type ObjectStore } from '../platform/files/object-store.ts'
import { makePhotos } from '../platform/files/photos.ts'
import { openLimits } from '../platform/limits.ts'
import { makeLog } from '../platform/log.ts'
import { makeSheets } from '../platform/sheets.ts'
import { makeWechat } from '../platform/wechat/client.ts'
import { startStandIn } from '../platform/wechat/stand-in.ts'
import { type Cast, enrolCast, findStage, type Stage } from '../seed/cast.ts'
import { type Answer, type Asking, type Caller, makeCall } from './call-endpoint.ts'
import { createTestDatabase } from './test-database.ts'

export interface County {
  countyId: CountyId
  cast: Cast
  stage: Stage
  /** Calls an endpoint as one of the cast, or as nobody. */
  as(key: string | undefined): <E extends Endpoint>(endpoint: E, asking?: Asking) => Promise<Answer<ReplyOf<E>>>
  token(key: string): string
}

export type TestApp = Awaited<ReturnType<typeof startTestApp>>

const log = makeLog({ level: process.env['DBG'] ? 'error' : 'silent' })
export const sheets = makeSheets(join(rootFolder, 'apps/api/src/platform/sheet-thread.mjs'))

/** A county of a preset with its cast, whose tokens are good for 30 days from `now`. */
async function addTestCounty(
  { owner, db, app, call, now }: { owner: Database; db: Database; app: FastifyInstance; call: Caller; now: Date },
  name: string,
): Promise<County> {
  const preset = loadPreset(join(rootFolder, 'packages/counties/presets'), name)
  const countyId = CountyId.parse(preset.county.code)
  await owner.inCounty(countyId, (tx) => setUpCounty(tx, preset))
  const { cast, stage } = await db.inCounty(countyId, async (tx) => {
    const place = await findStage(tx, preset)
    return { stage: place, cast: await enrolCast(tx, preset, place) }
  })
  const seconds = Math.floor(now.getTime() / 1000)
  const token = (key: string) =>
    app.jwt.sign({ sub: cast[key] ?? '', county: countyId, iat: seconds, exp: seconds + 86_400 * 30 })
  return {
    countyId,
    cast,
    stage,
    token,
    as: (key) => (endpoint, asking) => call(key === undefined ? undefined : token(key), endpoint, asking),
  }
}

interface TestAppOptions {
  demo?: boolean
  presets?: string[]
  signInsPerMinute?: number
  requestsPerMinute?: number
  /** Where photos go; absent: a folder that is removed at the end. */
  store?: ObjectStore
}

/** Starts it; `demo: false` leaves the demo routes out, as in a real county. Close it in afterAll. */
export async function startTestApp({
  demo = true,
  presets = ['jingshan'],
  signInsPerMinute = 10_000,
  requestsPerMinute = 100_000,
  store,
}: TestAppOptions = {}) {
  const database = await createTestDatabase()
  const clock = { now: new Date('2026-11-24T02:00:00Z') }
  const statements: number[] = []
  const db = openDatabase({
    url: database.urls.api,
    maxConnections: 20,
    clock: () => clock.now,
    onTransaction: (count) => statements.push(count),
  })
  const owner = openDatabase({ url: database.urls.owner, maxConnections: 1, clock: () => clock.now })
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
  const counties: County[] = []
  for (const name of presets) counties.push(await addTestCounty({ owner, db, app, call, now: clock.now }, name))
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
      await owner.end()
      await limits.end()
      await rm(folder, { recursive: true, force: true })
      await database.drop()
    },
  }
}
