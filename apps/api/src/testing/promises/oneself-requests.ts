/** What people tell of themselves, rightly. */
import { listConsents, saveConsent } from '@sidan/types/consents'
import { closeAccount, exportMyData, getMyData } from '@sidan/types/my-data'
import { saveName } from '@sidan/types/people'
import { getVolunteerForm, registerVolunteer, saveProfile } from '@sidan/types/volunteers'
import { enrolPerson } from '../../features/people/enrol-person.ts'
import { newId } from '../../platform/ids.ts'
import type { World } from '../world.ts'
import type { Request } from './verbs.ts'

/** The form of somebody who registers. */
export const registration = (w: World, more: object = {}) => ({
  consents: [{ purpose: 'volunteerRecord', noticeVersion: 1 }],
  ageBand: 'from60',
  skills: [],
  languages: ['mandarin', 'dialect'],
  times: ['1-morning', '4-morning'],
  areas: [w.county.stage.stationId],
  ...more,
})

/** Takes back what somebody registered before, so that they can register anew. */
export const unregistered = (w: World, who: string) =>
  w.done(who, saveConsent, { body: { purpose: 'volunteerRecord', noticeVersion: 1, given: false } })

/** Somebody new, by the key they ask with: for what nobody can do twice. */
export async function newcomer(w: World): Promise<string> {
  const key = `newcomer ${newId()}`
  w.county.cast[key] = await w.test.db.inCounty(w.county.countyId, (tx) =>
    enrolPerson(tx, { displayName: '新来的', homeStationId: w.county.stage.stationId, demoLine: null }),
  )
  return key
}

export const requestsOfOneself: Record<string, (w: World) => Promise<Request> | Request> = {
  [saveName.name]: () => ({ as: 'neighbour', body: { word: 'uncle', name: '刘建国' } }),
  [listConsents.name]: () => ({ as: 'resident' }),
  [saveConsent.name]: () => ({ as: 'resident', body: { purpose: 'photos', noticeVersion: 1, given: true } }),
  [getVolunteerForm.name]: () => ({ as: 'volunteer' }),
  [registerVolunteer.name]: async (w) => {
    await unregistered(w, 'neighbour')
    return { as: 'neighbour', body: registration(w) }
  },
  [saveProfile.name]: (w) => ({
    as: 'second',
    body: { languages: ['english'], areas: [w.county.stage.instituteId], active: true },
  }),
  [getMyData.name]: () => ({ as: 'volunteer' }),
  [exportMyData.name]: () => ({ as: 'auditor' }),
  [closeAccount.name]: async (w) => ({ as: await newcomer(w), body: { understood: true } }),
}
