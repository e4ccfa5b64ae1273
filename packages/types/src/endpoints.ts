/** The endpoint table: everything the API serves under /v1 except what carries files (photos.ts, sheet-imports.ts, a certificate’s PDF, a benefit’s list). The client imports the nouns, never this. */
import * as actionCounts from './action-counts.ts'
import * as activities from './activities.ts'
import * as activityForms from './activity-forms.ts'
import * as affiliations from './affiliations.ts'
import * as aims from './aims.ts'
import * as auditWalks from './audit-walks.ts'
import * as benefitCards from './benefit-cards.ts'
import * as benefits from './benefits.ts'
import * as calendarFeeds from './calendar-feeds.ts'
import * as certificates from './certificates.ts'
import * as children from './children.ts'
import * as clock from './clock.ts'
import * as consents from './consents.ts'
import * as dispatch from './dispatch.ts'
import type { Endpoint } from './endpoint.ts'
import * as families from './families.ts'
import * as feedback from './feedback.ts'
import * as fraud from './fraud.ts'
import * as guardians from './guardians.ts'
import * as insurances from './insurances.ts'
import * as ledger from './ledger.ts'
import * as manualEntries from './manual-entries.ts'
import * as memberships from './memberships.ts'
import * as myData from './my-data.ts'
import * as notices from './notices.ts'
import * as orderForms from './order-forms.ts'
import * as orderMoves from './order-moves.ts'
import * as orders from './orders.ts'
import * as organisation from './organisation.ts'
import * as pairings from './pairings.ts'
import * as partnerStatements from './partner-statements.ts'
import * as partners from './partners.ts'
import * as people from './people.ts'
import * as pointsTrials from './points-trials.ts'
import * as publicNotices from './public-notices.ts'
import * as qualifications from './qualifications.ts'
import * as recordCorrections from './record-corrections.ts'
import * as records from './records.ts'
import * as rewardShelf from './reward-shelf.ts'
import * as rewards from './rewards.ts'
import * as roleGrants from './role-grants.ts'
import * as roleInvitations from './role-invitations.ts'
import * as roles from './roles.ts'
import * as screens from './screens.ts'
import * as sessions from './sessions.ts'
import * as sheetImports from './sheet-imports.ts'
import * as shifts from './shifts.ts'
import * as signups from './signups.ts'
import * as stars from './stars.ts'
import * as statistics from './statistics.ts'
import * as teamLife from './team-life.ts'
import * as teams from './teams.ts'
import * as timeBank from './time-bank.ts'
import * as timePool from './time-pool.ts'
import * as volunteers from './volunteers.ts'
import * as voucherReturns from './voucher-returns.ts'
import * as wordChecks from './word-checks.ts'

const nouns = {
  actionCounts,
  activities,
  activityForms,
  affiliations,
  aims,
  benefitCards,
  benefits,
  calendarFeeds,
  auditWalks,
  certificates,
  children,
  clock,
  consents,
  dispatch,
  families,
  feedback,
  fraud,
  guardians,
  insurances,
  ledger,
  manualEntries,
  memberships,
  myData,
  notices,
  orderForms,
  orders,
  orderMoves,
  organisation,
  pairings,
  partners,
  partnerStatements,
  people,
  pointsTrials,
  publicNotices,
  qualifications,
  records,
  recordCorrections,
  rewards,
  rewardShelf,
  roleGrants,
  roleInvitations,
  roles,
  screens,
  sessions,
  shifts,
  signups,
  sheetImports,
  stars,
  statistics,
  teamLife,
  teams,
  timeBank,
  timePool,
  volunteers,
  voucherReturns,
  wordChecks,
}

export interface ListedEndpoint {
  noun: keyof typeof nouns
  endpoint: Endpoint
}

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'path' in value && 'reply' in value && 'access' in value

const nounNames = Object.keys(nouns).filter((noun): noun is keyof typeof nouns => noun in nouns)

export const endpointTable: readonly ListedEndpoint[] = nounNames.flatMap((noun) =>
  Object.values(nouns[noun])
    .filter(isEndpoint)
    .map((endpoint) => ({ noun, endpoint })),
)
