/** What the endpoints beside orders may be refused with. */
import { publishActivity } from '@sidan/types/activities'
import { sendClockEvents } from '@sidan/types/clock'
import type { Endpoint } from '@sidan/types/endpoint'
import { answerFeedback, giveFeedback, listFeedback } from '@sidan/types/feedback'
import { getStationPage, listUnits } from '@sidan/types/organisation'
import { getOrderForm } from '@sidan/types/orders'
import { findPeople, saveContact, savePhoneFromWechat } from '@sidan/types/people'
import type { ProblemCode } from '@sidan/types/problems'
import { approveRecord, listPendingRecords, rejectRecord } from '@sidan/types/records'
import { cancelRedemption, redeemItem, verifyVoucher } from '@sidan/types/rewards'
import { endDeputy, nameDeputy } from '@sidan/types/roles'
import * as sessions from '@sidan/types/sessions'
import { getCountyNumbers } from '@sidan/types/statistics'
import { newId } from '../../platform/ids.ts'
import type { World } from '../world.ts'
import type { Refusing, Request } from './verbs.ts'
import { announcement, asking, feedbackOf, grantOf } from './valid-requests.ts'

const refused = (endpoint: Endpoint, code: ProblemCode, when: string, ask: Refusing['ask']): Refusing => ({
  endpoint,
  code,
  when,
  ask,
})

const decided = [
  { endpoint: approveRecord, body: { version: 1 } },
  { endpoint: rejectRecord, body: { version: 1, words: '时间不对' } },
].flatMap(({ endpoint, body }) => {
  const by = (as: string, record: (w: World) => Promise<string>) => async (w: World) => ({
    as,
    params: { recordId: await record(w) },
    body,
  })
  return [
    refused(endpoint, 'not-found', 'somebody else’s record is asked for', by('neighbour', (w) => w.record())),
    refused(endpoint, 'not-allowed', 'the auditor decides', by('auditor', (w) => w.record())),
    refused(endpoint, 'own-record', 'the volunteer decides', by('volunteer', (w) => w.record())),
    refused(endpoint, 'over-approval-limit', 'the station decides on nine hours', by('keeper', (w) => w.record(540))),
    refused(endpoint, 'record-not-pending', 'it has been decided', by('keeper', (w) => w.approved())),
    refused(endpoint, 'record-not-pending', 'another version was looked at', async (w) => ({
      ...(await by('keeper', (world) => world.record())(w)),
      body: { ...body, version: 2 },
    })),
  ]
})

/** Leaves the shelf as it is told for one request: how many pieces of an item there are. */
const shelf = async (w: World, title: string, pieces: number) => {
  const itemId = await w.reward(title)
  await w.test.db.inCounty(w.county.countyId, (tx) =>
    tx.rows({
      text: 'update reward_items set received_count = $3 + held_count + handed_out_count, stock_count = $3 where county_id = $1 and id = $2',
      values: [w.county.countyId, itemId, pieces],
    }),
  )
  return itemId
}

const verifying = (as: string, voucher: (w: World) => Promise<string>) => async (w: World) => ({
  as,
  body: { voucher: await voucher(w) },
})
const heldCode = async (w: World) => (await w.voucher()).code ?? ''

const rewards = [
  refused(redeemItem, 'not-found', 'no item has that id', () => ({ as: 'volunteer', body: { itemId: newId() } })),
  refused(redeemItem, 'not-found', 'the item is another county’s', async (w) => ({
    as: 'volunteer',
    body: { itemId: await w.daye.reward('毛巾一条') },
  })),
  refused(redeemItem, 'not-enough-points', 'nothing was earned', async (w) => ({
    as: 'resident',
    body: { itemId: await w.reward('毛巾一条') },
  })),
  refused(redeemItem, 'out-of-stock', 'the last piece is gone', async (w) => ({
    as: 'volunteer',
    body: { itemId: await shelf(w, '菜籽油 1.8 升', 0) },
  })),
  refused(redeemItem, 'over-limit', 'five were exchanged this month', async (w) => {
    const itemId = await w.reward('爱心早餐一份')
    await w.voucher()
    for (let left = 0; left < 6; left += 1) await w.approved()
    for (;;) {
      const answer = await w.county.as('volunteer')(redeemItem, { body: { itemId } })
      if (answer.code !== undefined) return { as: 'volunteer', body: { itemId } }
    }
  }),
  refused(cancelRedemption, 'redemption-not-held', 'it was cancelled before', async (w) => {
    const { redemptionId } = await w.voucher()
    await w.done('volunteer', cancelRedemption, { params: { redemptionId } })
    return { as: 'volunteer', params: { redemptionId } }
  }),
  refused(cancelRedemption, 'not-found', 'it is somebody else’s', async (w) => ({
    as: 'second',
    params: { redemptionId: (await w.voucher()).redemptionId },
  })),
  refused(verifyVoucher, 'not-allowed', 'a resident scans it', verifying('resident', heldCode)),
  refused(verifyVoucher, 'voucher-unknown', 'no voucher has that code', verifying('merchant', async () => 'no such code')),
  refused(verifyVoucher, 'voucher-not-here', 'it is fetched at the center', verifying('merchant', heldCode)),
  refused(verifyVoucher, 'redemption-not-held', 'it was handed out', verifying('center', async (w) => {
    const voucher = await heldCode(w)
    await w.done('center', verifyVoucher, { body: { voucher } })
    return voucher
  })),
  refused(verifyVoucher, 'voucher-unknown', 'it is another county’s', async (w) => ({
    ...(await verifying('center', heldCode)(w)),
    inDaye: true,
  })),
]

const deputy = (w: World, more: object = {}) => ({
  personId: w.county.cast['third'],
  fromDay: w.day(1),
  untilDay: w.day(5),
  ...more,
})
const named = (as: string, more: (w: World) => object = () => ({})) => async (w: World): Promise<Request> => ({
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
  refused(nameDeputy, 'target-unknown', 'the deputy is nobody', named('keeper', () => ({ personId: newId() }))),
  refused(nameDeputy, 'target-unknown', 'the deputy is another county’s', named('keeper', (w) => ({
    personId: w.daye.county.cast['third'],
  }))),
  refused(nameDeputy, 'target-unknown', 'the keeper names herself in capitals', named('keeper', (w) => ({
    personId: w.county.cast['keeper']?.toUpperCase(),
  }))),
  refused(nameDeputy, 'period-invalid', 'it ends before it starts', named('keeper', (w) => ({ untilDay: w.day(0) }))),
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

const announced = (as: string, more: (w: World) => object) => (w: World) => ({
  as,
  body: { ...announcement(w), ...more(w) },
})

const activities = [
  refused(publishActivity, 'not-found', 'no unit has that id', announced('keeper', () => ({ unitId: newId() }))),
  refused(publishActivity, 'not-found', 'the unit is another county’s', announced('keeper', (w) => ({
    unitId: w.daye.county.stage.stationId,
  }))),
  refused(publishActivity, 'not-allowed', 'the institute is above the keeper', announced('keeper', (w) => ({
    unitId: w.county.stage.instituteId,
  }))),
  refused(publishActivity, 'period-invalid', 'it is over', announced('keeper', (w) => ({
    startsAt: `${w.day(-3)}T01:00:00.000Z`,
    endsAt: `${w.day(-3)}T02:00:00.000Z`,
  }))),
]

const login = (w: World, openid: string) => w.test.standIn.issueLoginCode(openid)
const usedCode = 'no-such-code'
const confirming = async (w: World) => {
  const request = await w.done('resident', sessions.requestSignIn, { body: { countyId: w.county.countyId } })
  return { request, body: { countyId: w.county.countyId, browserSecret: request.browserSecret } }
}

const signingIn = [
  refused(sessions.signInWithWechat, 'not-found', 'no such county is served', (w) => ({
    as: undefined,
    body: { countyId: 110000, code: login(w, 'somebody') },
  })),
  refused(sessions.requestSignIn, 'not-found', 'no such county is served', () => ({
    as: undefined,
    body: { countyId: 110000 },
  })),
  refused(sessions.signInWithWechat, 'wechat-code-refused', 'WeChat never gave that code', (w) => ({
    as: undefined,
    body: { countyId: w.county.countyId, code: usedCode },
  })),
  refused(sessions.signInWithWechat, 'wechat-unavailable', 'WeChat has too much to do', (w) => {
    w.test.standIn.fail('code2Session', { errcode: 45011 })
    return { as: undefined, body: { countyId: w.county.countyId, code: login(w, 'somebody') } }
  }),
  refused(savePhoneFromWechat, 'wechat-code-refused', 'WeChat never gave that code', () => ({
    as: 'resident',
    body: { code: usedCode },
  })),
  refused(savePhoneFromWechat, 'wechat-unavailable', 'WeChat has too much to do', (w) => {
    w.test.standIn.fail('getPhoneNumber', { errcode: 45011 })
    return { as: 'resident', body: { code: w.test.standIn.issuePhoneCode('13800000126') } }
  }),
  refused(sessions.refreshSession, 'refresh-token-refused', 'the token is of another county', async (w) => ({
    as: undefined,
    body: { ...(await asking(sessions.refreshSession, w)).body, countyId: w.daye.county.countyId },
  })),
  refused(sessions.confirmSignIn, 'not-found', 'no browser shows that code', () => ({
    as: 'resident',
    body: { shortCode: '7K2M9X' },
  })),
  refused(sessions.confirmSignIn, 'sign-in-request-expired', 'two minutes are over', async (w) => ({
    as: 'resident',
    body: { shortCode: (await confirming(w)).request.shortCode },
    daysLater: 1,
  })),
  refused(sessions.claimSignIn, 'sign-in-request-expired', 'two minutes are over', async (w) => {
    const { request, body } = await confirming(w)
    return { as: undefined, params: { requestId: request.requestId }, body, daysLater: 1 }
  }),
  refused(sessions.claimSignIn, 'sign-in-request-not-yours', 'another browser asks', async (w) => {
    const { request, body } = await confirming(w)
    return { as: undefined, params: { requestId: request.requestId }, body: { ...body, browserSecret: 'another' } }
  }),
  refused(sessions.claimSignIn, 'not-found', 'it is claimed in another county', async (w) => {
    const { request, body } = await confirming(w)
    const countyId = w.daye.county.countyId
    return { as: undefined, params: { requestId: request.requestId }, body: { ...body, countyId } }
  }),
  refused(sessions.signInAsDemoPerson, 'not-found', 'the person is another county’s', (w) => ({
    as: undefined,
    body: { countyId: w.county.countyId, personId: w.daye.county.cast['resident'] },
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

export const refusalsBesideOrders: Refusing[] = [
  ...decided,
  ...rewards,
  ...roles,
  ...feedback,
  ...activities,
  ...signingIn,
  ...looking,
]
