/** What people may do: papers, insurance, guardians and children. */
import type { EndpointDoc } from './endpoint-doc.ts'

export const papers: Record<string, EndpointDoc> = {
  listMyQualifications: { summary: 'This person’s papers, newest first, and the kinds that the county knows' },
  addQualification: {
    summary: 'Adds a paper (资质), which then waits for staff',
    description: 'A photo is optional: staff may verify a paper that they have seen. One of a kind waits at a time.',
  },
  removeQualification: { summary: 'Takes a paper of one’s own back; it is deleted' },
  listQualifications: { summary: 'Papers of the caller’s subtree that wait, or that end within 30 days' },
  verifyQualification: {
    summary: 'Verifies a paper; nobody verifies their own',
    description: 'It counts from now to its last day by itself (rule-05).',
  },
  refuseQualification: { summary: 'Refuses a paper, with a reason that its owner reads' },
  listMyInsurances: { summary: 'This person’s insurances' },
  recordInsurances: {
    summary: 'Records one accident insurance for several people',
    description: 'Each stands alone. The policy number is stored sealed. Two of one insurer never overlap.',
  },
  listInsurances: { summary: 'Insurances of the caller’s subtree, or those that end within 30 days' },
  getGuardianship: { summary: 'Whether this person needs a guardian’s consent and has it, and whom they agreed for' },
  askGuardian: {
    summary: 'A minor gets a one-time code for a guardian',
    description: 'Good once, for up to 7 days; only its hash is kept. A newer one replaces it.',
  },
  openGuardianRequest: { summary: 'Who asks behind a code', description: 'A wrong code counts: ten in ten minutes.' },
  agreeAsGuardian: {
    summary: 'A guardian agrees to a minor’s service (rule-16)',
    description: 'With an account of their own, grown up, after reading the notice of this version (rule-20).',
  },
  recordPaperConsent: { summary: 'Staff record a guardian’s consent on paper, with its photo' },
  withdrawGuardianConsent: {
    summary: 'Withdraws a guardian’s consent, which counts at once',
    description: 'The guardian who gave it, or staff where it was on paper.',
  },
  listMinors: { summary: 'Volunteers under 18 of the caller’s subtree, and whether a guardian agreed' },
  listMyChildren: { summary: 'Children this person registered' },
  registerChild: {
    summary: 'A guardian registers a child without an account',
    description: 'Names and notes are stored sealed; a health note needs a consent of its own (rule-22).',
  },
  correctChild: { summary: 'Corrects what is known of a child', description: 'A health note of null takes it away.' },
  renewPickUpCode: { summary: 'Makes another pick-up code for a child' },
  removeChild: { summary: 'Removes a child; everything known of them is erased' },
  removeInsurance: { summary: 'Takes away an insurance that was recorded by mistake' },
}
