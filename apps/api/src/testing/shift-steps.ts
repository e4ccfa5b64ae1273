/** Shifts, and who is confirmed for them, as they stand before the moment a test looks at. */
import { draftActivity, publishActivity } from '@sidan/types/activity-forms'
import { signUp } from '@sidan/types/signups'
import { newId } from '../platform/ids.ts'
import { activityForm } from './activity-form.ts'
import { run } from './papers.ts'
import type { World } from './world.ts'

export interface ShiftMade {
  activityId: string
  shiftId: string
  openingId: string
}

interface Asked {
  /** When the shift begins, from now. */
  startsInMinutes?: number
  minutes?: number
  unitId?: string
  platformCode?: string | null
  hazardous?: boolean
  /** What its one opening asks for. */
  opening?: object
}

/** A published activity with one opening and one shift, which begins in a minute unless told otherwise. */
export async function shiftMade(w: World, asked: Asked = {}): Promise<ShiftMade> {
  const { startsInMinutes = 1, minutes = 120, opening = {}, ...more } = asked
  const at = (inMinutes: number) => new Date(w.test.clock.now.getTime() + inMinutes * 60_000).toISOString()
  const form = activityForm(w)
  const body = {
    ...form,
    platformCode: 'care',
    ...more,
    openings: form.openings.map((one) => ({ ...one, ...opening })),
    shifts: [{ startsAt: at(startsInMinutes), endsAt: at(startsInMinutes + minutes), signUpUntil: null }],
  }
  const { activityId, version } = await w.done('center', draftActivity, { body })
  const { shifts } = await w.done('center', publishActivity, { params: { activityId }, body: { version } })
  await w.setWords(activityId, 'passed')
  return { activityId, shiftId: shifts[0]?.shiftId ?? '', openingId: shifts[0]?.places[0]?.openingId ?? '' }
}

/** Signs somebody up for it. */
export const signedUp = (w: World, { shiftId, openingId }: ShiftMade, who = 'volunteer'): Promise<unknown> =>
  w.done(who, signUp, { params: { shiftId }, body: { openingId, childId: null } })

/** Somebody stands on its list whom sign-up would refuse today, or who is not confirmed. */
export const placeIn = (
  w: World,
  { activityId, shiftId, openingId }: ShiftMade,
  who = 'volunteer',
  state: 'confirmed' | 'waiting' | 'asked' = 'confirmed',
): Promise<unknown> =>
  run(
    w,
    `insert into signups (county_id, id, activity_id, shift_id, opening_id, person_id, attendee_id, state, starts_at, ends_at, queued_at, signed_up_at)
      select county_id, $3, $4, id, $5, $6, $6, $7, starts_at, ends_at, $8, $8 from shifts where county_id = $1 and id = $2`,
    shiftId,
    newId(),
    activityId,
    openingId,
    w.county.cast[who],
    state,
    w.test.clock.now,
  )

/** Changes what stands about a shift, its activity or its sign-ups: `$1` is the county, `$2` the shift. */
export const setShift = (w: World, { shiftId }: ShiftMade, change: string): Promise<unknown> => run(w, change, shiftId)
