/** What may be done with shifts by who runs them. Nobody is thrown out by a number, and what has begun is not moved any more. */
import type { Activity } from '@sidan/types/activities'
import { addDays, civilDay, momentOf } from '@sidan/types/civil'
import type { ProblemCode } from '@sidan/types/problems'
import type { Places } from '../shifts/rules.ts'

/** A shift is changed or called off before it begins, in an activity that is not called off. */
export const changeable = (
  shift: { activityState: Activity['state']; state: 'open' | 'cancelled'; startsAt: Date },
  now: Date,
): boolean => shift.activityState !== 'cancelled' && shift.state === 'open' && shift.startsAt > now

/** Whether places may be set so: whoever is confirmed keeps theirs. */
export const enoughPlaces = (places: Places, wanted: { capacity: number; overbook: number }): true | ProblemCode =>
  wanted.capacity + wanted.overbook >= places.confirmed ? true : 'places-taken'

/** When the reminder of the evening before is due: 18:00 of the day before. */
export const eveningBefore = (startsAt: Date): Date => momentOf(addDays(civilDay(startsAt), -1), '18:00')
