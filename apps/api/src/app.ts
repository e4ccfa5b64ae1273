/** The program without its start: every feature, visibly listed. No side effects until it is called. */
import { readScan } from '@sidan/types/scans'
import type { FastifyInstance } from 'fastify'
import { activitiesRoutes } from './features/activities/routes.ts'
import { activityCardsRoutes } from './features/activity-cards/routes.ts'
import { activityChoicesRoutes } from './features/activity-choices/routes.ts'
import { affiliationNumbersRoutes } from './features/affiliation-numbers/routes.ts'
import { affiliationsRoutes } from './features/affiliations/routes.ts'
import { aimsRoutes } from './features/aims/routes.ts'
import { attendanceRoutes } from './features/attendance/routes.ts'
import { auditWalksRoutes } from './features/audit-walks/routes.ts'
import { calendarFeedsRoutes, calendarLinks } from './features/calendar-feeds/routes.ts'
import { certificatePapers, certificatesRoutes } from './features/certificates/routes.ts'
import { childrenRoutes } from './features/children/routes.ts'
import { clockRoutes } from './features/clock/routes.ts'
import { closuresRoutes } from './features/closures/routes.ts'
import { consentsRoutes } from './features/consents/routes.ts'
import { dispatchRoutes } from './features/dispatch/routes.ts'
import { feedbackRoutes } from './features/feedback/routes.ts'
import { guardianConsentsRoutes } from './features/guardian-consents/routes.ts'
import { insurancesRoutes } from './features/insurances/routes.ts'
import { invitationsRoutes } from './features/invitations/routes.ts'
import { ledgerRoutes } from './features/ledger/routes.ts'
import { manualEntriesRoutes } from './features/manual-entries/routes.ts'
import { membershipsRoutes } from './features/memberships/routes.ts'
import { movementsRoutes } from './features/movements/routes.ts'
import { myDataRoutes } from './features/my-data/routes.ts'
import { noticesRoutes } from './features/notices/routes.ts'
import { ordersRoutes } from './features/order-details/routes.ts'
import { organisationRoutes } from './features/organisation/routes.ts'
import { pairingsRoutes } from './features/pairings/routes.ts'
import { peopleRoutes } from './features/people/routes.ts'
import { photosRoutes } from './features/photos/routes.ts'
import { pointsTrialsRoutes } from './features/points-trials/routes.ts'
import { publicNoticesRoutes } from './features/public-notices/routes.ts'
import { qualificationsRoutes } from './features/qualifications/routes.ts'
import { recordCorrectionsRoutes } from './features/record-corrections/routes.ts'
import { recordEvidenceRoutes } from './features/record-evidence/routes.ts'
import { recordListsRoutes } from './features/record-lists/routes.ts'
import { recordsRoutes } from './features/records/routes.ts'
import { reschedulingRoutes } from './features/rescheduling/routes.ts'
import { rewardShelfRoutes } from './features/reward-shelf/routes.ts'
import { rewardsRoutes } from './features/rewards/routes.ts'
import { actorSql, parseActor } from './features/roles/reads.ts'
import { rolesRoutes } from './features/roles/routes.ts'
import type { Actor } from './features/roles/rules.ts'
import { screensRoutes } from './features/screens/routes.ts'
import { demoRoutes, sessionsRoutes } from './features/sessions/routes.ts'
import { sheetFilesRoutes, sheetImportsRoutes } from './features/sheet-imports/routes.ts'
import { signupsRoutes } from './features/signups/routes.ts'
import { starsRoutes } from './features/stars/routes.ts'
import { statisticsRoutes } from './features/statistics/routes.ts'
import { submissionsRoutes } from './features/submissions/routes.ts'
import { teamLifeRoutes } from './features/team-life/routes.ts'
import { teamsRoutes } from './features/teams/routes.ts'
import { unitsRoutes } from './features/units/routes.ts'
import { volunteersRoutes } from './features/volunteers/routes.ts'
import { wordChecksRoutes } from './features/word-checks/routes.ts'
import { type AccessTokens, makeAccessTokens } from './platform/auth.ts'
import type { Crypto } from './platform/crypto.ts'
import type { Database } from './platform/db.ts'
import type { Photos } from './platform/files/photos.ts'
import { type Http, makeHttp } from './platform/http.ts'
import { type Limits, limitRequests } from './platform/limits.ts'
import { openApi } from './platform/openapi.ts'
import { refuse } from './platform/problem.ts'
import { referencePages } from './platform/reference-pages.ts'
import { makeServer, type ServerOptions } from './platform/server.ts'
import type { Sheets } from './platform/sheets.ts'
import { serveStatic } from './platform/static-files.ts'
import type { Wechat } from './platform/wechat/client.ts'

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
  await sheetFilesRoutes(app, { db, crypto, sheets: deps.sheets, bearerOf: tokens.bearerOf })
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

/** Every feature that is in the endpoint table. */
function serveFeatures(http: Http<Actor>, { db, crypto, wechat, demo }: AppDeps, tokens: AccessTokens): void {
  const keys = { tokens, crypto }
  sessionsRoutes(http, { db, keys, wechat })
  if (demo) demoRoutes(http, { db, keys })
  organisationRoutes(http, db, demo)
  peopleRoutes(http, crypto, wechat)
  oneselfRoutes(http, crypto)
  rolesRoutes(http, crypto)
  invitationsRoutes(http, crypto)
  togetherRoutes(http, crypto)
  unitsRoutes(http)
  sheetImportsRoutes(http, crypto)
  submissionsRoutes(http, db, crypto)
  ordersRoutes(http, crypto)
  dispatchRoutes(http, crypto)
  clockRoutes(http, crypto)
  screensRoutes(http, db, crypto)
  recordsRoutes(http)
  recordCorrectionsRoutes(http)
  publicNoticesRoutes(http, db)
  recordEvidenceRoutes(http)
  recordListsRoutes(http)
  manualEntriesRoutes(http)
  ledgerRoutes(http)
  movementsRoutes(http)
  starsRoutes(http)
  auditWalksRoutes(http, crypto)
  certificatesRoutes(http, db, crypto)
  rewardsRoutes(http, crypto)
  rewardShelfRoutes(http)
  activitiesRoutes(http, db, crypto)
  activityCardsRoutes(http, db)
  activityChoicesRoutes(http, db)
  calendarFeedsRoutes(http, crypto)
  signupsRoutes(http, crypto)
  attendanceRoutes(http, crypto)
  reschedulingRoutes(http, crypto)
  feedbackRoutes(http)
  wordChecksRoutes(http)
  statisticsRoutes(http, db)
  affiliationNumbersRoutes(http)
  aimsRoutes(http)
  pointsTrialsRoutes(http)
  noticesRoutes(http)
  qualificationsRoutes(http)
  insurancesRoutes(http, crypto)
  guardianConsentsRoutes(http, crypto)
  childrenRoutes(http, crypto)
}

/** Teams, who is in them, and pairs. */
function togetherRoutes(http: Http<Actor>, crypto: Crypto): void {
  teamsRoutes(http)
  teamLifeRoutes(http)
  membershipsRoutes(http, crypto)
  pairingsRoutes(http, crypto)
}

/** What people tell of themselves and decide about themselves. */
function oneselfRoutes(http: Http<Actor>, crypto: Crypto): void {
  consentsRoutes(http, crypto)
  affiliationsRoutes(http, crypto)
  volunteersRoutes(http, crypto)
  myDataRoutes(http, crypto)
  closuresRoutes(http, crypto)
}
