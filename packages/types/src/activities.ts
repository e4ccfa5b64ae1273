/** 活动 — what a station offers by itself; shown on its page as “这周站里有”. */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { ActivityId, UnitId } from './ids.ts'
import { Count, Instant, text } from './units.ts'

export const Activity = z.strictObject({
  activityId: ActivityId,
  title: z.string(),
  place: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  unitId: UnitId,
  unitName: z.string(),
  capacity: z.nullable(Count),
})
export type Activity = z.infer<typeof Activity>

/** Announces an activity at a unit in the caller's subtree. */
export const publishActivity = endpoint({
  name: 'publishActivity',
  method: 'POST',
  path: '/v1/activities',
  status: 201,
  body: z.strictObject({
    unitId: UnitId,
    title: text(40),
    place: text(40),
    startsAt: Instant,
    endsAt: Instant,
    capacity: z.nullable(z.int().check(z.gte(1), z.lte(100000))),
  }),
  reply: Activity,
  problems: ['not-allowed', 'not-found', 'period-invalid'],
})

/** Activities of the coming 7 days in the caller's township (station, then its institute). */
export const listActivities = endpoint({
  name: 'listActivities',
  method: 'GET',
  path: '/v1/activities',
  query: z.strictObject({ unitId: z.optional(UnitId) }),
  reply: z.strictObject({ items: z.array(Activity) }),
})
