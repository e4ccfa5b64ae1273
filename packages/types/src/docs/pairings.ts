/** What the endpoints of pairings are for. */
import type { EndpointDoc } from './endpoint-doc.ts'

export const pairings: Record<string, EndpointDoc> = {
  setUpPairing: {
    summary: '结对: staff pair a volunteer with a household that agreed to it (rule-20)',
    description: 'The household has an account, or is known by name, address and phone alone, which are kept sealed.',
  },
  answerPairing: { summary: 'The volunteer says yes or no, freely (rule-09)' },
  endPairing: { summary: 'Ends a pairing; either of the pair, or staff above' },
  getPairing: { summary: 'One pairing, for the pair, the substitute for the time and staff above' },
  listMyPairings: { summary: '我结对的: the caller’s own, as volunteer, substitute or household' },
  listPairings: { summary: 'Pairings of the caller’s subtree, whose visit is due first on top; for staff' },
  recordVisit: {
    summary: 'Writes down a visit',
    description: 'Minutes are the clock’s, of the order it was made on: nothing is typed twice (rule-30).',
  },
  nameSubstitute: { summary: 'Asks somebody to go in the volunteer’s stead for a time' },
  answerSubstitute: { summary: 'Who was asked to stand in says yes or no' },
  revealHousehold: { summary: 'Address and phone, for who goes there now; each look is written down (rule-27)' },
}
