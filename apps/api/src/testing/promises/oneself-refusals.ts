/** What registering, agreeing and correcting may be refused with. */
import { saveConsent } from '@sidan/types/consents'
import { closeAccount } from '@sidan/types/my-data'
import { registerVolunteer, saveProfile } from '@sidan/types/volunteers'
import type { World } from '../world.ts'
import { registration, unregistered } from './oneself-requests.ts'
import { type Refusing, refused } from './verbs.ts'

const registering = (more: (w: World) => object) => async (w: World) => {
  await unregistered(w, 'resident')
  return { as: 'resident', body: registration(w, more(w)) }
}
const saving = (body: (w: World) => object) => (w: World) => ({ as: 'third', body: body(w) })
/** The example of the standard that says how ID numbers are made. */
const idNumber = '11010519491231002X'
const brought = async (w: World) => {
  await w.done('second', saveProfile, { body: { nationalNo: 'WH20260001' } })
}

export const refusalsOfOneself: Refusing[] = [
  refused(saveConsent, 'notice-outdated', 'another version of the notice was read (rule-20)', () => ({
    as: 'resident',
    body: { purpose: 'photos', noticeVersion: 2, given: true },
  })),
  refused(
    registerVolunteer,
    'consent-needed',
    'the notice was not agreed to (rule-20)',
    registering(() => ({ consents: [{ purpose: 'photos', noticeVersion: 1 }] })),
  ),
  refused(
    registerVolunteer,
    'consent-needed',
    'it is a child, and nobody agreed to that (rule-22)',
    registering(() => ({ ageBand: 'under14' })),
  ),
  refused(
    registerVolunteer,
    'notice-outdated',
    'another version of the notice was read',
    registering(() => ({ consents: [{ purpose: 'volunteerRecord', noticeVersion: 2 }] })),
  ),
  refused(registerVolunteer, 'already-volunteer', 'they are one', (w) => ({ as: 'volunteer', body: registration(w) })),
  refused(
    registerVolunteer,
    'skill-unknown',
    'the county does not know the skill',
    registering(() => ({ skills: ['flying'] })),
  ),
  refused(
    registerVolunteer,
    'not-found',
    'the area is another county’s',
    registering((w) => ({ areas: [w.daye.county.stage.stationId] })),
  ),
  refused(
    registerVolunteer,
    'id-number-refused',
    'the number is an ID number (rule-18)',
    registering(() => ({ nationalNo: idNumber })),
  ),
  refused(registerVolunteer, 'national-no-taken', 'somebody registered the number', async (w) => {
    await brought(w)
    return registering(() => ({ nationalNo: 'wh2026-0001' }))(w)
  }),
  refused(saveProfile, 'volunteer-needed', 'they are none', (w) => ({
    as: 'keeper',
    body: { areas: [w.county.stage.stationId] },
  })),
  refused(
    saveProfile,
    'consent-needed',
    'it turns out to be a child, and nobody agreed to that (rule-22)',
    saving(() => ({ ageBand: 'under14' })),
  ),
  refused(
    saveProfile,
    'skill-unknown',
    'the county does not know the skill',
    saving(() => ({ skills: ['flying'] })),
  ),
  refused(
    saveProfile,
    'not-found',
    'the area is another county’s',
    saving((w) => ({ areas: [w.daye.county.stage.stationId] })),
  ),
  refused(
    saveProfile,
    'id-number-refused',
    'the number is an ID number (rule-18)',
    saving(() => ({ nationalNo: idNumber })),
  ),
  refused(saveProfile, 'national-no-taken', 'somebody registered the number', async (w) => {
    await brought(w)
    return saving(() => ({ nationalNo: 'WH2026 0001' }))(w)
  }),
  refused(closeAccount, 'confirmation-needed', 'it was not meant', () => ({
    as: 'neighbour',
    body: { understood: false },
  })),
  refused(closeAccount, 'clock-running', 'their clock runs', async (w) => {
    await w.inService()
    return { as: 'volunteer', body: { understood: true } }
  }),
  refused(closeAccount, 'service-under-way', 'somebody is at their home', async (w) => {
    await w.inService()
    return { as: 'resident', body: { understood: true } }
  }),
]
