/** What single endpoints promise of their own: tables of cases, and at the end what no case has shown. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { refreshSession } from '@sidan/types/sessions'
import { newId } from '../platform/ids.ts'
import { refusalsOfActions } from './promises/action-requests.ts'
import { refusalsOfActivities } from './promises/activity-refusals.ts'
import { refusalsOfAffiliations } from './promises/affiliation-refusals.ts'
import { refusalsOfAnswers } from './promises/answer-refusals.ts'
import { refusalsOfBenefits } from './promises/benefit-requests.ts'
import { refusalsOfCalendars } from './promises/calendar-requests.ts'
import { refusalsOfCertificates } from './promises/certificate-requests.ts'
import { refusalsOfChildren } from './promises/child-refusals.ts'
import { refusalsOfCounty } from './promises/county-refusals.ts'
import { refusalsOfDrafts } from './promises/draft-refusals.ts'
import { refusalsOfEarning } from './promises/earning-refusals.ts'
import { refusalsOfEntering } from './promises/entry-refusals.ts'
import { refusalsOfFamilies } from './promises/family-requests.ts'
import { refusalsOfFraud } from './promises/fraud-requests.ts'
import { refusalsOfGuardians } from './promises/guardian-refusals.ts'
import { refusalsOfGuessing } from './promises/guessing-refusals.ts'
import { refusalsOfNotices } from './promises/notice-requests.ts'
import { refusalsOfOneself } from './promises/oneself-refusals.ts'
import { refusalsOfOrders } from './promises/order-refusals.ts'
import { refusalsOfPairings } from './promises/pairing-refusals.ts'
import { refusalsOfPapers } from './promises/papers-refusals.ts'
import { refusalsOfPartners } from './promises/partner-requests.ts'
import { refusalsOfPool } from './promises/pool-requests.ts'
import { refusalsOfCorrecting } from './promises/record-requests.ts'
import { refusalsOfRoles } from './promises/role-refusals.ts'
import { refusalsOfScreens } from './promises/screen-requests.ts'
import { refusalsOfShelves } from './promises/shelf-requests.ts'
import { refusalsOfShifts } from './promises/shift-refusals.ts'
import { refusalsOfSigningIn } from './promises/signing-in-refusals.ts'
import { refusalsOfSignups } from './promises/signup-refusals.ts'
import { namedWhere, type Stage, startStage, unseen } from './promises/stage.ts'
import { refusalsOfStanding } from './promises/standing-refusals.ts'
import { refusalsOfTeams } from './promises/team-refusals.ts'
import { refusalsOfTime } from './promises/time-requests.ts'
import { refusalsOfUnits } from './promises/unit-refusals.ts'
import { asking } from './promises/valid-requests.ts'
import { refusalsOfVerbs } from './promises/verbs.ts'
import { refusalsOfWalks } from './promises/walk-requests.ts'

let stage: Stage

beforeAll(async () => {
  stage = await startStage()
})
afterAll(() => stage?.close())

it.each(
  namedWhere(
    ({ path, access, problems: own }) => /:\w+Id/.test(path) && access !== 'public' && own.includes('not-found'),
  ),
)('%s finds nothing under an id that nobody has, and nothing of another county', async (_name, endpoint) => {
  const valid = await stage.departingFrom(endpoint)
  const [last = ''] = Object.keys(valid.params ?? {}).slice(-1)
  await stage.changesNothing(async () => {
    await stage.expectRefusal(endpoint, { ...valid, params: { ...valid.params, [last]: newId() } }, 'not-found')
    if (endpoint.access === 'signedIn')
      await stage.expectRefusal(endpoint, { ...valid, as: 'center', inDaye: true }, 'not-found')
  })
})

describe('each refusal of its own', () => {
  const cases = [
    ...refusalsOfVerbs,
    ...refusalsOfOrders,
    ...refusalsOfEarning,
    ...refusalsOfCorrecting,
    ...refusalsOfEntering,
    ...refusalsOfCounty,
    ...refusalsOfDrafts,
    ...refusalsOfActions,
    ...refusalsOfActivities,
    ...refusalsOfCalendars,
    ...refusalsOfCertificates,
    ...refusalsOfWalks,
    ...refusalsOfNotices,
    ...refusalsOfFraud,
    ...refusalsOfTime,
    ...refusalsOfPool,
    ...refusalsOfSignups,
    ...refusalsOfAnswers,
    ...refusalsOfChildren,
    ...refusalsOfShelves,
    ...refusalsOfPartners,
    ...refusalsOfFamilies,
    ...refusalsOfShifts,
    ...refusalsOfRoles,
    ...refusalsOfTeams,
    ...refusalsOfPairings,
    ...refusalsOfOneself,
    ...refusalsOfUnits,
    ...refusalsOfSigningIn,
    ...refusalsOfGuessing,
    ...refusalsOfStanding,
    ...refusalsOfPapers,
    ...refusalsOfGuardians,
    ...refusalsOfAffiliations,
    ...refusalsOfScreens,
    ...refusalsOfBenefits,
  ]
  it.each(cases.map((one) => [one.endpoint.name, one.code, one.when, one] as const))(
    '%s answers %s when %s',
    async (_name, code, _when, { endpoint, ask: prepare }) => {
      const request = await prepare(stage.w)
      await stage.changesNothing(() => stage.expectRefusal(endpoint, request, code))
    },
  )
  it('refreshSession answers refresh-token-refused when a token is used again, and ends the whole family', async () => {
    // Ends the session of whoever else has the token: the one refusal that must change something.
    const valid = await asking(refreshSession, stage.w)
    const next = await stage.ask(refreshSession, valid)
    await stage.expectRefusal(refreshSession, valid, 'refresh-token-refused')
    const body = { countyId: stage.w.county.countyId, refreshToken: Reflect.get(Object(next.body), 'refreshToken') }
    await stage.expectRefusal(refreshSession, { as: undefined, body }, 'refresh-token-refused')
  })
})

it('leaves no promise of its own unseen', () => {
  expect(unseen(({ problems }) => problems, stage.test)).toEqual([])
})
