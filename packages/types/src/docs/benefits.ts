/** What the endpoints of benefits and their cards are for. */
import type { EndpointDoc } from './endpoint-doc.ts'

export const benefits: Record<string, EndpointDoc> = {
  listMyBenefits: {
    summary: '我的礼遇: every benefit of the policy, whether the hours reach it, and what was used this month or year',
    description: 'Lifetime minutes of approved voluntary service (rule-17); they fall only when a record is put right.',
  },
  listBenefitUses: {
    summary: '用过的: each use with the minutes, threshold and policy version that it was decided on',
    description: '`usedCount` and the list come from one query: they always agree.',
  },
  getBenefitCodes: {
    summary: '变动码: the changing codes of the next ten minutes, for the volunteer’s own phone',
    description: 'One per 15 seconds, bound to person, county and benefit. The key never leaves the server.',
  },
  verifyBenefit: {
    summary: '核验礼遇: counts one use of a volunteer’s benefit, by scanning the changing code or typing it',
    description:
      'For keepers, staff, merchants and partners. Of several at once as many succeed as are left. A code is good for a minute and a half, once. Who types too many wrong codes is told to wait; scanning goes on.',
  },
  undoBenefitUse: {
    summary: '撤回: what was scanned by mistake does not count',
    description: 'Within ten minutes, by who scanned it or the county’s keeper. The code itself stays used.',
  },
  listVerifiedUses: { summary: '今天核的: what the caller scanned today, newest first, and the day’s sign' },
  openBenefitCard: {
    summary: '开通礼遇卡: opens the card of this month or year for a benefit that nobody scans',
    description:
      'The consent to pass the volunteer’s number and name on to whoever gives it (rules 7, 20); `policyVersion` says which words were read.',
  },
  endBenefitCard: { summary: '不用了: ends a card; the person stands on no list from then on (rule-21)' },
  getBenefitCard: {
    summary: 'What the moving card shows today, good without network until the day ends',
    description: 'The sign (a word and a colour) is the same on every card of the county that day.',
  },
  listCardHolders: {
    summary: '礼遇名单: who holds a card of a period, for the county’s keeper to pass on',
    description:
      'Number and what others may read of a name, no more (rule-24); who has not the hours any more is left out.',
  },
}
