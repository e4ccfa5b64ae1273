/** What is said of a shift's places and its time. */
import type { Activity } from '@sidan/types/activities'
import { civilTime } from '@sidan/types/civil'

/** A shift with what its activity says of it. */
export interface ShiftFacts {
  shiftId: string
  activityId: string
  state: 'open' | 'cancelled'
  startsAt: Date
  endsAt: Date
  signUpUntilAt: Date
  reportedAt: Date | null
  activityState: Activity['state']
  signUp: Activity['signUp']
  hazardous: boolean
  title: string
  unitId: string
  instituteId: string | null
  teamId: string | null
}

/** Places of one opening in one shift, as they stand. */
export interface Places {
  shiftId: string
  openingId: string
  capacity: number
  overbook: number
  waitlist: number
  confirmed: number
  waiting: number
}

/** How many can still be confirmed. */
export const freeOf = (places: Pick<Places, 'capacity' | 'overbook' | 'confirmed'>): number =>
  Math.max(0, places.capacity + places.overbook - places.confirmed)

const shanghaiMs = 8 * 3_600_000

/** A shift as a notice names it: 防诈骗小课堂（11月27日 09:00）. */
export function namedAt(title: string, startsAt: Date): string {
  const local = new Date(startsAt.getTime() + shanghaiMs)
  return `${title}（${local.getUTCMonth() + 1}月${local.getUTCDate()}日 ${civilTime(startsAt)}）`
}
