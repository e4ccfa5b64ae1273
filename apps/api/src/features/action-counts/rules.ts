/** 加分小事: what staff count per piece. Who may count, for which days, what runs then, and when counting for one person is often. */
import type { ActionCount } from '@sidan/types/action-counts'
import { addDays, momentOf } from '@sidan/types/civil'
import type { EarningAction } from '@sidan/types/policy'
import type { ProblemCode } from '@sidan/types/problems'
import { type Actor, may, type Place } from '../roles/rules.ts'

/** Days before today that can still be counted for. */
const daysBack = 3
/** From how many times within `pairDays` on somebody counts often for one and the same person. */
const oftenTimes = 8
export const pairDays = 30

/** Keepers and staff of the unit, or above it. */
export const mayCountAt = (actor: Actor, place: Place): true | ProblemCode =>
  may(actor, 'decide', place) ? true : 'not-allowed'

/** Auditors read what staff read. */
export const maySeeCounts = (actor: Actor, place: Place): true | ProblemCode =>
  may(actor, 'decide', place) || may(actor, 'audit', place) ? true : 'not-allowed'

/** Nobody counts for themselves. */
export const mayCountFor = (actor: Actor, personId: string): true | ProblemCode =>
  personId === actor.personId ? 'own-count' : true

export const firstDayOf = (today: string): string => addDays(today, -daysBack)

/** Today, or a few days back; what lies ahead was not done. */
export const isCountable = (day: string, today: string): true | ProblemCode =>
  day >= firstDayOf(today) && day <= today ? true : 'count-day-wrong'

/** The moment that decides which policy counts for a day: now, or the last one of a day before. */
export const momentFor = (day: string, today: string, now: Date): Date =>
  day === today ? now : new Date(momentOf(addDays(day, 1)).getTime() - 1)

/** Whether an action runs on a civil day; a campaign's first and last day are its own. */
export const runs = ({ from, until }: EarningAction, day: string): boolean =>
  (from === null || from <= day) && (until === null || day <= until)

export const runningOn = (actions: readonly EarningAction[], day: string): EarningAction[] =>
  actions.filter((action) => runs(action, day))

export interface Counting {
  personId: string
  undone: boolean
  place: Place
}

/** Who may count there may take back, once, and not what was counted for themselves. Where they may not, it is not there. */
export function mayReverse(actor: Actor, counting: Counting): true | ProblemCode {
  if (mayCountAt(actor, counting.place) !== true) return 'not-found'
  if (counting.personId === actor.personId) return 'own-count'
  return counting.undone ? 'count-undone' : true
}

/** What the actor may do with a counting that they see. */
export const countActions = (actor: Actor, counting: Counting): ActionCount['allowedActions'] =>
  mayReverse(actor, counting) === true ? ['reverse'] : []

/** How often somebody counted for the same person, where that is often: for people to look at, nothing follows by itself. */
export const oftenOf = (times: number): number | null => (times >= oftenTimes ? times : null)
