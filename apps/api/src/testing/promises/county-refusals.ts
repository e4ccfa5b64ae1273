/** What roles, letters, activities and looking things up may be refused with. */
import { sendClockEvents } from '@sidan/types/clock'
import { answerFeedback, giveFeedback, listFeedback } from '@sidan/types/feedback'
import { getOrderForm } from '@sidan/types/order-forms'
import { getStationPage, listUnits } from '@sidan/types/organisation'
import { findPeople, saveContact } from '@sidan/types/people'
import { getPointsTrial } from '@sidan/types/points-trials'
import { listPendingRecords } from '@sidan/types/records'
import { endDeputy, nameDeputy } from '@sidan/types/roles'
import { getCountyNumbers } from '@sidan/types/statistics'
import { listHeldWords, reviewWords } from '@sidan/types/word-checks'
import { newId } from '../../platform/ids.ts'
import type { World } from '../world.ts'
import { feedbackOf, grantOf, heldWords } from './beforehand.ts'
import { type Refusing, type Request, refused } from './verbs.ts'

const deputy = (w: World, more: object = {}) => ({
  personId: w.county.cast['third'],
  fromDay: w.day(1),
  untilDay: w.day(5),
  ...more,
})
const named =
  (as: string, more: (w: World) => object = () => ({})) =>
  async (w: World): Promise<Request> => ({
    as,
    params: { grantId: await grantOf(w, as) },
    body: deputy(w, more(w)),
  })

const roles = [
  refused(nameDeputy, 'not-found', 'the role is somebody else’s', async (w) => ({
    ...(await named('keeper')(w)),
    as: 'institute',
  })),
  refused(nameDeputy, 'role-not-grantable', 'a merchant names a deputy', named('merchant')),
  refused(
    nameDeputy,
    'target-unknown',
    'the deputy is nobody',
    named('keeper', () => ({ personId: newId() })),
  ),
  refused(
    nameDeputy,
    'target-unknown',
    'the deputy is another county’s',
    named('keeper', (w) => ({
      personId: w.daye.county.cast['third'],
    })),
  ),
  refused(
    nameDeputy,
    'target-unknown',
    'the keeper names herself in capitals',
    named('keeper', (w) => ({
      personId: w.county.cast['keeper']?.toUpperCase(),
    })),
  ),
  refused(
    nameDeputy,
    'period-invalid',
    'it ends before it starts',
    named('keeper', (w) => ({ untilDay: w.day(0) })),
  ),
  refused(endDeputy, 'role-not-grantable', 'it is no deputy’s role', async (w) => ({
    as: 'keeper',
    params: { grantId: await grantOf(w, 'keeper') },
  })),
]

const feedback = [
  refused(giveFeedback, 'not-found', 'the unit is another county’s', (w) => ({
    as: 'resident',
    body: { words: '灯坏了', unitId: w.daye.county.stage.stationId },
  })),
  refused(answerFeedback, 'not-allowed', 'who wrote it answers it', async (w) => ({
    as: 'resident',
    params: { feedbackId: await feedbackOf(w) },
    body: { answer: '修好了' },
  })),
  refused(answerFeedback, 'not-found', 'a stranger answers it', async (w) => ({
    as: 'neighbour',
    params: { feedbackId: await feedbackOf(w) },
    body: { answer: '修好了' },
  })),
]

const looking = [
  refused(findPeople, 'not-allowed', 'a resident looks for people', () => ({ as: 'resident', query: { name: '王' } })),
  refused(listFeedback, 'not-allowed', 'a resident reads the letters', () => ({ as: 'resident' })),
  refused(listPendingRecords, 'not-allowed', 'a volunteer reads the list', () => ({ as: 'volunteer' })),
  refused(getCountyNumbers, 'not-allowed', 'a station’s keeper asks', () => ({ as: 'keeper' })),
  refused(getCountyNumbers, 'invalid-request', 'the month is of another age', () => ({
    as: 'center',
    query: { month: '0900-01' },
  })),
  refused(getPointsTrial, 'not-allowed', 'an institute’s keeper asks', () => ({ as: 'institute' })),
  refused(getPointsTrial, 'not-allowed', 'an auditor asks', () => ({ as: 'auditor' })),
  refused(getPointsTrial, 'period-invalid', 'the month has not begun', () => ({
    as: 'center',
    query: { month: '2099-01' },
  })),
  refused(getPointsTrial, 'invalid-request', 'what is tried are no points of a policy', () => ({
    as: 'center',
    query: { candidate: '{"pointsPerHour":10}' },
  })),
  refused(sendClockEvents, 'invalid-request', 'the place in the queue is more than a column holds', async (w) => ({
    as: 'volunteer',
    body: { events: [{ ...w.scan('checkIn', (await w.accepted()).orderId), queuedNo: 2 ** 31 }] },
  })),
  refused(saveContact, 'not-found', 'the station is another county’s', (w) => ({
    as: 'resident',
    body: { homeStationId: w.daye.county.stage.stationId },
  })),
  refused(listUnits, 'not-found', 'no such county is served', () => ({
    as: undefined,
    params: { countyId: '110000' },
  })),
  refused(listUnits, 'not-found', 'the unit is another county’s', (w) => ({
    as: undefined,
    params: { countyId: '420882' },
    query: { parentId: w.daye.county.stage.centerId },
  })),
  refused(getStationPage, 'not-found', 'the code is another county’s', (w) => ({
    as: undefined,
    params: { countyId: '420882', code: w.daye.stationCode },
  })),
  refused(getOrderForm, 'not-found', 'the station is another county’s', (w) => ({
    as: undefined,
    params: { countyId: '420882', itemId: w.item('上门理发') },
    query: { stationId: w.daye.county.stage.stationId },
  })),
]

const words = [
  refused(listHeldWords, 'not-allowed', 'a station’s keeper asks', () => ({ as: 'keeper' })),
  refused(reviewWords, 'not-allowed', 'a station’s keeper reviews', async (w) => ({
    as: 'keeper',
    params: { checkId: await heldWords(w) },
    body: { show: true },
  })),
  refused(reviewWords, 'words-not-held', 'they were reviewed before', async (w) => {
    const review = { params: { checkId: await heldWords(w) }, body: { show: false } }
    await w.done('center', reviewWords, review)
    return { as: 'center', ...review }
  }),
]

export const refusalsOfCounty: Refusing[] = [...roles, ...feedback, ...looking, ...words]
