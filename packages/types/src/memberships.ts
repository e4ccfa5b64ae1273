/** Who is in a team: by asking, or by its code; leaving is free, at once and without a reason. Who is named to lead says yes first (rule-07). */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { PersonId, TeamId, TeamMessageId, TeamRequestId } from './ids.ts'
import { PersonRef } from './people.ts'
import { LeadingRank, Team, TeamRef } from './teams.ts'
import { Instant, text } from './units.ts'

/** One tap: why not, or not yet. */
export const JoinReason = z.enum(['full', 'meet-first', 'other-team', 'not-fitting'])
export type JoinReason = z.infer<typeof JoinReason>

export const JoinRequest = z.strictObject({
  requestId: TeamRequestId,
  team: TeamRef,
  person: PersonRef,
  state: z.enum(['waiting', 'accepted', 'refused', 'cancelled', 'over']),
  reason: z.nullable(JoinReason),
  askedAt: Instant,
})
export type JoinRequest = z.infer<typeof JoinRequest>

const ofTeam = z.strictObject({ teamId: TeamId })
const ofRequest = z.strictObject({ requestId: TeamRequestId })

/** 申请加入. `showsName`: whether fellow members may read one's name; false unless said, and changed at any time. */
export const askToJoin = endpoint({
  name: 'askToJoin',
  method: 'POST',
  path: '/v1/teams/:teamId/requests',
  status: 201,
  params: ofTeam,
  body: z.strictObject({ showsName: z.boolean() }),
  reply: JoinRequest,
  problems: ['not-found', 'volunteer-needed', 'already-in-team', 'already-asked'],
})

/** Who asked takes it back. */
export const cancelJoinRequest = endpoint({
  name: 'cancelJoinRequest',
  method: 'POST',
  path: '/v1/team-requests/:requestId/cancel',
  params: ofRequest,
  reply: JoinRequest,
  problems: ['not-found', 'request-answered'],
})

/** A leader, a deputy leader or staff above answers; of two who do at once, one does. */
export const answerJoinRequest = endpoint({
  name: 'answerJoinRequest',
  method: 'POST',
  path: '/v1/team-requests/:requestId/answer',
  params: ofRequest,
  body: z.strictObject({ accept: z.boolean(), reason: z.optional(JoinReason) }),
  reply: JoinRequest,
  problems: ['not-found', 'not-allowed', 'request-answered'],
})

/** Requests that wait, oldest first; for leaders and staff above. */
export const listJoinRequests = endpoint({
  name: 'listJoinRequests',
  method: 'GET',
  path: '/v1/teams/:teamId/requests',
  params: ofTeam,
  reply: z.strictObject({ items: z.array(JoinRequest) }),
  problems: ['not-found', 'not-allowed'],
})

/** 入队码 of a team; null while there is none. */
const TeamCode = z.strictObject({ teamId: TeamId, code: z.nullable(z.string()) })

export const getTeamCode = endpoint({
  name: 'getTeamCode',
  method: 'GET',
  path: '/v1/teams/:teamId/code',
  params: ofTeam,
  reply: TeamCode,
  problems: ['not-found', 'not-allowed'],
})

/** A new code; the one before is worth nothing from this moment. */
export const issueTeamCode = endpoint({
  name: 'issueTeamCode',
  method: 'POST',
  path: '/v1/teams/:teamId/code',
  params: ofTeam,
  reply: TeamCode,
  problems: ['not-found', 'not-allowed'],
})

export const endTeamCode = endpoint({
  name: 'endTeamCode',
  method: 'POST',
  path: '/v1/teams/:teamId/code/end',
  params: ofTeam,
  reply: TeamCode,
  problems: ['not-found', 'not-allowed'],
})

/** Joins the team whose code was scanned or typed. */
export const joinTeamByCode = endpoint({
  name: 'joinTeamByCode',
  method: 'POST',
  path: '/v1/team-codes/join',
  status: 201,
  body: z.strictObject({ code: z.string().check(z.minLength(4), z.maxLength(40)), showsName: z.boolean() }),
  reply: Team,
  problems: ['team-code-unknown', 'volunteer-needed', 'too-many-wrong-codes'],
})

/** 退出队伍: free, at once, without a reason. */
export const leaveTeam = endpoint({
  name: 'leaveTeam',
  method: 'POST',
  path: '/v1/teams/:teamId/leave',
  params: ofTeam,
  reply: z.strictObject({ teamId: TeamId, left: z.literal(true) }),
  problems: ['not-found', 'not-in-team'],
})

/** Whether fellow members read one's name. */
export const saveMembership = endpoint({
  name: 'saveMembership',
  method: 'POST',
  path: '/v1/teams/:teamId/membership',
  params: ofTeam,
  body: z.strictObject({ showsName: z.boolean() }),
  reply: Team,
  problems: ['not-found', 'not-in-team'],
})

/** Staff above, or a leader, names a volunteer to lead; nothing is shown until that person says yes. */
export const nameLeader = endpoint({
  name: 'nameLeader',
  method: 'POST',
  path: '/v1/teams/:teamId/namings',
  params: ofTeam,
  body: z.strictObject({ personId: PersonId, rank: LeadingRank }),
  reply: Team,
  problems: ['not-found', 'not-allowed', 'target-unknown', 'already-leads'],
})

export const answerNaming = endpoint({
  name: 'answerNaming',
  method: 'POST',
  path: '/v1/teams/:teamId/namings/answer',
  params: ofTeam,
  body: z.strictObject({ accept: z.boolean() }),
  reply: Team,
  problems: ['not-found', 'not-named'],
})

/** A leader steps down, or staff above ends it; who led stays a member. */
export const endLeading = endpoint({
  name: 'endLeading',
  method: 'POST',
  path: '/v1/teams/:teamId/leaders/end',
  params: ofTeam,
  body: z.strictObject({ personId: PersonId }),
  reply: Team,
  problems: ['not-found', 'not-allowed', 'target-unknown'],
})

/** One short message from a leader to the members; they read it once it was checked (rule-44). */
export const tellMembers = endpoint({
  name: 'tellMembers',
  method: 'POST',
  path: '/v1/teams/:teamId/messages',
  status: 201,
  params: ofTeam,
  body: z.strictObject({ words: text(120) }),
  reply: z.strictObject({ messageId: TeamMessageId, toldCount: z.int() }),
  problems: ['not-found', 'not-allowed'],
})
