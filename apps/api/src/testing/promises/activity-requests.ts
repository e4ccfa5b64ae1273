/** Activities: one request per endpoint that succeeds. */
import { countActivities, findActivities, getActivity } from '@sidan/types/activities'
import * as forms from '@sidan/types/activity-forms'
import { activityForm, rewritten } from '../activity-form.ts'
import type { World } from '../world.ts'
import type { Request } from './verbs.ts'

type Valid = (w: World) => Promise<Request> | Request

const onActivity =
  (activity: (w: World) => Promise<{ activityId: string; version: number }>, body: (w: World) => object = () => ({})) =>
  async (w: World): Promise<Request> => {
    const { activityId, version } = await activity(w)
    return { as: 'keeper', params: { activityId }, body: { version, ...body(w) } }
  }

export const activityRequests: Record<string, Valid> = {
  [forms.draftActivity.name]: (w) => ({ as: 'keeper', body: activityForm(w) }),
  [forms.publishActivity.name]: onActivity((w) => w.drafted()),
  [forms.changeActivity.name]: onActivity((w) => w.published(), rewritten),
  [forms.addShifts.name]: onActivity(
    (w) => w.published(),
    () => ({ shifts: [], weeksMore: 2 }),
  ),
  [forms.copyActivity.name]: async (w) => ({
    as: 'keeper',
    params: { activityId: (await w.published()).activityId },
    body: { firstDay: w.day(10) },
  }),
  [forms.draftFromOrder.name]: async (w) => ({ as: 'keeper', params: { orderId: (await w.submitted()).orderId } }),
  [getActivity.name]: async (w) => ({
    as: 'resident',
    params: { countyId: '420882', activityId: (await w.published()).activityId },
  }),
  [findActivities.name]: (w) => ({
    as: undefined,
    params: { countyId: '420882' },
    query: {
      unitId: w.county.stage.stationId,
      withinId: w.county.stage.instituteId,
      fromDay: w.day(0),
      toDay: w.day(20),
      audience: 'elderly',
      lookingFor: 'volunteer',
      limit: '5',
    },
  }),
  [countActivities.name]: () => ({ as: undefined, params: { countyId: '420882' } }),
  [forms.getActivityForm.name]: () => ({ as: 'second' }),
  [forms.listRunActivities.name]: () => ({ as: 'keeper', query: { past: 'false', limit: '5' } }),
}
