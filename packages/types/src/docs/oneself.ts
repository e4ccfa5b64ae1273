import type { EndpointDoc } from './endpoint-doc.ts'

/** What people tell of themselves and decide about themselves. */
export const oneself: Record<string, EndpointDoc> = {
  saveName: {
    summary: 'Corrects the caller’s name',
    description:
      'The full name is kept sealed and shown to nobody else; others read surname and word (李师傅, rule-27).',
  },
  listConsents: { summary: 'Every purpose with where the caller stands: given or not, since when, by which notice' },
  saveConsent: {
    summary: 'Agrees to one purpose, or withdraws it at once (rule-21)',
    description:
      'Agreeing names the version of the notice that was read; another than the current is refused (rule-20). What was held for a purpose alone goes with it: withdrawing `volunteerRecord` empties the profile; records stay (rule-15).',
  },
  getVolunteerForm: { summary: 'The caller’s profile as a volunteer, and what the county offers to choose from' },
  registerVolunteer: {
    summary: '登记: registers the caller as a volunteer',
    description:
      'The volunteer number is made here and never an ID number (rule-18). A minor registers, and serves once a guardian agreed (rule-16).',
  },
  saveProfile: {
    summary: 'Corrects the profile, pauses, comes back',
    description: 'What is not named stays; null forgets the national number.',
  },
  getMyData: { summary: 'What is held about the caller, and what closing the account would bring about (rule-23)' },
  exportMyData: {
    summary: 'Everything held about the caller, as data to take along (rule-23)',
    description: 'Sealed values are opened. At most five times an hour.',
  },
  closeAccount: {
    summary: '注销: closes the account, at once and for good (rules 23, 26)',
    description:
      'Open orders are cancelled, accepted ones handed back, vouchers given back, roles ended, teams left. Service records stay under a neutral name (rule-15); every other word and number of the person is erased. A retry is answered like the first time.',
  },
}
