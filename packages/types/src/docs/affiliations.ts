import type { EndpointDoc } from './endpoint-doc.ts'

/** 双报到, in sums, and what the county strives for. */
export const affiliations: Record<string, EndpointDoc> = {
  getAffiliation: { summary: 'Whether the county has 双报到, and what the caller registered for it (rule-28)' },
  saveAffiliation: {
    summary: '双报到: the caller says which department they work at and at which station they live',
    description:
      'By themselves alone, having read the notice (rule-20). Kept sealed, so that nothing in the database tells who is a member; withdrawn by `saveConsent` of `partyMembership`, and then erased at once.',
  },
  listAffiliationNumbers: {
    summary: '双报到 in sums: a year by department, for the center, its auditors, and each department’s own staff',
    description:
      'Counted once a month. Nothing is told over fewer than ten people, by itself or by subtraction (rule-28); departments by code (rule-30).',
  },
  listAims: { summary: '争取: this year’s aims by code, each beside where the county stands (rule-30)' },
}
