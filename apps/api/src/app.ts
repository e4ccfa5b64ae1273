/** The program without its start. No side effects until it is called. */
import { readScan } from '@sidan/types/scans'
import type { FastifyInstance } from 'fastify'
import { cardLists } from './features/benefit-cards/routes.ts'
import { calendarLinks } from './features/calendar-feeds/routes.ts'
import { certificatePapers } from './features/certificates/routes.ts'
import { statementSheets } from './features/partner-statements/routes.ts'
import { photosRoutes } from './features/photos/routes.ts'
import { actorSql, parseActor, readActor } from './features/roles/reads.ts'
import { sheetFilesRoutes } from './features/sheet-imports/routes.ts'
import { makeAccessTokens } from './platform/auth.ts'
import type { Crypto } from './platform/crypto.ts'
import type { Database } from './platform/db.ts'
import type { Photos } from './platform/files/photos.ts'
import { makeHttp } from './platform/http.ts'
import { type Limits, limitRequests } from './platform/limits.ts'
import { openApi } from './platform/openapi.ts'
import { refuse } from './platform/problem.ts'
import { referencePages } from './platform/reference-pages.ts'
import { makeServer, type ServerOptions } from './platform/server.ts'
import type { Sheets } from './platform/sheets.ts'
import { serveStatic } from './platform/static-files.ts'
import type { Wechat } from './platform/wechat/client.ts'
import { serveFeatures } from './serve-features.ts'

export interface AppDeps {
  db: Database
  crypto: Crypto
  signingKey: Buffer
  wechat: Wechat
  photos: Photos
  sheets: Sheets
  limits: Limits
  /** Requests a minute per caller and process. */
  requestsPerMinute: number
  clock: () => Date
  /** Where people reach this program; absent: as they addressed it. */
  publicUrl?: string | undefined
  /** The built app for browsers; absent in tests of the API. */
  appFolder?: string
  /** The database is marked as demo: only then do demo routes exist. */
  demo: boolean
  server: ServerOptions
}

export async function makeApp(deps: AppDeps): Promise<FastifyInstance> {
  const { db, crypto } = deps
  const app = await makeServer(deps.server)
  const tokens = await makeAccessTokens(app, deps.signingKey, deps.clock)
  await limitRequests(app, deps.requestsPerMinute, tokens.bearerOf)
  const http = makeHttp({
    app,
    db,
    bearerOf: tokens.bearerOf,
    actorSql,
    parseActor,
    idempotencySecret: crypto.deriveSecret('idempotency', 'body'),
    limits: deps.limits,
  })

  app.get('/livez', async () => ({ live: true }))
  app.get('/readyz', async () => {
    await db.reference({ text: 'select 1 from counties limit 1' })
    return { ready: true }
  })
  openApi(app)
  await referencePages(app)

  serveFeatures(http, deps, tokens)
  const sheetFiles = { app, db, sheets: deps.sheets, bearerOf: tokens.bearerOf, readActor }
  await sheetFilesRoutes(sheetFiles, crypto)
  statementSheets(sheetFiles)
  cardLists(sheetFiles, crypto)
  await photosRoutes(app, { db, photos: deps.photos, bearerOf: tokens.bearerOf })
  certificatePapers(app, { db, crypto, publicUrl: deps.publicUrl, bearerOf: tokens.bearerOf })
  calendarLinks(app, db, crypto)
  wallLinks(app)
  if (deps.appFolder !== undefined) await serveStatic(app, deps.appFolder)
  return app
}

/** The link on a station's wall, and the address that is typed into a device that is to hang there. */
function wallLinks(app: FastifyInstance): void {
  app.get('/screen', (_request, reply) => reply.redirect('/#/station-screen/screen/screen-page'))
  app.get<{ Params: { code: string } }>('/q/:code', (request, reply) => {
    const scan = readScan(`/q/${request.params.code}`)
    if (scan?.kind !== 'station' || scan.countyId === null) return refuse('not-found')
    return reply.redirect(`/#/orders/station/station-page?county=${scan.countyId}&code=${scan.code}`)
  })
}
