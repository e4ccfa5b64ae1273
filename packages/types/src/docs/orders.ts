import type { EndpointDoc } from './endpoint-doc.ts'

/** The endpoints of an order, as the reference page says them. */
export const orders: Record<string, EndpointDoc> = {
  getOrderForm: {
    summary: '点单: the form of one item, prefilled',
    description:
      'Works signed out too: then nothing is remembered, and the draft waits for sign-in. Each risk is asked with a yes or no (rule-04).',
  },
  submitOrder: {
    summary: '点单: submits an order',
    description:
      '`contact` overrides what is saved. Without any address the place is the station; without a phone the station is called. A proxy order names the beneficiary, who has no account, and needs `consent: true` (rule-20); a group order needs `headCount`.',
  },
  resubmitOrder: { summary: 'Corrects an order that was sent back, and submits it again' },
  listMyOrders: { summary: 'Orders this person asked for, newest first' },
  getOrder: {
    summary: 'One order with its history and what the caller may do with it',
    description:
      '`allowedActions` comes from the same rules that decide a move. Names are masked for whoever is not concerned.',
  },
  revealContact: {
    summary: 'Address and phone of an order',
    description: 'For who accepted, until the order is closed; each look is written down (rule-27).',
  },
  triageOrder: { summary: '审单: approves an order' },
  sendBackOrder: {
    summary: '退回补充: sends an order back to be corrected',
    description: 'With one of the policy’s one-tap reasons.',
  },
  rejectOrder: { summary: '没能办: ends an order that cannot be done, with a reason and whom to call' },
  markDuplicateOrder: { summary: '并单: joins an order to another, named by its short code' },
  cancelOrder: {
    summary: '撤销: the requester takes an order back',
    description: 'Any time before the service starts; it costs nothing.',
  },
  rateOrder: { summary: '评单: stars, words, thanks' },
  reopenOrder: {
    summary: '重新办: it was not done, or not well',
    description: 'Everyone concerned is told.',
  },
  acceptOrder: {
    summary: '接单: accepts an order',
    description:
      'By the volunteer asked, by a leader for the asked team (who names who goes), or by anybody fit when it is open for claiming. Two at once: one gets it, the other `order-changed`.',
  },
  declineOrder: { summary: '暂不接: declines an order', description: 'Never costs anything (rule-09).' },
  returnOrder: {
    summary: '退回: who accepted gives the order back to the center',
    description: 'Without any penalty (rule-09).',
  },
  nameGoers: { summary: 'The leader of the accepting team names who goes' },
  fulfillOrder: {
    summary: '办结: says what was done',
    description: 'Counted results; photos are optional (rule-29).',
  },
}
