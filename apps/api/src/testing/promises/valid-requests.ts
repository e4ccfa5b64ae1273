/** One request per endpoint that succeeds: what the refusals depart from. A new endpoint without one fails the promises' test. */
import * as dispatch from '@sidan/types/dispatch'
import type { Endpoint } from '@sidan/types/endpoint'
import * as feedback from '@sidan/types/feedback'
import { getBalances, listMinutes, listPoints } from '@sidan/types/ledger'
import { listNotices, readNotices } from '@sidan/types/notices'
import { getOrderForm } from '@sidan/types/order-forms'
import * as orders from '@sidan/types/orders'
import * as organisation from '@sidan/types/organisation'
import * as people from '@sidan/types/people'
import { getPointsTrial } from '@sidan/types/points-trials'
import { acceptInvitation, endDeputy, nameDeputy } from '@sidan/types/roles'
import * as sessions from '@sidan/types/sessions'
import { listStarChanges } from '@sidan/types/stars'
import { getCountyNumbers } from '@sidan/types/statistics'
import { listHeldWords, reviewWords } from '@sidan/types/word-checks'
import { newId } from '../../platform/ids.ts'
import type { World } from '../world.ts'
import { activityRequests } from './activity-requests.ts'
import { affiliationRequests } from './affiliation-requests.ts'
import { feedbackOf, grantOf, heldWords, invitation } from './beforehand.ts'
import { benefitRequests } from './benefit-requests.ts'
import { calendarRequests } from './calendar-requests.ts'
import { certificateRequests } from './certificate-requests.ts'
import { guardianRequests } from './guardian-requests.ts'
import { noticeRequests } from './notice-requests.ts'
import { requestsOfOneself } from './oneself-requests.ts'
import { pairingRequests } from './pairing-requests.ts'
import { papersRequests } from './papers-requests.ts'
import { recordRequests } from './record-requests.ts'
import { rewardRequests } from './reward-requests.ts'
import { roleRequests } from './role-requests.ts'
import { screenRequests } from './screen-requests.ts'
import { signupRequests } from './signup-requests.ts'
import { teamRequests } from './team-requests.ts'
import { unitRequests } from './unit-requests.ts'
import { type Request, rightly, type Valid } from './verbs.ts'
import { walkRequests } from './walk-requests.ts'

const by =
  (as: string | undefined, request: Omit<Request, 'as'> = {}): Valid =>
  () => ({ as, ...request })
const page = { query: { limit: '5' } }
const inCounty = { countyId: 420882 }

const deputy = (w: World) => ({
  as: 'keeper',
  body: { personId: w.county.cast['third'], fromDay: w.day(1), untilDay: w.day(5) },
})

const signedIn = (w: World) =>
  w.done('resident', sessions.signInAsDemoPerson, { body: { ...inCounty, personId: w.county.cast['resident'] } })
const withToken: Valid = async (w) => ({
  as: undefined,
  body: { ...inCounty, refreshToken: (await signedIn(w)).refreshToken },
})
const asked = (w: World) => w.done('resident', sessions.requestSignIn, { body: inCounty })

const onOrder =
  (as: string, order: (w: World) => Promise<{ orderId: string }>): Valid =>
  async (w) => ({ as, params: { orderId: (await order(w)).orderId } })
const bulk = ({ orderId, version }: { orderId: string; version: number }) => [{ orderId, version }]

/** By endpoint name. */
export const validRequests: Record<string, Valid> = {
  ...rightly,
  ...roleRequests,
  ...requestsOfOneself,
  ...activityRequests,
  ...affiliationRequests,
  ...calendarRequests,
  ...certificateRequests,
  ...walkRequests,
  ...noticeRequests,
  ...signupRequests,
  ...papersRequests,
  ...guardianRequests,
  ...unitRequests,
  ...recordRequests,
  ...rewardRequests,
  [dispatch.getWorkList.name]: by('keeper', { query: { filter: 'all', limit: '5' } }),
  [dispatch.suggestForOrder.name]: onOrder('keeper', (w) => w.triaged()),
  [dispatch.triageOrders.name]: async (w) => ({ as: 'keeper', body: { orders: bulk(await w.submitted()) } }),
  [dispatch.dispatchOrders.name]: async (w) => ({
    as: 'keeper',
    body: { orders: bulk(await w.triaged()), target: w.toPerson('volunteer') },
  }),
  [dispatch.listOffers.name]: by('volunteer', page),
  [dispatch.listTasks.name]: by('volunteer', page),
  [feedback.giveFeedback.name]: (w) => ({
    as: 'resident',
    body: { unitId: w.county.stage.stationId, words: '楼道的灯坏了' },
  }),
  [feedback.listMyFeedback.name]: by('resident', page),
  [feedback.listFeedback.name]: by('keeper', page),
  [feedback.answerFeedback.name]: async (w) => ({
    as: 'keeper',
    params: { feedbackId: await feedbackOf(w) },
    body: { answer: '修好了' },
  }),
  [getBalances.name]: by('volunteer'),
  [listStarChanges.name]: by('volunteer', page),
  [listMinutes.name]: by('volunteer', page),
  [listPoints.name]: by('volunteer', page),
  [listNotices.name]: by('resident', page),
  [readNotices.name]: async (w) => {
    await w.triaged()
    const { items } = await w.done('resident', listNotices)
    return { as: 'resident', params: { noticeId: items[0]?.noticeId ?? '' } }
  },
  [getOrderForm.name]: (w) => ({
    as: 'resident',
    params: { countyId: '420882', itemId: w.item('上门理发') },
    query: { stationId: w.county.stage.stationId },
  }),
  [orders.submitOrder.name]: (w) => ({ as: 'resident', body: w.asked({ note: '三楼' }) }),
  [orders.listMyOrders.name]: by('resident', { query: { limit: '5', open: 'true' } }),
  [orders.getOrder.name]: onOrder('resident', (w) => w.submitted()),
  [orders.revealContact.name]: onOrder('volunteer', (w) => w.accepted()),
  [organisation.listCounties.name]: by(undefined),
  [organisation.listUnits.name]: (w) => ({
    as: undefined,
    params: { countyId: '420882' },
    query: { parentId: w.county.stage.instituteId },
  }),
  [organisation.getStationPage.name]: (w) => ({
    as: undefined,
    params: { countyId: '420882', code: w.stationCode },
  }),
  [people.getMe.name]: by('resident'),
  [people.saveContact.name]: (w) => ({
    as: 'resident',
    body: { phone: '13800000126', homeStationId: w.county.stage.stationId, address: '城畈社区 3 栋' },
  }),
  [people.savePhoneFromWechat.name]: (w) => ({
    as: 'resident',
    body: { code: w.test.standIn.issuePhoneCode('13800000126') },
  }),
  [people.findPeople.name]: by('keeper', { query: { name: '王', limit: '5' } }),
  [nameDeputy.name]: async (w) => ({ ...deputy(w), params: { grantId: await grantOf(w, 'keeper') } }),
  [endDeputy.name]: async (w) => {
    const named = await w.done('keeper', nameDeputy, { ...deputy(w), params: { grantId: await grantOf(w, 'keeper') } })
    return { as: 'keeper', params: { grantId: named.grantId } }
  },
  [sessions.signInWithWechat.name]: (w) => ({
    as: undefined,
    body: { ...inCounty, code: w.test.standIn.issueLoginCode(newId()) },
  }),
  [sessions.refreshSession.name]: withToken,
  [sessions.signOut.name]: withToken,
  [sessions.requestSignIn.name]: by(undefined, { body: inCounty }),
  [sessions.confirmSignIn.name]: async (w) => ({ as: 'resident', body: { shortCode: (await asked(w)).shortCode } }),
  [sessions.claimSignIn.name]: async (w) => {
    const { requestId, browserSecret } = await asked(w)
    return { as: undefined, params: { requestId }, body: { ...inCounty, browserSecret } }
  },
  [sessions.listDemoPeople.name]: by(undefined, { query: { countyId: '420882' } }),
  [sessions.signInAsDemoPerson.name]: (w) => ({
    as: undefined,
    body: { ...inCounty, personId: w.county.cast['resident'] },
  }),
  [getPointsTrial.name]: by('center', { query: { month: '2026-11' } }),
  [getCountyNumbers.name]: by('center', { query: { month: '2026-11' } }),
  [acceptInvitation.name]: async (w) => ({ as: 'third', body: { code: await invitation(w) } }),
  [listHeldWords.name]: by('center', page),
  [reviewWords.name]: async (w) => ({ as: 'center', params: { checkId: await heldWords(w) }, body: { show: true } }),
  ...teamRequests,
  ...benefitRequests,
  ...pairingRequests,
  ...screenRequests,
}

/** The valid request of an endpoint; throws where there is none. */
export async function asking(endpoint: Endpoint, w: World): Promise<Request> {
  const valid = validRequests[endpoint.name]
  if (!valid) throw new Error(`${endpoint.name} has no valid request in testing/promises/valid-requests.ts`)
  return valid(w)
}
