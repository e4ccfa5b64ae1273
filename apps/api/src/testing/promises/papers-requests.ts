/** Requests about papers of people that succeed. */
import * as insurances from '@sidan/types/insurances'
import * as qualifications from '@sidan/types/qualifications'
import { forgetWaiting, newInsurance, newQualification } from '../papers.ts'
import type { World } from '../world.ts'
import type { Valid } from './verbs.ts'

const onQualification =
  (as: string, body?: object): Valid =>
  async (w) => ({ as, params: { qualificationId: await newQualification(w) }, ...(body ? { body } : {}) })

/** An insurance of three months for some of the cast. */
export const insuring = (w: World, whom: string[], more: object = {}) => ({
  personIds: whom.map((who) => w.county.cast[who]),
  insurer: '平安',
  policyNo: 'P-2026-0001',
  fromDay: w.day(0),
  untilDay: w.day(90),
  ...more,
})

export const papersRequests: Record<string, Valid> = {
  [qualifications.listMyQualifications.name]: () => ({ as: 'volunteer' }),
  [qualifications.addQualification.name]: async (w) => {
    await forgetWaiting(w, 'second')
    return { as: 'second', body: { validUntilDay: w.day(400), code: 'driver', issuer: '车管所' } }
  },
  [qualifications.removeQualification.name]: onQualification('volunteer'),
  [qualifications.listQualifications.name]: () => ({ as: 'keeper', query: { filter: 'waiting', limit: '5' } }),
  [qualifications.verifyQualification.name]: onQualification('keeper', { paperSeen: true }),
  [qualifications.refuseQualification.name]: onQualification('keeper', { reason: 'unreadable', words: '拍清楚一点' }),
  [insurances.listMyInsurances.name]: () => ({ as: 'volunteer' }),
  [insurances.recordInsurances.name]: async (w) => {
    await newInsurance(w)
    return { as: 'keeper', body: insuring(w, ['resident']) }
  },
  [insurances.listInsurances.name]: () => ({ as: 'keeper', query: { filter: 'current', limit: '5' } }),
  [insurances.removeInsurance.name]: async (w) => ({ as: 'keeper', params: { insuranceId: await newInsurance(w) } }),
}
