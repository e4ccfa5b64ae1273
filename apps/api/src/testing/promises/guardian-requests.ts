/** Requests about guardians and children that succeed. */
import * as children from '@sidan/types/children'
import { childNotice, guardianNotice } from '@sidan/types/consent-notices'
import * as guardians from '@sidan/types/guardians'
import { askedCode, forgetConsents, newChild, newConsent, newPhoto } from '../papers.ts'
import type { World } from '../world.ts'
import type { Valid } from './verbs.ts'

/** A guardian agreeing with a code. */
export const agreeing = (code: string, more: object = {}) => ({
  code,
  adult: true,
  noticeVersion: guardianNotice.version,
  ...more,
})
/** A child as a guardian registers them. */
export const aChild = (more: object = {}) => ({
  name: '小树',
  ageBand: 'under14',
  pickUpNames: ['奶奶'],
  healthNote: '花生过敏',
  agreesToData: true,
  agreesToHealth: true,
  noticeVersion: childNotice.version,
  ...more,
})
/** A consent on paper for the minor. */
export const onPaper = async (w: World, more: object = {}) => ({
  personId: w.county.cast['minor'],
  guardianName: '孟先生',
  guardianPhone: '13800000188',
  photo: await newPhoto(w),
  ...more,
})
const onChild =
  (body?: object): Valid =>
  async (w) => ({ as: 'neighbour', params: { childId: await newChild(w) }, ...(body ? { body } : {}) })

export const guardianRequests: Record<string, Valid> = {
  [guardians.getGuardianship.name]: () => ({ as: 'minor' }),
  [guardians.askGuardian.name]: async (w) => {
    await forgetConsents(w)
    return { as: 'minor', body: { goodForDays: 6 } }
  },
  [guardians.openGuardianRequest.name]: async (w) => ({ as: 'neighbour', body: { code: await askedCode(w) } }),
  [guardians.agreeAsGuardian.name]: async (w) => ({ as: 'neighbour', body: agreeing(await askedCode(w)) }),
  [guardians.recordPaperConsent.name]: async (w) => {
    await forgetConsents(w)
    return { as: 'keeper', body: await onPaper(w) }
  },
  [guardians.withdrawGuardianConsent.name]: async (w) => ({
    as: 'neighbour',
    params: { consentId: await newConsent(w) },
  }),
  [guardians.listMinors.name]: () => ({ as: 'keeper', query: { limit: '5' } }),
  [children.listMyChildren.name]: () => ({ as: 'neighbour' }),
  [children.registerChild.name]: async (w) => {
    await newChild(w)
    return { as: 'neighbour', body: aChild() }
  },
  [children.correctChild.name]: onChild({ name: '小树苗', healthNote: '不吃鸡蛋', agreesToHealth: true }),
  [children.renewPickUpCode.name]: onChild(),
  [children.removeChild.name]: onChild(),
}
