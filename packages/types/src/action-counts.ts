/**
 * 加分小事 — what earns points besides service (policy's `points.earningActions`: 旧衣回收, 文明劝导), counted per piece by staff. It gives points alone, never
 * minutes (rule-13), to whoever is registered as a volunteer, at most `capPerDay` pieces of an action for a person on a civil day, all units together. The
 * policy in force on that day decides. Nobody counts for themselves.
 */
import * as z from 'zod/mini'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { ActionCountId, PersonId, UnitId } from './ids.ts'
import { PersonRef } from './people.ts'
import { CivilDay, Count, Instant, Points, text } from './units.ts'

const code = z.string().check(z.minLength(1), z.maxLength(40))
const pieces = z.int().check(z.gte(1), z.lte(1000))
const piecePoints = z.int().check(z.gte(1))

/** What was counted, as the policy of its day named it: `pieces` × `piecePoints` = `points`. */
const Counted = { name: z.string(), measure: z.string(), pieces, piecePoints }

/**
 * One counting, as staff see it. `undone`: it was taken back, by whom and why. `samePairTimes`: how often the same person counted for the same volunteer within
 * 30 days, where that is often; else null.
 */
export const ActionCount = z.strictObject({
  countId: ActionCountId,
  person: PersonRef,
  unitId: UnitId,
  unitName: z.string(),
  actionCode: z.string(),
  ...Counted,
  points: Points,
  day: CivilDay,
  policyVersion: z.int(),
  byName: z.string(),
  countedAt: Instant,
  undone: z.nullable(z.strictObject({ byName: z.string(), words: z.nullable(z.string()), at: Instant })),
  samePairTimes: z.nullable(Count),
  allowedActions: z.array(z.enum(['reverse'])),
})
export type ActionCount = z.infer<typeof ActionCount>

/** An action that runs on the day; `countedPieces` is what the person named was counted for that day, wherever. */
export const RunningAction = z.strictObject({
  code: z.string(),
  name: z.string(),
  measure: z.string(),
  points: Points,
  capPerDay: Count,
  until: z.nullable(CivilDay),
  countedPieces: Count,
})
export type RunningAction = z.infer<typeof RunningAction>

const onUnit = z.strictObject({ unitId: UnitId })

/** What can be counted at a unit on a day (today, unless told), for its staff and those above; `firstDay` is how far back. */
export const listRunningActions = endpoint({
  name: 'listRunningActions',
  method: 'GET',
  path: '/v1/units/:unitId/running-actions',
  params: onUnit,
  query: z.strictObject({ day: z.optional(CivilDay), personId: z.optional(PersonId) }),
  reply: z.strictObject({
    day: CivilDay,
    firstDay: CivilDay,
    today: CivilDay,
    items: z.array(RunningAction),
  }),
  problems: ['not-found', 'not-allowed', 'count-day-wrong'],
})

/** What was counted for a day (today, unless told) at a unit and below it, newest first; for its staff, those above and auditors. */
export const listActionCounts = endpoint({
  name: 'listActionCounts',
  method: 'GET',
  path: '/v1/units/:unitId/action-counts',
  params: onUnit,
  query: z.strictObject({ day: z.optional(CivilDay), ...pageQuery }),
  reply: pageOf(ActionCount),
  problems: ['not-found', 'not-allowed'],
})

/** Counts pieces for a volunteer: today or up to three days back. `over-action-cap` says in its detail how many are left. */
export const countAction = endpoint({
  name: 'countAction',
  method: 'POST',
  path: '/v1/units/:unitId/action-counts',
  status: 201,
  params: onUnit,
  body: z.strictObject({ personId: PersonId, actionCode: code, day: CivilDay, pieces }),
  reply: ActionCount,
  problems: [
    'not-found',
    'not-allowed',
    'own-count',
    'count-day-wrong',
    'action-not-running',
    'volunteer-needed',
    'guardian-consent-needed',
    'over-action-cap',
  ],
})

/** Takes a counting back, with words that the volunteer reads: what is left of its points goes, the county takes the rest on itself. */
export const reverseActionCount = endpoint({
  name: 'reverseActionCount',
  method: 'POST',
  path: '/v1/action-counts/:countId/reverse',
  params: z.strictObject({ countId: ActionCountId }),
  body: z.strictObject({ words: text(100) }),
  reply: ActionCount,
  problems: ['not-found', 'own-count', 'count-undone'],
})
