/** What signing up, leaving and admitting may be refused with. */

import type { Activity } from '@sidan/types/activities'
import type { ProblemCode } from '@sidan/types/problems'
import { cancelShift } from '@sidan/types/shifts'
import { leaveShift, signUp, signUpForAll } from '@sidan/types/signups'
import { newId } from '../../platform/ids.ts'
import { firstPlace } from '../attending.ts'
import type { World } from '../world.ts'
import { aged, call, moveTo, signedUp, signingUp, slotOf } from './signup-requests.ts'
import { type Refusing, type Request, refused } from './verbs.ts'

const forVolunteers = (more: object) => ({ kind: 'volunteer', ...more })
const calledOff = async (w: World, activity: Activity) => {
  await w.done('keeper', cancelShift, { params: { shiftId: firstPlace(activity).shiftId }, body: { words: '下雨' } })
  return activity
}

interface Case {
  code: ProblemCode
  when: string
  /** An activity, and who of the cast cannot have a place in it. */
  prepare(w: World): Promise<[as: string, activity: Activity, more?: Partial<Request> & { childId?: string }]>
}

/** Gates: asked when signing up. Who may not serve, with what stands in the way. */
const gates: Case[] = [
  { code: 'volunteer-needed', when: 'a resident would serve', prepare: async (w) => ['resident', await call(w)] },
  {
    code: 'age-unknown',
    when: 'adults are asked for, and a volunteer has not told their age',
    prepare: async (w) => [await aged(w, null), await call(w, {}, forVolunteers({ ageFrom: 18 }))],
  },
  {
    code: 'age-not-fitting',
    when: 'rule-05 somebody over sixty would do what is for the younger',
    prepare: async (w) => [await aged(w, 'from60'), await call(w, {}, forVolunteers({ ageUpTo: 59 }))],
  },
  {
    code: 'age-not-fitting',
    when: 'rule-16 a minor would do hazardous work',
    prepare: async (w) => [await aged(w, 'from16'), await call(w, { hazardous: true })],
  },
  {
    code: 'age-not-fitting',
    when: 'rule-05 who takes part is too old for it',
    prepare: async (w) => [await aged(w, 'from60'), await call(w, {}, { ageUpTo: 59 })],
  },
  {
    code: 'guardian-consent-needed',
    when: 'rule-16 a minor’s guardian has not agreed',
    prepare: async (w) => [await aged(w, 'from16'), await call(w)],
  },
  {
    code: 'qualification-missing',
    when: 'rule-05 a volunteer has no such certificate',
    prepare: async (w) => ['volunteer', await call(w, {}, forVolunteers({ qualification: 'electrician' }))],
  },
  {
    code: 'insurance-missing',
    when: 'rule-06 nobody recorded an insurance',
    prepare: async (w) => [await aged(w, 'from60'), await call(w, { hazardous: true })],
  },
]
const cases: Case[] = [
  ...gates,
  { code: 'not-found', when: 'it is a draft', prepare: async (w) => ['resident', await w.drafted()] },
  {
    code: 'activity-not-open',
    when: 'it was called off',
    prepare: async (w) => ['volunteer', await calledOff(w, await call(w))],
  },
  {
    code: 'sign-up-over',
    when: 'it has begun',
    prepare: async (w) => {
      const activity = await call(w)
      await moveTo(w, firstPlace(activity).shiftId, -10)
      return ['volunteer', activity]
    },
  },
  {
    code: 'shift-full',
    when: 'the last place is taken and nobody may wait',
    prepare: async (w) => {
      const activity = await call(w, {}, forVolunteers({ capacity: 1, waitlist: 0 }))
      await signedUp(w, 'second', activity)
      return ['volunteer', activity]
    },
  },
  {
    code: 'already-signed-up',
    when: 'they are on the list',
    prepare: async (w) => {
      const activity = await call(w)
      await signedUp(w, 'volunteer', activity)
      return ['volunteer', activity]
    },
  },
  {
    code: 'shifts-overlap',
    when: 'they are somewhere else then',
    prepare: async (w) => {
      const slot = { shifts: [slotOf(w)] }
      await signedUp(w, 'volunteer', await call(w, slot))
      return ['volunteer', await call(w, slot)]
    },
  },
  {
    code: 'child-needed',
    when: 'the place is for a child and none is named',
    prepare: async (w) => ['resident', await call(w, {}, { kind: 'child' })],
  },
  {
    code: 'child-unknown',
    when: 'the child is none of theirs',
    prepare: async (w) => ['resident', await call(w, {}, { kind: 'child' }), { childId: newId() }],
  },
  {
    code: 'child-unknown',
    when: 'the place is not for children',
    prepare: async (w) => ['volunteer', await call(w), { childId: newId() }],
  },
]

const signing = cases.map(({ code, when, prepare }) =>
  refused(signUp, code, when, async (w) => {
    const [as, activity, more] = await prepare(w)
    return signingUp(as, activity, more?.childId ?? null)
  }),
)
const signingForAll = cases.map(({ code, when, prepare }) =>
  refused(signUpForAll, code, when, async (w) => {
    const [as, activity, more] = await prepare(w)
    const body = { openingId: firstPlace(activity).openingId, childId: more?.childId ?? null }
    return { as, params: { activityId: activity.activityId }, body }
  }),
)

const leaving = [
  refused(leaveShift, 'not-found', 'it is somebody else’s', async (w) => ({
    as: 'neighbour',
    params: { signupId: (await signedUp(w, 'volunteer', await call(w))).signupId },
  })),
  refused(leaveShift, 'sign-up-over', 'it is over', async (w) => {
    const { signupId, ...activity } = await signedUp(w, 'volunteer', await call(w))
    await moveTo(w, firstPlace(activity).shiftId, -600)
    return { as: 'volunteer', params: { signupId } }
  }),
]

export const refusalsOfSignups: Refusing[] = [...signing, ...signingForAll, ...leaving]
