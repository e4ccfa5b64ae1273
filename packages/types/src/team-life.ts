/** What goes on in a team: its coming weeks, its hours, its thanks, and what its leaders said. */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { ActivityId, OrderId, TeamId, TeamMessageId } from './ids.ts'
import { Count, Instant, Minutes } from './units.ts'

/**
 * What is going on in it. What was done for it, at orders and at its own activities, until `asOf`: minutes approved, clocked and declared apart, null while
 * fewer than three people make them up; `volunteerTimes`, approved records of service; `shiftsHeld` and `servedTimes` as `statistics.ts` says them. One or
 * two times are null for whoever is not in the team.
 */
const TeamLife = z.strictObject({
  teamId: TeamId,
  calendar: z.array(
    z.strictObject({
      /** Of an order that the team goes to, for who is in it or above it; or a shift of an activity that it offers, for everybody. */
      orderId: z.nullable(OrderId),
      activityId: z.nullable(ActivityId),
      title: z.string(),
      startsAt: Instant,
      endsAt: Instant,
    }),
  ),
  minutes: z.nullable(z.strictObject({ clockedMinutes: Minutes, declaredMinutes: Minutes })),
  volunteerTimes: z.nullable(Count),
  shiftsHeld: Count,
  servedTimes: z.nullable(Count),
  asOf: z.nullable(Instant),
  thanksCount: Count,
  messages: z.array(
    z.strictObject({ messageId: TeamMessageId, words: z.nullable(z.string()), byName: z.string(), at: Instant }),
  ),
})
export type TeamLife = z.infer<typeof TeamLife>

/** A team's coming four weeks, its hours, its thanks, and what its leaders said lately; orders and messages are for who is in it or above it. */
export const getTeamLife = endpoint({
  name: 'getTeamLife',
  method: 'GET',
  path: '/v1/teams/:teamId/life',
  params: z.strictObject({ teamId: TeamId }),
  reply: TeamLife,
  problems: ['not-found'],
})
