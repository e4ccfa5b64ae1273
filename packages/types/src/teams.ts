/** 队伍 — 总队, 支队, 分队, 小队, 大队, 特色队: the tree, and a team's page. Who is in it stands in memberships.ts. */
import * as z from 'zod/mini'
import { endpoint, pageOf, pageQuery } from './endpoint.ts'
import { TeamId, TeamRequestId, UnitId } from './ids.ts'
import { UnitRef } from './organisation.ts'
import { PersonRef } from './people.ts'
import { Count, text } from './units.ts'

export const TeamLevel = z.enum(['corps', 'detachment', 'branch', 'squad', 'specialtyTeam', 'brigade'])
export type TeamLevel = z.infer<typeof TeamLevel>

/** What kind of organisation it is: 志愿队伍, 社会组织, 商街联盟, 说事队, 高校, 企业. */
export const TeamKind = z.enum([
  'volunteerTeam',
  'socialOrganisation',
  'merchantStreetCommittee',
  'talkGroup',
  'university',
  'enterprise',
])
export type TeamKind = z.infer<typeof TeamKind>

export const TeamRank = z.enum(['member', 'deputy', 'leader'])
export type TeamRank = z.infer<typeof TeamRank>
export const LeadingRank = z.enum(['deputy', 'leader'])
export type LeadingRank = z.infer<typeof LeadingRank>

export const TeamAction = z.enum([
  'ask',
  'cancelRequest',
  'leave',
  'saveMembership',
  'answerNaming',
  'stepDown',
  'answerRequests',
  'code',
  'tell',
  'name',
  'writeWords',
  'change',
  'close',
])
export type TeamAction = z.infer<typeof TeamAction>

export const TeamRef = z.strictObject({ teamId: TeamId, name: z.string() })
export type TeamRef = z.infer<typeof TeamRef>

/** Those who lead, having said yes to it (rule-07). */
const TeamLeader = z.strictObject({ ...PersonRef.shape, rank: LeadingRank })
const TeamMember = z.strictObject({
  ...PersonRef.shape,
  rank: TeamRank,
  leads: z.boolean(),
  skills: z.array(z.string()),
})

/**
 * A team's page as the caller may see it: outsiders see who leads and how many are in it; members see those members who show their name; leaders and
 * staff above see everybody. `words` are null for others until they were checked (rule-44).
 */
export const Team = z.strictObject({
  teamId: TeamId,
  name: z.string(),
  level: TeamLevel,
  kind: TeamKind,
  platform: z.nullable(z.strictObject({ code: z.string(), name: z.string() })),
  skills: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  unit: UnitRef,
  parent: z.nullable(TeamRef),
  children: z.array(TeamRef),
  words: z.nullable(z.string()),
  leaders: z.array(TeamLeader),
  leaderNames: z.array(z.string()),
  memberCount: Count,
  members: z.array(TeamMember),
  you: z.strictObject({
    rank: z.nullable(TeamRank),
    showsName: z.boolean(),
    namedAs: z.nullable(LeadingRank),
    requestId: z.nullable(TeamRequestId),
  }),
  allowedActions: z.array(TeamAction),
})
export type Team = z.infer<typeof Team>

export const getTeam = endpoint({
  name: 'getTeam',
  method: 'GET',
  path: '/v1/teams/:teamId',
  params: z.strictObject({ teamId: TeamId }),
  reply: Team,
  problems: ['not-found'],
})

export const TeamLine = z.strictObject({
  ...TeamRef.shape,
  level: TeamLevel,
  kind: TeamKind,
  unit: UnitRef,
  platformName: z.nullable(z.string()),
  memberCount: Count,
  childCount: Count,
})
export type TeamLine = z.infer<typeof TeamLine>

/** Teams of the county by their unit's code, never by rank (rule-30): of a unit and what lies below it, or the children of a team. */
export const listTeams = endpoint({
  name: 'listTeams',
  method: 'GET',
  path: '/v1/teams',
  query: z.strictObject({
    unitId: z.optional(UnitId),
    parentId: z.optional(TeamId),
    kind: z.optional(TeamKind),
    platform: z.optional(z.string().check(z.maxLength(40))),
    name: z.optional(text(30)),
    ...pageQuery,
  }),
  reply: pageOf(TeamLine),
})

/** Teams this person belongs to, was named to lead, or asked to join; `waitingCount` for who leads. */
export const listMyTeams = endpoint({
  name: 'listMyTeams',
  method: 'GET',
  path: '/v1/me/teams',
  reply: z.strictObject({
    items: z.array(
      z.strictObject({
        ...TeamRef.shape,
        rank: z.nullable(TeamRank),
        leads: z.boolean(),
        namedAs: z.nullable(LeadingRank),
        asked: z.boolean(),
        waitingCount: Count,
      }),
    ),
  }),
})

const written = {
  name: text(30),
  level: TeamLevel,
  kind: TeamKind,
  platform: z.nullable(z.string().check(z.maxLength(40))),
  skills: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(20)),
  parentId: z.nullable(TeamId),
}

/** Founds a team at a unit in the caller's subtree. */
export const foundTeam = endpoint({
  name: 'foundTeam',
  method: 'POST',
  path: '/v1/teams',
  status: 201,
  body: z.strictObject({ unitId: UnitId, ...written }),
  reply: Team,
  problems: ['not-allowed', 'not-found', 'team-circle', 'team-unknown', 'skill-unknown'],
})

/** Changes what is named; a team is never its own parent, not even by way of others. */
export const changeTeam = endpoint({
  name: 'changeTeam',
  method: 'POST',
  path: '/v1/teams/:teamId/change',
  params: z.strictObject({ teamId: TeamId }),
  body: z.partial(z.strictObject(written)),
  reply: Team,
  problems: ['not-allowed', 'not-found', 'team-circle', 'team-unknown', 'skill-unknown'],
})

/** The words of a team's page, by its leaders or staff above; others read them once they were checked. Null takes them away. */
export const writeTeamWords = endpoint({
  name: 'writeTeamWords',
  method: 'POST',
  path: '/v1/teams/:teamId/words',
  params: z.strictObject({ teamId: TeamId }),
  body: z.strictObject({ words: z.nullable(text(300)) }),
  reply: Team,
  problems: ['not-allowed', 'not-found'],
})

/** Closes it: its members are told. Not while an order sent to it is open. */
export const closeTeam = endpoint({
  name: 'closeTeam',
  method: 'POST',
  path: '/v1/teams/:teamId/close',
  params: z.strictObject({ teamId: TeamId }),
  reply: z.strictObject({ teamId: TeamId, closed: z.literal(true) }),
  problems: ['not-allowed', 'not-found', 'team-has-orders'],
})
