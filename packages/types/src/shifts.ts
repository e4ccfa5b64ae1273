/** Changing a shift: its time, its places, or calling it off, alone or with the whole activity. Whoever signed up is told each time. */
import * as z from 'zod/mini'
import { Activity } from './activities.ts'
import { ShiftForm } from './activity-forms.ts'
import { endpoint } from './endpoint.ts'
import { ActivityId, OpeningId, ShiftId } from './ids.ts'
import { text } from './units.ts'

const params = z.strictObject({ shiftId: ShiftId })

/** Moves a shift. Whoever has another shift then loses this place, is told so, and who waits moves up. */
export const changeShift = endpoint({
  name: 'changeShift',
  method: 'POST',
  path: '/v1/shifts/:shiftId/change',
  params,
  body: ShiftForm,
  reply: Activity,
  problems: ['not-found', 'activity-not-open', 'period-invalid'],
})

export const cancelShift = endpoint({
  name: 'cancelShift',
  method: 'POST',
  path: '/v1/shifts/:shiftId/cancel',
  params,
  body: z.strictObject({ words: text(100) }),
  reply: Activity,
  problems: ['not-found', 'activity-not-open'],
})

/** More places let who waits move up at once; fewer than are confirmed is refused: nobody is thrown out by a number. */
export const setPlaces = endpoint({
  name: 'setPlaces',
  method: 'POST',
  path: '/v1/shifts/:shiftId/openings/:openingId/places',
  params: z.strictObject({ shiftId: ShiftId, openingId: OpeningId }),
  body: z.strictObject({
    capacity: z.int().check(z.gte(1), z.lte(1000)),
    overbook: z.int().check(z.gte(0), z.lte(100)),
    waitlist: z.int().check(z.gte(0), z.lte(1000)),
  }),
  reply: Activity,
  problems: ['not-found', 'activity-not-open', 'places-taken'],
})

/** Calls all that is left of it off; everybody signed up is told, with the reason. */
export const cancelActivity = endpoint({
  name: 'cancelActivity',
  method: 'POST',
  path: '/v1/activities/:activityId/cancel',
  params: z.strictObject({ activityId: ActivityId }),
  body: z.strictObject({ version: z.int().check(z.gte(1), z.lte(2 ** 31 - 2)), words: text(100) }),
  reply: Activity,
  problems: ['not-found', 'not-allowed', 'activity-changed', 'activity-not-open'],
})
