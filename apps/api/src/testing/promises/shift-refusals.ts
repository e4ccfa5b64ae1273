/** What changing shifts, the roll and the report may be refused with. */
import type { Endpoint } from '@sidan/types/endpoint'
import * as shifts from '@sidan/types/shifts'
import * as signups from '@sidan/types/signups'
import { attending, firstPlace } from '../attending.ts'
import type { World } from '../world.ts'
import { begun, call, moveTo, signedUp, slotOf, strangersSignup } from './signup-requests.ts'
import { type Refusing, type Request, refused } from './verbs.ts'

const places = (capacity: number) => ({ capacity, overbook: 0, waitlist: 0 })
const changing: [Endpoint, (w: World) => object][] = [
  [shifts.changeShift, (w) => slotOf(w)],
  [shifts.cancelShift, () => ({ words: '下雨' })],
  [shifts.setPlaces, () => places(5)],
]
const onShift = (
  endpoint: Endpoint,
  as: string,
  place: { shiftId: string; openingId: string },
  body: object,
): Request => ({
  as,
  params: endpoint === shifts.setPlaces ? { ...place } : { shiftId: place.shiftId },
  body,
})

const refusalsOfChanging = changing.flatMap(([endpoint, body]): Refusing[] => [
  ...['volunteer', 'auditor'].map((as) =>
    refused(endpoint, 'not-found', `it is the ${as} who asks`, async (w) =>
      onShift(endpoint, as, firstPlace(await call(w)), body(w)),
    ),
  ),
  refused(endpoint, 'not-found', 'the leader of another team asks', async (w) =>
    onShift(endpoint, 'second', firstPlace(await call(w)), body(w)),
  ),
  refused(endpoint, 'activity-not-open', 'it has begun', async (w) => {
    const place = firstPlace(await call(w))
    await moveTo(w, place.shiftId, -10)
    return onShift(endpoint, 'keeper', place, body(w))
  }),
  refused(endpoint, 'activity-not-open', 'it was called off', async (w) => {
    const place = firstPlace(await call(w))
    await w.done('keeper', shifts.cancelShift, { params: { shiftId: place.shiftId }, body: { words: '下雨' } })
    return onShift(endpoint, 'keeper', place, body(w))
  }),
])

const moving = [
  refused(shifts.changeShift, 'period-invalid', 'it would end before it starts', async (w) => {
    const { startsAt, endsAt } = slotOf(w)
    return onShift(shifts.changeShift, 'keeper', firstPlace(await call(w)), {
      startsAt: endsAt,
      endsAt: startsAt,
      signUpUntil: null,
    })
  }),
  refused(shifts.changeShift, 'period-invalid', 'another shift of the activity begins then', async (w) => {
    const [first, second] = [slotOf(w), slotOf(w)]
    return onShift(shifts.changeShift, 'keeper', firstPlace(await call(w, { shifts: [first, second] })), second)
  }),
  refused(shifts.setPlaces, 'places-taken', 'more are confirmed', async (w) => {
    const activity = await call(w)
    await strangersSignup(w, activity)
    await strangersSignup(w, activity)
    return onShift(shifts.setPlaces, 'keeper', firstPlace(activity), places(1))
  }),
]

const onActivity = (as: string, activity: { activityId: string; version: number }): Request => ({
  as,
  params: { activityId: activity.activityId },
  body: { version: activity.version, words: '场地在修' },
})
const cancelling = [
  refused(shifts.cancelActivity, 'not-found', 'a neighbour means a draft', async (w) =>
    onActivity('neighbour', await w.drafted()),
  ),
  refused(shifts.cancelActivity, 'not-allowed', 'the leader of another team asks', async (w) =>
    onActivity('second', await call(w)),
  ),
  refused(shifts.cancelActivity, 'activity-changed', 'somebody changed it first', async (w) => {
    const activity = await call(w)
    return onActivity('keeper', { ...activity, version: activity.version + 1 })
  }),
  refused(shifts.cancelActivity, 'activity-not-open', 'it was called off', async (w) => {
    const { as: _as, ...request } = onActivity('keeper', await call(w))
    return onActivity('keeper', await w.done('keeper', shifts.cancelActivity, request))
  }),
]

const roll = (as: string, { shiftId, signupId }: { shiftId: string; signupId: string }): Request => ({
  as,
  params: { shiftId },
  body: { marks: [{ signupId, present: true, words: null }] },
})
const report = (as: string, shiftId: string, photos: string[] = []): Request => ({
  as,
  params: { shiftId },
  body: { othersServedTimes: 3, words: null, photos },
})
const marking = [
  ...['volunteer', 'second', 'auditor'].flatMap((as) => [
    refused(signups.getRoll, 'not-found', `it is the ${as} who looks`, async (w) => ({
      as,
      params: { shiftId: (await begun(w)).shiftId },
    })),
    refused(signups.callRoll, 'not-found', `it is the ${as} who calls`, async (w) => roll(as, await begun(w))),
    refused(signups.reportShift, 'not-found', `it is the ${as} who reports`, async (w) =>
      report(as, (await begun(w)).shiftId),
    ),
  ]),
  ...(
    [
      [40, '40 minutes before it begins'],
      [-60 * 26, 'a day after it was over'],
    ] as const
  ).map(([minutes, when]) =>
    refused(signups.callRoll, 'roll-not-now', when, async (w) => {
      const there = await begun(w)
      await moveTo(w, there.shiftId, minutes)
      return roll('keeper', there)
    }),
  ),
  refused(signups.callRoll, 'signup-unknown', 'somebody is confirmed for another shift', async (w) => {
    const [one, other] = [await begun(w), await begun(w)]
    return roll('keeper', { ...one, signupId: other.signupId })
  }),
  refused(signups.callRoll, 'signup-unknown', 'somebody has left', async (w) => {
    const activity = await call(w)
    const { signupId } = await signedUp(w, 'volunteer', activity)
    await w.done('volunteer', signups.leaveShift, { params: { signupId } })
    const { shiftId } = firstPlace(activity)
    await moveTo(w, shiftId, -10)
    return roll('keeper', { shiftId, signupId })
  }),
  refused(signups.reportShift, 'roll-not-now', 'it has not begun', async (w) =>
    report('keeper', firstPlace(await call(w)).shiftId),
  ),
  refused(signups.reportShift, 'photo-refused', 'nobody uploaded the photo', async (w) =>
    report('keeper', (await begun(w)).shiftId, ['0'.repeat(64)]),
  ),
  refused(signups.leaveShift, 'sign-up-over', 'the roll found them there', async (w) => {
    const activity = await call(w)
    const { signupId } = await signedUp(w, 'volunteer', activity)
    await attending(w).sql(
      `update signups set attendance = 'present', marked_by_id = $3, marked_at = now() where county_id = $1 and id = $2`,
      signupId,
      w.county.cast['keeper'],
    )
    return { as: 'volunteer', params: { signupId } }
  }),
]

export const refusalsOfShifts: Refusing[] = [...refusalsOfChanging, ...moving, ...cancelling, ...marking]
