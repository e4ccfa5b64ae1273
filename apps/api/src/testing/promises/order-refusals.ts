/** What single endpoints of an order may be refused with, beside what all its verbs may. */
import { dispatchOrder, getWorkList, suggestForOrder } from '@sidan/types/dispatch'
import { getOrderForm } from '@sidan/types/order-forms'
import * as moves from '@sidan/types/order-moves'
import { revealContact, submitOrder } from '@sidan/types/orders'
import type { ProblemCode } from '@sidan/types/problems'
import { newId } from '../../platform/ids.ts'
import type { World } from '../world.ts'
import { goers, on, type Refusing, refused } from './verbs.ts'

const dispatching = [
  refused(dispatchOrder, 'own-order', 'the keeper ordered it', async (w) =>
    on('keeper', await w.triagedBy('institute', await w.submitted('keeper')), { target: w.toPerson('volunteer') }),
  ),
  refused(dispatchOrder, 'own-order', 'it is sent to who ordered it', async (w) =>
    on('keeper', await w.triaged('volunteer'), { target: w.toPerson('volunteer') }),
  ),
  refused(dispatchOrder, 'own-order', 'who ordered it is named in capitals', async (w) => {
    const personId = w.county.cast['volunteer']?.toUpperCase()
    return on('keeper', await w.triaged('volunteer'), { target: { kind: 'person', personId } })
  }),
  refused(dispatchOrder, 'target-not-possible', 'the county has no claiming', async (w) => ({
    ...on('center', await w.daye.submitted(), { target: { kind: 'claim' } }),
    inDaye: true,
  })),
  refused(dispatchOrder, 'target-unknown', 'nobody has that id', async (w) =>
    on('keeper', await w.triaged(), { target: { kind: 'person', personId: newId() } }),
  ),
  refused(dispatchOrder, 'target-unknown', 'the volunteer is another county’s', async (w) =>
    on('keeper', await w.triaged(), { target: w.daye.toPerson('volunteer') }),
  ),
  refused(dispatchOrder, 'target-unknown', 'the team is another county’s', async (w) =>
    on('keeper', await w.triaged(), { target: w.daye.toTeam }),
  ),
  refused(dispatchOrder, 'qualification-missing', 'they cannot cut hair', async (w) =>
    on('keeper', await w.triaged(), { target: w.toPerson('third') }),
  ),
  refused(dispatchOrder, 'period-invalid', 'it ends before it starts', async (w) =>
    on('keeper', await w.triaged(), {
      target: w.toPerson('volunteer'),
      startsAt: `${w.day(2)}T03:00:00.000Z`,
      endsAt: `${w.day(2)}T02:00:00.000Z`,
    }),
  ),
  refused(dispatchOrder, 'period-invalid', 'only its start is named', async (w) =>
    on('keeper', await w.triaged(), { target: w.toPerson('volunteer'), startsAt: `${w.day(2)}T03:00:00.000Z` }),
  ),
  refused(suggestForOrder, 'not-allowed', 'the requester asks', async (w) => {
    const { orderId } = await w.triaged()
    return { as: 'resident', params: { orderId } }
  }),
  refused(getWorkList, 'not-allowed', 'a resident asks', () => ({ as: 'resident' })),
]

const deciding = [
  ...[
    { endpoint: moves.triageOrder, body: {} },
    { endpoint: moves.sendBackOrder, body: { reason: 'unclear' } },
    { endpoint: moves.rejectOrder, body: { reason: 'not-ours' } },
    { endpoint: moves.markDuplicateOrder, body: { duplicateOf: '7K2M9X' } },
  ].map(({ endpoint, body }) =>
    refused(endpoint, 'own-order', 'the keeper ordered it', async (w) =>
      on('keeper', await w.submitted('keeper'), body),
    ),
  ),
  ...[
    { endpoint: moves.sendBackOrder, by: 'keeper', from: (w: World) => w.submitted() },
    { endpoint: moves.rejectOrder, by: 'keeper', from: (w: World) => w.submitted() },
    { endpoint: moves.declineOrder, by: 'volunteer', from: (w: World) => w.dispatched() },
    { endpoint: moves.returnOrder, by: 'volunteer', from: (w: World) => w.accepted() },
  ].map(({ endpoint, by, from }) =>
    refused(endpoint, 'reason-unknown', 'the policy has no such reason', async (w) =>
      on(by, await from(w), { reason: 'just-so' }),
    ),
  ),
  refused(moves.markDuplicateOrder, 'duplicate-of-itself', 'its own code is named', async (w) => {
    const order = await w.submitted()
    return on('keeper', order, { duplicateOf: order.shortCode })
  }),
  refused(moves.markDuplicateOrder, 'not-found', 'no order has that code', async (w) =>
    on('keeper', await w.submitted(), { duplicateOf: 'no such code' }),
  ),
  refused(moves.markDuplicateOrder, 'not-found', 'the order of that code is another county’s', async (w) =>
    on('keeper', await w.submitted(), { duplicateOf: (await w.daye.submitted()).shortCode }),
  ),
  refused(moves.resubmitOrder, 'slot-not-possible', 'the day is over', async (w) =>
    on('resident', await w.returned(), { slot: { day: w.day(-1), part: 'any' } }),
  ),
  refused(moves.rateOrder, 'rating-over', 'fifteen days are over', async (w) => ({
    ...on('resident', await w.fulfilled(), { stars: 5 }),
    daysLater: 16,
  })),
  refused(moves.reopenOrder, 'rating-over', 'seven days are over', async (w) => ({
    ...on('resident', await w.fulfilled()),
    daysLater: 8,
  })),
]

const claim = { kind: 'claim' } as const

const serving = [
  refused(moves.acceptOrder, 'not-allowed', 'a keeper who is no volunteer claims it', async (w) =>
    on('keeper', await w.dispatched(claim)),
  ),
  refused(moves.acceptOrder, 'own-order', 'a volunteer claims what they ordered', async (w) =>
    on('second', await w.dispatched(claim, 'second')),
  ),
  refused(moves.acceptOrder, 'not-asked', 'the keeper answers for the volunteer', async (w) =>
    on('keeper', await w.dispatched()),
  ),
  refused(moves.declineOrder, 'not-asked', 'the keeper answers for the volunteer', async (w) =>
    on('keeper', await w.dispatched()),
  ),
  refused(moves.acceptOrder, 'qualification-missing', 'a volunteer who cannot cut hair claims it', async (w) =>
    on('third', await w.dispatched(claim)),
  ),
  refused(moves.acceptOrder, 'goers-not-in-team', 'the leader names the keeper', async (w) =>
    on('second', await w.dispatched(w.toTeam), goers(w, 'keeper')),
  ),
  refused(moves.nameGoers, 'goers-not-in-team', 'the leader names the keeper', async (w) =>
    on('second', await w.teamAccepted(), goers(w, 'keeper')),
  ),
  refused(moves.nameGoers, 'qualification-missing', 'the member named cannot cut hair', async (w) =>
    on('second', await w.teamAccepted(), goers(w, 'third')),
  ),
  refused(moves.nameGoers, 'own-order', 'the member named ordered it', async (w) =>
    on('second', await w.teamAccepted('volunteer'), goers(w, 'volunteer')),
  ),
  refused(moves.nameGoers, 'own-order', 'the member named in capitals ordered it', async (w) =>
    on('second', await w.teamAccepted('volunteer'), { goers: [w.county.cast['volunteer']?.toUpperCase()] }),
  ),
  refused(moves.nameGoers, 'clock-running', 'one of them is at work', async (w) =>
    on('second', await w.inService(() => w.teamAccepted(), 'second'), goers(w, 'volunteer')),
  ),
  refused(moves.fulfillOrder, 'clock-running', 'they have not checked out', async (w) =>
    on('volunteer', await w.inService()),
  ),
  refused(moves.fulfillOrder, 'photo-refused', 'the photo was never uploaded', async (w) =>
    on('volunteer', await w.accepted(), { photos: ['0'.repeat(64)] }),
  ),
  ...['keeper', 'resident'].map((who) =>
    refused(revealContact, 'contact-not-yours', `the ${who} asks`, async (w) => {
      const { orderId } = await w.accepted()
      return { as: who, params: { orderId } }
    }),
  ),
]

const submitting = (
  [
    ['not-found', 'no item has that id', () => ({ itemId: newId() })],
    ['not-found', 'the station is another county’s', (w) => ({ stationId: w.daye.county.stage.stationId })],
    ['not-allowed', 'a resident orders for somebody else', () => ({ beneficiary: { name: '郭奶奶', consent: true } })],
    ['item-not-offered-here', 'the item is not for the station', () => ({ place: 'station' })],
    ['slot-not-possible', 'the day is over', (w) => ({ slot: { day: w.day(-1), part: 'any' } })],
    ['risk-answers-missing', 'a risk is not answered (rule-04)', () => ({ risks: [] })],
    ['address-needed', 'nobody knows where', () => ({ contact: {} })],
    [
      'head-count-needed',
      'how many come is not said',
      (w) => ({ itemId: w.item('政策宣讲'), place: 'station', risks: [] }),
    ],
  ] as [ProblemCode, string, (w: World) => object][]
).map(([code, when, more]) => refused(submitOrder, code, when, (w) => ({ as: 'neighbour', body: w.asked(more(w)) })))

export const refusalsOfOrders: Refusing[] = [
  ...dispatching,
  ...deciding,
  ...serving,
  ...submitting,
  refused(submitOrder, 'consent-needed', 'the beneficiary did not agree (rule-20)', (w) => ({
    as: 'gridWorker',
    body: w.asked({ beneficiary: { name: '郭奶奶', consent: false } }),
  })),
  refused(getOrderForm, 'item-not-offered-here', 'it is asked of an institute', (w) => ({
    as: undefined,
    params: { countyId: '420882', itemId: w.item('上门理发') },
    query: { stationId: w.county.stage.instituteId },
  })),
]
