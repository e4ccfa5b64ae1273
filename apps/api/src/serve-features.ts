/** Every feature of the endpoint table, visibly listed. */
import { actionCountsRoutes } from './features/action-counts/routes.ts'
import { activitiesRoutes } from './features/activities/routes.ts'
import { activityCardsRoutes } from './features/activity-cards/routes.ts'
import { activityChoicesRoutes } from './features/activity-choices/routes.ts'
import { affiliationNumbersRoutes } from './features/affiliation-numbers/routes.ts'
import { affiliationsRoutes } from './features/affiliations/routes.ts'
import { aimsRoutes } from './features/aims/routes.ts'
import { attendanceRoutes } from './features/attendance/routes.ts'
import { auditWalksRoutes } from './features/audit-walks/routes.ts'
import { benefitCardsRoutes } from './features/benefit-cards/routes.ts'
import { benefitsRoutes } from './features/benefits/routes.ts'
import { calendarFeedsRoutes } from './features/calendar-feeds/routes.ts'
import { certificatesRoutes } from './features/certificates/routes.ts'
import { childrenRoutes } from './features/children/routes.ts'
import { clockRoutes } from './features/clock/routes.ts'
import { closuresRoutes } from './features/closures/routes.ts'
import { consentsRoutes } from './features/consents/routes.ts'
import { dispatchRoutes } from './features/dispatch/routes.ts'
import { familiesRoutes } from './features/families/routes.ts'
import { feedbackRoutes } from './features/feedback/routes.ts'
import { fraudRoutes } from './features/fraud/routes.ts'
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
import { partnerStatementsRoutes } from './features/partner-statements/routes.ts'
import { partnersRoutes } from './features/partners/routes.ts'
import { peopleRoutes } from './features/people/routes.ts'
import { pointsTrialsRoutes } from './features/points-trials/routes.ts'
import { poolPledgeRoutes } from './features/pool-pledges/routes.ts'
import { publicNoticesRoutes } from './features/public-notices/routes.ts'
import { qualificationsRoutes } from './features/qualifications/routes.ts'
import { recordCorrectionsRoutes } from './features/record-corrections/routes.ts'
import { recordEvidenceRoutes } from './features/record-evidence/routes.ts'
import { recordListsRoutes } from './features/record-lists/routes.ts'
import { recordsRoutes } from './features/records/routes.ts'
import { reschedulingRoutes } from './features/rescheduling/routes.ts'
import { rewardShelfRoutes } from './features/reward-shelf/routes.ts'
import { rewardsRoutes } from './features/rewards/routes.ts'
import { rolesRoutes } from './features/roles/routes.ts'
import type { Actor } from './features/roles/rules.ts'
import { screensRoutes } from './features/screens/routes.ts'
import { demoRoutes, sessionsRoutes } from './features/sessions/routes.ts'
import { sheetImportsRoutes } from './features/sheet-imports/routes.ts'
import { signupsRoutes } from './features/signups/routes.ts'
import { starsRoutes } from './features/stars/routes.ts'
import { statisticsRoutes } from './features/statistics/routes.ts'
import { submissionsRoutes } from './features/submissions/routes.ts'
import { teamLifeRoutes } from './features/team-life/routes.ts'
import { teamsRoutes } from './features/teams/routes.ts'
import { timeBankRoutes } from './features/time-bank/routes.ts'
import { unitsRoutes } from './features/units/routes.ts'
import { volunteersRoutes } from './features/volunteers/routes.ts'
import { voucherReturnsRoutes } from './features/voucher-returns/routes.ts'
import { wordChecksRoutes } from './features/word-checks/routes.ts'
import type { AccessTokens } from './platform/auth.ts'
import type { Crypto } from './platform/crypto.ts'
import type { Database } from './platform/db.ts'
import type { Http } from './platform/http.ts'
import type { Wechat } from './platform/wechat/client.ts'

interface FeatureDeps {
  db: Database
  crypto: Crypto
  wechat: Wechat
  /** The database is marked as demo: only then do demo routes exist. */
  demo: boolean
}

/** Serves every feature of the endpoint table. */
export function serveFeatures(
  http: Http<Actor>,
  { db, crypto, wechat, demo }: FeatureDeps,
  tokens: AccessTokens,
): void {
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
  fraudRoutes(http)
  recordEvidenceRoutes(http)
  recordListsRoutes(http)
  manualEntriesRoutes(http)
  ledgerRoutes(http)
  movementsRoutes(http)
  starsRoutes(http)
  auditWalksRoutes(http, crypto)
  certificatesRoutes(http, db, crypto)
  thanksRoutes(http, crypto)
  actionCountsRoutes(http)
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

/** What service is thanked with: the love supermarket, time, benefits. */
function thanksRoutes(http: Http<Actor>, crypto: Crypto): void {
  rewardStoreRoutes(http, crypto)
  timeBankRoutes(http)
  poolPledgeRoutes(http)
  benefitsRoutes(http, crypto)
  benefitCardsRoutes(http, crypto)
}

/** Teams, who is in them, and pairs. */
function togetherRoutes(http: Http<Actor>, crypto: Crypto): void {
  teamsRoutes(http)
  teamLifeRoutes(http)
  membershipsRoutes(http, crypto)
  pairingsRoutes(http, crypto)
}

/** 爱心超市: what is exchanged, who keeps it, and who gives it out. */
function rewardStoreRoutes(http: Http<Actor>, crypto: Crypto): void {
  rewardsRoutes(http, crypto)
  rewardShelfRoutes(http)
  voucherReturnsRoutes(http)
  familiesRoutes(http)
  partnersRoutes(http)
  partnerStatementsRoutes(http)
}

/** What people tell of themselves and decide about themselves. */
function oneselfRoutes(http: Http<Actor>, crypto: Crypto): void {
  consentsRoutes(http, crypto)
  affiliationsRoutes(http, crypto)
  volunteersRoutes(http, crypto)
  myDataRoutes(http, crypto)
  closuresRoutes(http, crypto)
}
