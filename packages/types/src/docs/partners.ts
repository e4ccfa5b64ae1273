/** What the endpoints of the reward store's partners, their statements, and of returns are for. */
import type { EndpointDoc } from './endpoint-doc.ts'

export const partners: Record<string, EndpointDoc> = {
  listPartners: { summary: '爱心商家 that a unit or one below it deals with, open ones first' },
  addPartner: {
    summary: 'Takes a shop, bank or other partner in',
    description:
      'By the keeper of the unit that deals with them, or one above. Things are put on the shelf in their name with an agreed fee.',
  },
  getPartner: { summary: 'A partner with who works there' },
  changePartner: { summary: 'Changes name, kind or address of a partner' },
  closePartner: {
    summary: 'The county deals with a partner no more',
    description:
      'Refused while something of theirs is on a shelf or waits to be fetched. Owners stay until their statements are settled.',
  },
  invitePartnerMember: {
    summary: 'A one-time code for an owner or a clerk of a partner',
    description:
      'Owners by the keeper, clerks by the owner as well. It is taken up, renewed and revoked like any invitation.',
  },
  listPartnerInvitations: { summary: 'Invitations to work at a partner, newest first' },
  endPartnerMember: { summary: 'Somebody works at a partner no more, from their next request on' },
  listMyPartners: { summary: '我的店: where the caller works, with today’s total of the whole shop' },
  listStatements: {
    summary: '对账单 of a partner, the newest month first, and how the present month stands',
    description:
      'A month is issued once it is over. Its sums are those of what was handed out in it less what came back in it, and equal the ledger.',
  },
  getStatement: { summary: 'A statement by thing, with what was said about it' },
  confirmStatement: { summary: 'The partner’s owner confirms a statement' },
  disputeStatement: { summary: 'The partner’s owner objects to a statement; the unit’s keepers are told' },
  answerStatement: {
    summary: 'A keeper answers an objection, and may add to the compensation or take off',
    description: 'The sums stay; the adjustment stands beside them. The owner decides anew.',
  },
  listGivenAtUnit: { summary: 'What a unit’s own shelf handed out in the last seven days, with today’s total' },
  listGivenAtPartner: { summary: 'What a partner handed out in the last seven days, with today’s total' },
  returnVoucher: {
    summary: '退货: what was handed out is brought back within seven days',
    description:
      'Points return to their lots with their old last day; the piece lies on the shelf again or is written off.',
  },
}
