/** What activities may be refused with. */
import { countActivities, findActivities, getActivity } from '@sidan/types/activities'
import * as forms from '@sidan/types/activity-forms'
import type { Endpoint } from '@sidan/types/endpoint'
import type { ProblemCode } from '@sidan/types/problems'
import { rewritten } from '../activity-form.ts'
import type { World } from '../world.ts'

import { type Refusing, type Request, refused } from './verbs.ts'

type Drafted = { activityId: string; version: number }

/** What all that happens to an activity may be refused with. */
const onActivity = (endpoint: Endpoint, body: (w: World) => object, wrong: (w: World) => Promise<Drafted>) => {
  const asking =
    (as: string, activity: (w: World) => Promise<Drafted>, other: Partial<Request> = {}) =>
    async (w: World): Promise<Request> => {
      const { activityId, version } = await activity(w)
      return { as, params: { activityId }, body: { version, ...body(w) }, ...other }
    }
  const changed = async (w: World) => {
    const { activityId, version } = await w.published()
    return { activityId, version: version + 1 }
  }
  const refusal = (code: ProblemCode, when: string, ask: Refusing['ask']) => refused(endpoint, code, when, ask)
  return [
    refusal(
      'not-found',
      'a neighbour means a draft',
      asking('neighbour', (w) => w.drafted()),
    ),
    refusal(
      'not-allowed',
      'a volunteer means what is public',
      asking('volunteer', (w) => w.published()),
    ),
    refusal('activity-changed', 'somebody changed it first', asking('keeper', changed)),
    refusal('activity-not-open', 'it is too late for that', asking('keeper', wrong)),
  ]
}

const cancelled = async (w: World): Promise<Drafted> => {
  const activity = await w.published()
  await w.setActivity(activity.activityId, `state = 'cancelled', cancelled_at = now()`)
  return activity
}

const moving = [
  ...onActivity(
    forms.publishActivity,
    () => ({}),
    (w) => w.published(),
  ),
  ...onActivity(forms.changeActivity, rewritten, cancelled),
  ...onActivity(forms.addShifts, () => ({ shifts: [], weeksMore: 1 }), cancelled),
  refused(forms.changeActivity, 'skill-unknown', 'the county has no such platform', async (w) => {
    const { activityId, version } = await w.drafted()
    return { as: 'keeper', params: { activityId }, body: { version, ...rewritten(w, { platformCode: 'alchemy' }) } }
  }),
  refused(forms.publishActivity, 'call-incomplete', 'rule-03 its risks are not said', async (w) => {
    const { activityId, version } = await w.drafted({ risks: '  ' })
    return { as: 'keeper', params: { activityId }, body: { version } }
  }),
  refused(forms.publishActivity, 'call-incomplete', 'rule-03 what there is to do is not said', async (w) => {
    const { activityId, version } = await w.drafted({ content: '' })
    return { as: 'keeper', params: { activityId }, body: { version } }
  }),
  refused(forms.publishActivity, 'period-invalid', 'it has begun meanwhile', async (w) => {
    const { activityId, version } = await w.drafted()
    return { as: 'keeper', params: { activityId }, body: { version }, daysLater: 4 }
  }),
  refused(forms.changeActivity, 'call-incomplete', 'rule-03 risks are taken out again', async (w) => {
    const { activityId, version } = await w.published()
    return { as: 'keeper', params: { activityId }, body: { version, ...rewritten(w, { risks: '' }) } }
  }),
  refused(forms.changeActivity, 'openings-wrong', 'nobody would sign up for its openings', async (w) => {
    const { activityId, version } = await w.published()
    return { as: 'keeper', params: { activityId }, body: { version, ...rewritten(w, { signUp: 'none' }) } }
  }),
  refused(forms.addShifts, 'period-invalid', 'none is added', async (w) => {
    const { activityId, version } = await w.published()
    return { as: 'keeper', params: { activityId }, body: { version, shifts: [], weeksMore: 0 } }
  }),
  refused(forms.copyActivity, 'not-found', 'a neighbour means a draft', async (w) => ({
    as: 'neighbour',
    params: { activityId: (await w.drafted()).activityId },
    body: { firstDay: w.day(9) },
  })),
  refused(forms.copyActivity, 'not-allowed', 'a volunteer copies it', async (w) => ({
    as: 'volunteer',
    params: { activityId: (await w.published()).activityId },
    body: { firstDay: w.day(9) },
  })),
  refused(forms.copyActivity, 'period-invalid', 'the first day is over', async (w) => ({
    as: 'keeper',
    params: { activityId: (await w.published()).activityId },
    body: { firstDay: w.day(-9) },
  })),
]

const ordered = [
  refused(forms.draftFromOrder, 'not-found', 'the order is not theirs to see', async (w) => ({
    as: 'neighbour',
    params: { orderId: (await w.submitted()).orderId },
  })),
  refused(forms.draftFromOrder, 'not-allowed', 'who ordered it makes one of it', async (w) => ({
    as: 'resident',
    params: { orderId: (await w.submitted()).orderId },
  })),
]

const seeing = [
  refused(getActivity, 'not-found', 'it is a draft', async (w) => ({
    as: 'resident',
    params: { countyId: '420882', activityId: (await w.drafted()).activityId },
  })),
  refused(getActivity, 'not-found', 'it is another county’s', async (w) => ({
    as: undefined,
    params: { countyId: '420882', activityId: (await w.daye.published()).activityId },
  })),
  refused(findActivities, 'not-found', 'no such county is served', () => ({
    as: undefined,
    params: { countyId: '110000' },
  })),
  refused(countActivities, 'not-found', 'no such county is served', () => ({
    as: undefined,
    params: { countyId: '110000' },
  })),
  refused(forms.getActivityForm, 'not-allowed', 'a resident asks', () => ({ as: 'resident' })),
  refused(forms.listRunActivities, 'not-allowed', 'a resident asks', () => ({ as: 'resident' })),
]

export const refusalsOfActivities: Refusing[] = [...moving, ...ordered, ...seeing]
