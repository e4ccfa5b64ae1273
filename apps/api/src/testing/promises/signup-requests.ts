/** Sign-ups, rolls and changing shifts: one request per endpoint that succeeds, and what must be there before. */
import type { Activity } from '@sidan/types/activities'
import { listMyChildren } from '@sidan/types/children'
import * as shifts from '@sidan/types/shifts'
import * as signups from '@sidan/types/signups'
import { attending, firstPlace, opening } from '../attending.ts'
import { newChild } from '../papers.ts'
import type { World } from '../world.ts'
import type { Request } from './verbs.ts'

type Valid = (w: World) => Promise<Request> | Request

let slots = 0
/** A time of its own for a shift, so that nobody is busy then: an hour, in the order in which they are asked for. */
export function slotOf(w: World): { startsAt: string; endsAt: string; signUpUntil: null } {
  slots += 1
  const begin = Date.parse(`${w.day(4)}T00:00:00.000Z`) + slots * 3_600_000
  const at = (ms: number) => new Date(ms).toISOString()
  return { startsAt: at(begin), endsAt: at(begin + 3_000_000), signUpUntil: null }
}

/** An activity at a time of its own, for volunteers unless its openings say otherwise. */
export const call = (w: World, more: object = {}, of: object = { kind: 'volunteer' }): Promise<Activity> =>
  w.published({ openings: [opening(of)], shifts: [slotOf(w)], ...more })

export const signingUp = (as: string, activity: Activity, childId: string | null = null): Request => {
  const { shiftId, openingId } = firstPlace(activity)
  return { as, params: { shiftId }, body: { openingId, childId } }
}

/** One of the cast signs up: the id of the sign-up, and the activity with it. */
export async function signedUp(w: World, as: string, activity: Activity): Promise<Activity & { signupId: string }> {
  const { as: _as, ...request } = signingUp(as, activity)
  const answer = await w.done(as, signups.signUp, request)
  return { ...answer, signupId: answer.shifts[0]?.mine.at(-1)?.signupId ?? '' }
}

/** Somebody new signs up: the id of the sign-up. */
export async function strangersSignup(w: World, activity: Activity): Promise<string> {
  const a = attending(w)
  const [one] = await a.people(1, 'volunteers')
  if (!one) throw new Error('somebody was asked for')
  const { body } = await a.join(one, firstPlace(activity))
  return body.shifts[0]?.mine[0]?.signupId ?? ''
}

/** A shift that began a while ago, with somebody confirmed. */
export async function begun(w: World): Promise<{ shiftId: string; signupId: string }> {
  const activity = await call(w)
  const signupId = await strangersSignup(w, activity)
  const { shiftId } = firstPlace(activity)
  await moveTo(w, shiftId, -10)
  return { shiftId, signupId }
}

/** A shift as if it had begun so many minutes from now, and takes an hour. */
export async function moveTo(w: World, shiftId: string, minutes: number): Promise<void> {
  const from = new Date(w.test.clock.now.getTime() + minutes * 60_000)
  const to = new Date(from.getTime() + 3_600_000)
  const { sql } = attending(w)
  await sql(
    'update shifts set starts_at = $3, ends_at = $4, sign_up_until_at = $3 where county_id = $1 and id = $2',
    shiftId,
    from,
    to,
  )
  await sql('update signups set starts_at = $3, ends_at = $4 where county_id = $1 and shift_id = $2', shiftId, from, to)
}

/** A volunteer of an age, or one who has not told it: one of the cast from now on. */
export async function aged(w: World, ageBand: 'from16' | 'from60' | null): Promise<string> {
  const [one] = await attending(w).people(1, 'volunteers')
  if (!one) throw new Error('somebody was asked for')
  await attending(w).sql(
    'update volunteers set age_band = $3 where county_id = $1 and person_id = $2',
    one.personId,
    ageBand,
  )
  const key = ageBand ?? 'ageless'
  w.county.cast[key] = one.personId
  return key
}
/** A child of the neighbour's that the roll found there, and its pick-up code. */
export async function childThere(w: World): Promise<{ signupId: string; shiftId: string; code: string }> {
  const childId = await newChild(w)
  const activity = await call(w, {}, { kind: 'child', name: '孩子' })
  const { as: _as, ...request } = signingUp('neighbour', activity, childId)
  const answer = await w.done('neighbour', signups.signUp, request)
  const signupId = answer.shifts[0]?.mine[0]?.signupId ?? ''
  const { shiftId } = firstPlace(activity)
  await moveTo(w, shiftId, -10)
  const marks = [{ signupId, present: true, words: null }]
  await w.done('keeper', signups.callRoll, { params: { shiftId }, body: { marks } })
  const [child] = (await w.done('neighbour', listMyChildren)).items
  return { signupId, shiftId, code: child?.pickUpCode ?? '' }
}

const onShift =
  (body: (w: World) => object): Valid =>
  async (w) => ({ as: 'keeper', params: { shiftId: firstPlace(await call(w)).shiftId }, body: body(w) })

export const signupRequests: Record<string, Valid> = {
  [signups.signUp.name]: async (w) => signingUp('volunteer', await call(w)),
  [signups.signUpForAll.name]: async (w) => {
    const activity = await call(w, { shifts: [slotOf(w), slotOf(w)] })
    const { activityId } = activity
    return {
      as: 'volunteer',
      params: { activityId },
      body: { openingId: firstPlace(activity).openingId, childId: null },
    }
  },
  [signups.leaveShift.name]: async (w) => {
    const { signupId } = await signedUp(w, 'volunteer', await call(w))
    return { as: 'volunteer', params: { signupId } }
  },
  [signups.getRoll.name]: async (w) => {
    const activity = await call(w)
    await signedUp(w, 'volunteer', activity)
    return { as: 'keeper', params: { shiftId: firstPlace(activity).shiftId } }
  },
  [signups.answerSignup.name]: async (w) => ({
    as: 'keeper',
    params: { signupId: await strangersSignup(w, await call(w, { signUp: 'approval' })) },
    body: { admit: true, words: '欢迎' },
  }),
  [signups.callRoll.name]: async (w) => {
    const { shiftId, signupId } = await begun(w)
    return { as: 'keeper', params: { shiftId }, body: { marks: [{ signupId, present: false, words: '家里有事' }] } }
  },
  [signups.pickUpChild.name]: async (w) => {
    const { signupId, code } = await childThere(w)
    return { as: 'keeper', params: { signupId }, body: { code } }
  },
  [signups.reportShift.name]: async (w) => ({
    as: 'keeper',
    params: { shiftId: (await begun(w)).shiftId },
    body: { othersServedTimes: 12, words: '来了不少人', photos: [] },
  }),
  [signups.listMyShifts.name]: () => ({ as: 'volunteer', query: { past: 'false', limit: '5' } }),
  [shifts.changeShift.name]: onShift((w) => {
    const { startsAt, endsAt } = slotOf(w)
    return { startsAt, endsAt, signUpUntil: startsAt }
  }),
  [shifts.cancelShift.name]: onShift(() => ({ words: '下雨' })),
  [shifts.setPlaces.name]: async (w) => ({
    as: 'keeper',
    params: { ...firstPlace(await call(w)) },
    body: { capacity: 12, overbook: 1, waitlist: 4 },
  }),
  [shifts.cancelActivity.name]: async (w) => {
    const { activityId, version } = await call(w)
    return { as: 'keeper', params: { activityId }, body: { version, words: '场地在修' } }
  },
}
