/** 队伍 — as far as dispatching to one and naming who goes needs them. */
import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'
import { TeamId } from './ids.ts'
import { UnitRef } from './organisation.ts'
import { PersonRef } from './people.ts'

export const TeamLevel = z.enum(['corps', 'detachment', 'branch', 'squad', 'specialtyTeam', 'brigade'])

export const Team = z.strictObject({
  teamId: TeamId,
  name: z.string(),
  level: TeamLevel,
  unit: UnitRef,
  leaderNames: z.array(z.string()),
  members: z.array(z.strictObject({ ...PersonRef.shape, leads: z.boolean(), skills: z.array(z.string()) })),
})
export type Team = z.infer<typeof Team>

/** A team with its members, for its leaders, its members and staff above it. */
export const getTeam = endpoint({
  name: 'getTeam',
  method: 'GET',
  path: '/v1/teams/:teamId',
  params: z.strictObject({ teamId: TeamId }),
  reply: Team,
  problems: ['not-found'],
})
/** Teams this person belongs to. */
export const listMyTeams = endpoint({
  name: 'listMyTeams',
  method: 'GET',
  path: '/v1/me/teams',
  reply: z.strictObject({ items: z.array(z.strictObject({ teamId: TeamId, name: z.string(), leads: z.boolean() })) }),
})
